/** What a runtime says about a request that got no answer. */
export interface ConnectionFailure {
  /** False only where it is certain that nothing was sent: what is not recognised counts as sent. */
  readonly maybeSent: boolean;
  /** In a few words, for the message: a code, or a sentence without URLs. */
  readonly reason: string;
}

// No connection came about, so the request cannot have left: Node's words and codes, then Bun's, then Deno's.
const UNSENT =
  /^(connect|getaddrinfo) |ECONNREFUSED|ENOTFOUND|EAI_AGAIN|UND_ERR_CONNECT_|ConnectionRefused|FailedToOpenSocket|error \(Connect\)/;
// URLs, and the full stop at the end: the message has its own.
const NOISE = / ?(for url )?\(?\b[a-z]+:\/\/[^\s)]*\)?|\.$/gi;
const MAX_DEPTH = 5;

/** Looks through an error and its causes for the way a connection failed. */
export function connectionFailure(error: unknown): ConnectionFailure {
  let reason = "the connection failed";
  for (let at = error, depth = 0; at instanceof Error && depth < MAX_DEPTH; at = at.cause, depth++) {
    const { code, message }: { code?: unknown } & Error = at;
    reason = typeof code === "string" ? code : message.replace(NOISE, "") || reason;
    if (isUnsent(at)) return { maybeSent: false, reason };
  }
  return { maybeSent: true, reason };
}

function isUnsent(error: Error & { code?: unknown }): boolean {
  // All addresses of a host were tried: each has its own error.
  if (error instanceof AggregateError) return error.errors.every(isUnsent);
  // The message first: some codes, such as EHOSTUNREACH, can also come later.
  return UNSENT.test(error.message) || UNSENT.test(String(error.code));
}
