/** Shared by every copy of this package, so that errors of a duplicated install are still recognised. */
export const BRAND = Symbol.for("@puhuri/sdk.error");

/** The codes of this version. A later one may add to them. */
export type PuhuriErrorCode =
  | "authentication"
  | "bad-request"
  | "conflict"
  | "connection"
  | "invalid-argument"
  | "invalid-transition"
  | "list-changed"
  | "not-found"
  | "permission-denied"
  | "rate-limited"
  | "server-error"
  | "timeout"
  | "token"
  | "unexpected-response"
  | "unsupported-by-server"
  | "usage-report";

/**
 * What every failure of the SDK extends. Branch on `code`, which never changes; messages may.
 * Neither the message nor any field ever holds the token.
 */
export abstract class PuhuriError extends Error {
  /** What happened, as a word that never changes. */
  abstract readonly code: PuhuriErrorCode;
  /** The call has changed something on the server, or may have: read before you go by it that nothing happened. */
  maybeApplied = false;

  /** @param facts - Become properties of the error, but for `cause`, which becomes its cause. */
  constructor(message: string, { cause, ...facts }: { readonly cause?: unknown } = {}) {
    super(message, cause === undefined ? undefined : { cause });
    Object.assign(this, facts);
  }

  // On the prototype and not `constructor.name`, so that minified bundles print it too.
  override get name(): string {
    return "PuhuriError";
  }

  get [BRAND](): true {
    return true;
  }

  /** The fields as plain data, for loggers that would print an `Error` as `{}`. */
  toJSON(): Record<string, unknown> {
    const { name, message } = this;
    return { name, message, ...Object.fromEntries(Object.entries(this)) };
  }
}
