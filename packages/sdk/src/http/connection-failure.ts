// No connection came about, so the request cannot have left: Node's codes, then Bun's.
const UNSENT_CODES: ReadonlySet<unknown> = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "UND_ERR_CONNECT_TIMEOUT",
  "ConnectionRefused",
  "FailedToOpenSocket",
]);
// Other codes, such as EHOSTUNREACH, can come later as well: Node says in which step.
const UNSENT_SYSCALLS: ReadonlySet<unknown> = new Set(["connect", "getaddrinfo"]);
// Deno has no codes, but names the step.
const UNSENT_MESSAGE = /client error \(Connect\)/;
const URLS = / ?(for url )?\(?\b[a-z]+:\/\/[^\s)]*\)?/gi;
const MAX_DEPTH = 5;

/** What a runtime says about a request that got no answer. */
export interface ConnectionFailure {
  /** False only where it is certain that nothing was sent: what is not recognised counts as sent. */
  readonly maybeSent: boolean;
  /** In a few words, for the message: a code, or a sentence without URLs. */
  readonly reason: string;
}

/** Looks through an error and its causes for the way a connection failed. */
export function connectionFailure(error: unknown): ConnectionFailure {
  let reason = "the connection failed";
  for (let at = error, depth = 0; at instanceof Error && depth < MAX_DEPTH; at = at.cause, depth++) {
    reason = codeOf(at) ?? (at.message.replace(URLS, "") || reason);
    if (isUnsent(at)) return { maybeSent: false, reason };
  }
  return { maybeSent: true, reason };
}

function isUnsent(error: Error): boolean {
  // All addresses of a host were tried: each has its own error.
  if (error instanceof AggregateError && error.errors.length > 0) return error.errors.every(isUnsent);
  return (
    UNSENT_CODES.has(codeOf(error)) ||
    ("syscall" in error && UNSENT_SYSCALLS.has(error.syscall)) ||
    UNSENT_MESSAGE.test(error.message)
  );
}

function codeOf(error: Error): string | undefined {
  return "code" in error && typeof error.code === "string" ? error.code : undefined;
}
