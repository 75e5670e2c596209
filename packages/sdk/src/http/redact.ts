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
    return [...this.#secrets].reduce(
      // Some write JSON with "\/" for "/", which is the same when it is read.
      (clean, secret) =>
        clean.replaceAll(secret, "[redacted]").replaceAll(secret.replaceAll("/", "\\/"), "[redacted]"),
      text,
    );
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
