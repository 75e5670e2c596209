import { requireText } from "./arguments.ts";

const MAX_CHARS = 100;

/**
 * Returns a username as the servers store it: trimmed, at most 100 characters. They have no other rule for it.
 *
 * @param limits - `blank: true` lets `""` pass, which means "none yet".
 * @throws {InvalidArgumentError} `username` is not such a string; nothing was sent.
 */
export function userName(username: string, limits: { readonly blank: boolean }): string {
  requireText(username, "username", { max: MAX_CHARS, ...limits });
  return username.trim();
}
