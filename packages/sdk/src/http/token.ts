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
