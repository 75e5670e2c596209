import { InvalidArgumentError } from "../errors.ts";
import type { Redactor } from "./redact.ts";

/** A token, or a function that gives the one to use now: asked for every request. */
export type TokenSource = string | (() => string | Promise<string>);

// A scheme may stand before it: "Bearer w_…". Otherwise it is sent as "Token …".
const TOKEN = /^(?:([A-Za-z]+) )?([\x21-\x7e]+)$/;

/** A token ready to be sent. */
export interface Credentials {
  readonly secret: string;
  /** The value of the `Authorization` header. */
  readonly header: string;
}

/**
 * Checks a token; it is not printed.
 *
 * @throws {InvalidArgumentError} Not a string, empty, or with line breaks, blanks or other characters no header can hold.
 */
export function credentialsOf(token: unknown): Credentials {
  const parts = typeof token === "string" ? TOKEN.exec(token) : null;
  const secret = parts?.[2];
  if (!secret) {
    throw new InvalidArgumentError(
      "token",
      "token must be a non-empty string of visible ASCII characters: no line break, no blanks around it. Trim what was read from a file.",
    );
  }
  return { secret, header: `${parts?.[1] ?? "Token"} ${secret}` };
}

/** Where a client's tokens come from. */
export class Tokens {
  readonly #source: () => string | Promise<string>;
  readonly #redactor: Redactor;
  /** The one token there is, if it is not asked for. */
  readonly fixed: Credentials | undefined;

  constructor(source: TokenSource, redactor: Redactor) {
    this.#redactor = redactor;
    this.#source = typeof source === "function" ? source : () => source;
    if (typeof source !== "function") this.fixed = this.#checked(source);
  }

  /** Asks for the token to use now. */
  async ask(): Promise<Credentials> {
    return this.#checked(await this.#source());
  }

  #checked(token: unknown): Credentials {
    const credentials = credentialsOf(token);
    this.#redactor.remember(credentials.secret);
    return credentials;
  }
}
