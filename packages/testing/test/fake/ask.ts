import type { FakePuhuri } from "../../src/fake/create-fake-puhuri.ts";
import { isJsonObject, type Json } from "../../src/fake/state/values.ts";

export const ORIGIN = "https://puhuri.test";

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The parsed body; the text when it is not JSON. */
  readonly body: Json;
  /** The parsed body, which must be a list of rows. */
  readonly rows: readonly Json[];
  /** A column of every row. */
  column(name: string): Json[];
}

/** Asks a fake as one of its users; null asks without a token. */
export async function ask(
  fake: Pick<FakePuhuri, "fetch" | "tokenOf">,
  user: string | null,
  method: string,
  path: string,
  body?: Json,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const token: Record<string, string> = user === null ? {} : { Authorization: `Token ${fake.tokenOf(user)}` };
  const type: Record<string, string> = body === undefined ? {} : { "Content-Type": "application/json" };
  const response = await fake.fetch(path.startsWith("http") ? path : `${ORIGIN}/api/${path}`, {
    method,
    headers: { ...token, ...type, ...headers },
    redirect: "manual",
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const json = parsed(text);
  const rows = Array.isArray(json) ? json : [];
  return {
    status: response.status,
    headers: response.headers,
    text,
    body: json,
    rows,
    column: (name) => rows.map((row) => (isJsonObject(row) ? (row[name] ?? null) : null)),
  };
}

function parsed(text: string): Json {
  try {
    const json: Json = JSON.parse(text);
    return json;
  } catch {
    return text;
  }
}
