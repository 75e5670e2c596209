import { InvalidArgumentError } from "../errors.ts";

/** A token, or a function that returns the one to use now. The function is called before every request. */
export type TokenSource = string | (() => string | Promise<string>);

/** The token of a client. */
export class Token {
  readonly redactor = new Redactor();
  readonly #source: TokenSource;
  /** The `Authorization` that was sent last. */
  #last: string | undefined;

  /** @throws {InvalidArgumentError} It is neither a token nor a function. */
  constructor(source: TokenSource) {
    this.#source = source;
    if (!this.mayChange) this.#checked(source);
  }

  /** Whether the next request may get another token than the last. */
  get mayChange(): boolean {
    return typeof this.#source === "function";
  }

  /** Whether the client has ever had a token. */
  get wasGiven(): boolean {
    return this.#last !== undefined;
  }

  /**
   * Returns the `Authorization` to send now.
   *
   * @throws {InvalidArgumentError} The function returned no token.
   * @throws What the function throws.
   */
  async authorization(): Promise<string> {
    const source = this.#source;
    return typeof source === "function" ? this.#checked(await source()) : (this.#last ?? "");
  }

  #checked(token: unknown): string {
    this.#last = authorizationOf(token);
    this.redactor.remember(this.#last);
    return this.#last;
  }
}

// Without quotes and backslashes, which JSON escapes: the redactor must find a token wherever it turns up.
const TOKEN = /^([A-Za-z]+ )?[!#-[\]-~]+$/;

/** Personal access tokens of newer servers, with the time at which they expire. Their scheme is `Bearer`. */
const PERSONAL = /^w_\d+_/;

/**
 * Returns the value of the `Authorization` header: `Token …`, or what the token itself says, such as `Bearer …`.
 *
 * @throws {InvalidArgumentError} It is not a string, is empty, or has a character that no token has. It is not printed.
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

// A shorter token is a placeholder of a test or a demo. To replace "test" or "token" would only garble messages.
const MIN_SECRET_CHARS = 8;
const MAX_REMEMBERED = 8;
const MAX_CAUSES = 5;

/** Keeps the tokens that a client has used out of errors and events. */
export class Redactor {
  readonly #secrets = new Set<string>();

  /** Remembers the token of an `Authorization` header; of tokens that change, the last few. */
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
   * Copies the name, message, code, stack and causes of a foreign error, and nothing else: a runtime or an injected
   * `fetch` may have attached the request with its headers.
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
