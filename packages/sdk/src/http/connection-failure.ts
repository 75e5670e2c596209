import type { Failure } from "./retry-policy.ts";

/** What a runtime says about a request that got no answer. */
export interface ConnectionFailure {
  /** What is not recognised counts as sent. */
  readonly failure: Extract<Failure, "barred" | "unsent" | "lost">;
  /** The deepest cause in a few words, for the message: without URLs. */
  readonly reason: string;
}

// The certificate is refused, or the other side speaks no TLS: codes of Node and Bun, then Deno's words.
const REFUSED_BY_TLS =
  /CERT|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|ERR_(SSL|TLS)_|EPROTO|wrong version number|certificate/i;
// A proxy answered in the API's place, and said no; a port that no browser's fetch goes to.
const REFUSED_ON_THE_WAY = /Proxy response \(4\d\d\)|bad port/;
// No connection came about, so the request cannot have left: Node's words and codes, then Bun's, then Deno's.
const UNSENT =
  /^(connect|getaddrinfo) |ECONNREFUSED|ENOTFOUND|EAI_AGAIN|UND_ERR_CONNECT_|Proxy response \(|ConnectionRefused|FailedToOpenSocket|error \(Connect\)/;
// URLs, and the full stop at the end: the message has its own.
const NOISE = / ?(for url )?\(?\b[a-z]+:\/\/[^\s)]*\)?|\.$/gi;
const MAX_DEPTH = 5;

/** Looks through an error and its causes for the way a connection failed. */
export function connectionFailure(error: unknown): ConnectionFailure {
  let reason = "the connection failed";
  for (let at = error, depth = 0; at instanceof Error && depth < MAX_DEPTH; at = at.cause, depth++) {
    reason = wordsOf(at) || reason;
    if (matches(at, REFUSED_BY_TLS) || matches(at, REFUSED_ON_THE_WAY)) return { failure: "barred", reason };
    if (matches(at, UNSENT)) return { failure: "unsent", reason };
  }
  return { failure: "lost", reason };
}

/** `read ECONNRESET` and `certificate has expired (CERT_HAS_EXPIRED)`: the code only where the words lack it. */
function wordsOf({ code, message }: Error & { code?: unknown }): string {
  const words = message.replace(NOISE, "").trim();
  if (typeof code !== "string" || words.includes(code)) return words;
  return words === "" ? code : `${words} (${code})`;
}

function matches(error: Error & { code?: unknown }, pattern: RegExp): boolean {
  // All addresses of a host were tried: each has its own error.
  if (error instanceof AggregateError) return error.errors.every((one) => matches(one, pattern));
  // The message first: some codes, such as EHOSTUNREACH, can also come later.
  return pattern.test(error.message) || pattern.test(String(error.code));
}
