import type { FakePuhuri } from "../../src/fake/create-fake-puhuri.ts";
import { isJsonObject, type Json } from "../../src/fake/state/values.ts";
import type { RecordedStep } from "../recorded/recorded.ts";
import { Bindings } from "./bindings.ts";
import { difference, differenceAsSets } from "./compare.ts";
import type { Recording } from "./recordings.ts";

const ORIGIN = "https://puhuri.example";
const HEADERS = [
  "link",
  "x-result-count",
  "content-type",
  "allow",
  "location",
  "www-authenticate",
  "content-language",
];

export interface Rules {
  /** Makes a change to the state that was made to the database by hand. */
  setup(step: RecordedStep, fake: FakePuhuri): void;
  /** Why an exchange does not count: its operation is outside the spec. */
  outside(method: string, path: string): string | undefined;
  /** Makes the change an exchange outside the spec made that later ones show. */
  afterOutside?(step: RecordedStep, fake: FakePuhuri): void;
  /** Compares what the fake works out, but has no address for. */
  unserved?(
    path: string,
  ): ((step: RecordedStep, fake: FakePuhuri, bindings: Bindings) => string | undefined) | undefined;
  /** Whether the server gives the list in no defined order. */
  isUnordered(path: string, query: URLSearchParams): boolean;
}

export interface Outcome {
  readonly name: string;
  readonly outside: string | undefined;
  /** How the fake's answer differs. */
  readonly difference: string | undefined;
}

/** Sends a server's recorded requests to a fake, in order, and compares every answer. */
export async function replay(recording: Recording, fake: FakePuhuri, rules: Rules): Promise<Outcome[]> {
  const bindings = new Bindings(recording.server);
  const outcomes: Outcome[] = [];
  for (const { name, file } of recording.files) {
    if (file.startsFromSeed) {
      fake.reset();
      bindings.forget();
    }
    for (const [index, step] of file.exchanges.entries()) {
      if (step.reset === true) {
        fake.reset();
        bindings.forget();
      } else if (step.setup !== undefined) {
        rules.setup(step, fake);
      } else {
        outcomes.push(await exchange(`${name.slice(0, 2)}#${index}`, step, fake, rules, bindings));
      }
    }
  }
  return outcomes;
}

async function exchange(
  name: string,
  step: RecordedStep,
  fake: FakePuhuri,
  rules: Rules,
  bindings: Bindings,
): Promise<Outcome> {
  const { method = "", path = "" } = step.request ?? {};
  const title = `${name} ${step.as} ${method} ${path} → ${step.response?.status}`;
  const outside = rules.outside(method, path.split("?")[0] ?? "");
  if (outside !== undefined) {
    rules.afterOutside?.(step, fake);
    return { name: title, outside, difference: undefined };
  }
  const compare = rules.unserved?.(path);
  if (compare !== undefined) {
    return { name: title, outside, difference: compare(step, fake, bindings) };
  }
  try {
    const response = await fake.fetch(requestOf(step, fake, bindings, path));
    const text = await response.text();
    return { name: title, outside, difference: await differs(step, response, text, fake, rules, bindings) };
  } catch (error) {
    return { name: title, outside, difference: String(error) };
  }
}

function requestOf(step: RecordedStep, fake: FakePuhuri, bindings: Bindings, path: string): Request {
  const recorded = step.request;
  const put = (text: string): string =>
    bindings
      .toFake(text)
      .replaceAll(
        /<token of (\w+)>/g,
        (_, user: string) => fake.state.userNamed(user)?.token ?? "no such token",
      );
  const headers = new Headers();
  const token = fake.state.userNamed(step.as ?? "")?.token;
  if (token !== undefined) {
    headers.set("Authorization", `Token ${token}`);
  }
  for (const [name, value] of Object.entries(recorded?.headers ?? {})) {
    headers.set(name, put(value));
  }
  const body = recorded?.body === undefined ? recorded?.bodyText : JSON.stringify(recorded.body);
  return new Request(`${ORIGIN}${put(path)}`, {
    method: recorded?.method ?? "GET",
    headers,
    redirect: "manual",
    ...(body === undefined ? {} : { body: put(body) }),
  });
}

async function differs(
  step: RecordedStep,
  response: Response,
  text: string,
  fake: FakePuhuri,
  rules: Rules,
  bindings: Bindings,
): Promise<string | undefined> {
  const recorded = step.response;
  if (response.status !== recorded?.status) {
    return `status ${response.status}, recorded ${recorded?.status}: ${text.slice(0, 300)}`;
  }
  for (const name of HEADERS) {
    const [was, is] = [recorded.headers[name], response.headers.get(name) ?? undefined];
    if (was !== is && (was === undefined || is === undefined || !bindings.stands(was, is))) {
      return `${name}: ${is}, recorded ${was}`;
    }
  }
  if (recorded.body === undefined) {
    return text === (recorded.bodyText ?? "") ? undefined : `body ${text}, recorded ${recorded.bodyText}`;
  }
  const body: Json = JSON.parse(withTokens(text, fake));
  const url = new URL(`${ORIGIN}${step.request?.path ?? ""}`);
  return Array.isArray(recorded.body) &&
    Array.isArray(body) &&
    rules.isUnordered(url.pathname, url.searchParams)
    ? unorderedDifference(step, recorded.body, body, fake, bindings)
    : difference(recorded.body, body, bindings);
}

/** Answers show tokens as the recordings do. */
function withTokens(text: string, fake: FakePuhuri): string {
  return fake.state.users
    .all()
    .reduce((shown, { username, token }) => shown.replaceAll(token, `<token of ${username}>`), text);
}

/** One page of an unordered list may hold any of its rows: the recorded ones must be among the fake's whole list. */
async function unorderedDifference(
  step: RecordedStep,
  recorded: readonly Json[],
  page: readonly Json[],
  fake: FakePuhuri,
  bindings: Bindings,
): Promise<string | undefined> {
  if (recorded.length !== page.length) {
    return `${page.length} rows, recorded ${recorded.length}`;
  }
  const { searchParams } = new URL(`${ORIGIN}${step.request?.path ?? ""}`);
  for (const name of (searchParams.get("o") ?? "").split(",").map((given) => given.replace("-", ""))) {
    const shown = (rows: readonly Json[]) => rows.map((row) => (isJsonObject(row) ? row[name] : undefined));
    if (JSON.stringify(shown(recorded)) !== JSON.stringify(shown(page))) {
      return `in order of ${name}: ${JSON.stringify(shown(page))}, recorded ${JSON.stringify(shown(recorded))}`;
    }
  }
  const isWhole = Number(step.response?.headers["x-result-count"] ?? page.length) === page.length;
  const whole = isWhole ? page : await wholeList(step, fake, bindings);
  return differenceAsSets(recorded, whole, bindings);
}

async function wholeList(step: RecordedStep, fake: FakePuhuri, bindings: Bindings): Promise<Json[]> {
  const url = new URL(`${ORIGIN}${step.request?.path ?? ""}`);
  url.searchParams.delete("page");
  url.searchParams.set("page_size", "300");
  const response = await fake.fetch(requestOf(step, fake, bindings, `${url.pathname}${url.search}`));
  const rows: Json = JSON.parse(await response.text());
  return Array.isArray(rows) ? rows : [];
}
