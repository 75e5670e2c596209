import createClient, { type Client, createFinalURL, createQuerySerializer } from "openapi-fetch";
import type { InvalidArgumentError } from "../errors.ts";
import { wrongArgument } from "../values/arguments.ts";

export type { Client };

/** Creates an openapi-fetch client with checked path parameters. It returns errors instead of throwing them. */
export function createOpenapiClient<Paths extends object>(
  baseUrl: string,
  fetch: (request: Request) => Promise<Response>,
): Client<Paths> {
  return createClient<Paths>({ baseUrl, fetch, pathSerializer: fillPath });
}

/** Path and query parameters of a request. */
export interface Params {
  readonly path?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
}

/**
 * Returns the URL of a path of the spec, as openapi-fetch writes it.
 *
 * @throws {InvalidArgumentError} A path parameter could lead to another path.
 */
export function urlOf(baseUrl: string, path: string, params: Params): string {
  const querySerializer = createQuerySerializer();
  return createFinalURL(path, { baseUrl, params, querySerializer, pathSerializer: fillPath });
}

// A uuid, nearly always: it needs no closer look.
const PLAIN = /^[\w-]+$/;
// Only dots and blanks, or a character that a URL parser, here or on the way, could read as a part of the path.
const UNSAFE = /^[.\s]*$|[/\\?#%\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;

/**
 * Puts path parameters into a path of the spec.
 *
 * @throws {InvalidArgumentError} A parameter is missing, is not a string, is empty, has only dots, or has a character
 *   that could lead to another path: `/`, `\`, `?`, `#`, `%`, a control character.
 */
export function fillPath(template: string, parameters: Readonly<Record<string, unknown>>): string {
  let path = template;
  for (const name in parameters) {
    const place = `{${name}}`;
    if (path.includes(place)) path = path.replaceAll(place, segmentOf(name, parameters[name]));
  }
  // One that was not given.
  if (path.includes("{")) throw wrongSegment(path.split(/[{}]/)[1] ?? "");
  return path;
}

function segmentOf(name: string, text: unknown): string {
  if (typeof text === "string" && PLAIN.test(text)) return text;
  if (typeof text !== "string" || UNSAFE.test(text)) throw wrongSegment(name);
  return encodeURIComponent(text);
}

function wrongSegment(name: string): InvalidArgumentError {
  return wrongArgument(name, "must be text without / \\ ? # % and control characters");
}

const UUID_SEGMENT = /\/[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}(?=\/)/gi;

/** Returns the path of a URL as the spec writes it, with `{uuid}` for each uuid: safe to log and to group by. */
export function pathOf(url: string, baseUrl: string): string {
  const [path = ""] = url.slice(baseUrl.length).split(/[?#]/, 1);
  return path.replace(UUID_SEGMENT, "/{uuid}");
}
