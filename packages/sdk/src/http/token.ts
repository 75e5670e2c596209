import { InvalidArgumentError } from "../errors.ts";

/** A token, or a function that gives the one to use now: asked for every request. */
export type TokenSource = string | (() => string | Promise<string>);

// No quotes and backslashes, which JSON would write in another way: a token must be found wherever it turns up.
const TOKEN = /^([A-Za-z]+ )?[!#-[\]-~]+$/;

/** Personal access tokens of newer servers, which tell when they end: their scheme is `Bearer`. */
const PERSONAL = /^w_\d+_/;

/**
 * Returns the value of the `Authorization` header: `Token …`, or what the token itself says, such as `Bearer …`.
 *
 * @throws {InvalidArgumentError} It is not a string, is empty, or holds what no token does. It is not printed.
 */
export function authorizationOf(token: unknown): string {
  const match = typeof token === "string" && TOKEN.exec(token);
  if (match) return match[1] ? match[0] : `${PERSONAL.test(match[0]) ? "Bearer" : "Token"} ${match[0]}`;
  const isEmpty = token === undefined || token === null || token === "";
  throw new InvalidArgumentError(
    "token",
    isEmpty
      ? "token is empty: is the variable set?"
      : "token must be visible ASCII characters. If it was read from a file, trim it.",
  );
}

// Shorter ones are placeholders of tests and demos: replacing "test" or "token" would only garble messages.
const MIN_SECRET_CHARS = 8;
const MAX_REMEMBERED = 8;
const MAX_CAUSES = 5;

/** Keeps the tokens a client has used out of whatever leaves it. */
export class Redactor {
  readonly #secrets = new Set<string>();

  /** Remembers the token of an `Authorization` header; of tokens that change while running, the last few. */
  remember(authorization: string): void {
    const [, secret = ""] = authorization.split(" ");
    if (secret.length < MIN_SECRET_CHARS) return;
    this.#secrets.add(secret);
    const [oldest = ""] = this.#secrets;
    if (this.#secrets.size > MAX_REMEMBERED) this.#secrets.delete(oldest);
  }

  /** The text without any remembered token. */
  text(text: string): string {
    let clean = text;
    for (const secret of this.#secrets) {
      // Some write JSON with "\/" for "/", which is the same when it is read.
      const escaped = secret.replaceAll("/", "\\/");
      clean = clean.replaceAll(secret, "[redacted]").replaceAll(escaped, "[redacted]");
    }
    return clean;
  }

  /**
   * A copy of a foreign error that holds names, messages, codes and stacks and nothing else: what a runtime or an
   * injected fetch hangs on its errors, such as the request with its headers, stays behind.
   */
  cause(error: unknown, depth = 0): unknown {
    if (!(error instanceof Error)) return typeof error === "string" ? this.text(error) : typeof error;
    const { name, message, stack, code, cause }: { code?: unknown } & Error = error;
    const copy = new Error(
      this.text(message),
      depth < MAX_CAUSES && cause ? { cause: this.cause(cause, depth + 1) } : {},
    );
    copy.name = this.text(name);
    copy.stack = this.text(stack ?? "");
    return code ? Object.assign(copy, { code: this.text(String(code)) }) : copy;
  }
}
