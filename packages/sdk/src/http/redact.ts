// Shorter ones are placeholders of tests and demos: replacing "test" or "token" would only garble messages.
const MIN_SECRET_CHARS = 8;
const MAX_REMEMBERED = 8;
const MAX_CAUSES = 5;

/** Keeps the tokens a client has used out of whatever leaves it. */
export class Redactor {
  /** Tokens with the forms they take in URLs and in JSON. */
  readonly #secrets = new Map<string, readonly string[]>();

  /** Remembers a token; of those that are replaced while running, the last few. */
  remember(secret: string): void {
    if (secret.length < MIN_SECRET_CHARS || this.#secrets.has(secret)) return;
    this.#secrets.set(secret, [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)]);
    for (const oldest of this.#secrets.keys()) {
      if (this.#secrets.size <= MAX_REMEMBERED) break;
      this.#secrets.delete(oldest);
    }
  }

  /** The text without any remembered token. */
  text(text: string): string {
    let clean = text;
    for (const forms of this.#secrets.values()) {
      for (const form of forms) clean = clean.replaceAll(form, "[redacted]");
    }
    return clean;
  }

  /**
   * A copy of a foreign error that holds names, messages, codes and stacks and nothing else: what a runtime or an
   * injected fetch hangs on its errors, such as the request with its headers, stays behind.
   */
  cause(error: unknown, depth = 0): unknown {
    if (!(error instanceof Error)) return typeof error === "string" ? this.text(error) : typeof error;
    const copy = new Error(this.text(error.message));
    copy.name = this.text(error.name);
    if (error.stack !== undefined) copy.stack = this.text(error.stack);
    if ("code" in error && typeof error.code === "string")
      Object.assign(copy, { code: this.text(error.code) });
    if (error.cause !== undefined && depth < MAX_CAUSES) {
      Object.defineProperty(copy, "cause", { value: this.cause(error.cause, depth + 1), configurable: true });
    }
    return copy;
  }
}
