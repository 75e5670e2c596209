import { existsSync, readFileSync } from "node:fs";
import { isIP } from "node:net";
import { TestServerError } from "../errors.ts";
import { ConnectionLost } from "../fake/http/exchange.ts";
import { isJsonObject, parseJson } from "../fake/state/values.ts";
import { isButton, press } from "./buttons.ts";
import { type Shown, snapshot } from "./snapshot.ts";

/** Where the page's own things are. No real server has it. */
const ROOM = "/_fake/";

const TYPES: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
};

const SAFE = {
  "Cache-Control": "no-store",
  "Content-Security-Policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; " +
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
};

/** Puts a page in front of a fake: it answers browsers, and the page's own requests. All others go to the fake. */
export function withPage(shown: Shown): (request: Request) => Promise<Response> {
  return async (request) => {
    const { pathname } = new URL(request.url);
    const isPage = pathname === "/" && request.method === "GET" && wantsHtml(request);
    if (!isPage && !pathname.startsWith(ROOM)) return askFake(shown, request);
    const answer = isOurs(request)
      ? await answerPage(shown, request, isPage ? "page.html" : pathname.slice(ROOM.length))
      : refused(403, "The page of the fake is at localhost, or at an address in numbers.");
    for (const [name, value] of Object.entries(SAFE)) answer.headers.set(name, value);
    return answer;
  };
}

async function answerPage(shown: Shown, request: Request, name: string): Promise<Response> {
  if (request.method === "POST" && isButton(name)) return pressed(shown, request, name);
  if (request.method !== "GET") return refused(405, "The page does not send this.");
  return name === "state" ? Response.json(snapshot(shown)) : fileNamed(name);
}

function fileNamed(name: string): Response {
  const [, ending = ""] = /^[a-z]+\.(html|css|js)$/.exec(name) ?? [];
  const file = new URL(`browser/${name}`, import.meta.url);
  const type = TYPES[ending];
  if (type === undefined || !existsSync(file)) return refused(404, "The page has no such file.");
  return new Response(readFileSync(file), { headers: { "Content-Type": type } });
}

async function pressed({ fake, faults }: Shown, request: Request, button: string): Promise<Response> {
  if (!isFromPage(request)) return refused(403, "Only the page itself presses its buttons.");
  const sent = parseJson(await request.text());
  if (!isJsonObject(sent)) return refused(400, "A button sends a JSON object.");
  try {
    press(button, sent, fake, faults);
    return new Response(null, { status: 204 });
  } catch (error) {
    if (!(error instanceof TestServerError)) throw error;
    return refused(error.code === "invalid_option" ? 400 : 409, error.message);
  }
}

function wantsHtml({ headers }: Request): boolean {
  return headers.get("accept")?.includes("text/html") ?? false;
}

/** A name that somebody else has pointed to this machine would make their page one of ours (DNS rebinding). */
function isOurs({ url }: Request): boolean {
  const { hostname } = new URL(url);
  return hostname === "localhost" || isIP(hostname.replace(/^\[|\]$/g, "")) !== 0;
}

/** Browsers say from where a request is sent, and no page can make them say something else. */
function isFromPage({ headers, url }: Request): boolean {
  const site = headers.get("sec-fetch-site");
  return site === null ? headers.get("origin") === new URL(url).origin : site === "same-origin";
}

function refused(status: number, error: string): Response {
  return Response.json({ error }, { status });
}

/** What it answers over a socket: redirects are for the client to follow, and a lost connection is lost. */
async function askFake({ fake }: Shown, request: Request): Promise<Response> {
  try {
    return await fake.fetch(new Request(request.clone(), { redirect: "manual" }));
  } catch (error) {
    throw error instanceof TypeError && error.cause instanceof ConnectionLost ? error.cause : error;
  }
}
