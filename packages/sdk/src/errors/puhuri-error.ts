/** Shared by every copy of this package, so that errors of a duplicated install are still recognised. */
const BRAND = Symbol.for("@puhuri/sdk.error");

/**
 * What every failure of the SDK extends. Branch on `code`, which never changes; messages may.
 * Neither the message nor any field ever holds the token.
 */
export abstract class PuhuriError extends Error {
  /** What happened, as a word that never changes. */
  abstract readonly code: string;
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

/**
 * Tells whether a caught value is an error of this SDK, also when two copies of the package are installed.
 *
 * @example
 * try {
 *   await puhuri.resources.get(uuid);
 * } catch (error) {
 *   if (isPuhuriError(error) && error.code === "not-found") return undefined;
 *   throw error;
 * }
 */
export function isPuhuriError(value: unknown): value is PuhuriError {
  // Not by instanceof, which knows no object of another realm, such as that of a test runner.
  return typeof value === "object" && value !== null && BRAND in value;
}
