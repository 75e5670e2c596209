import type { User } from "../entities.ts";
import { timestamp } from "../timestamps.ts";
import type { World } from "./api-call.ts";
import { unauthorized } from "./reply.ts";

/** Who the token belongs to; null without one. Any scheme but `Token` counts as none. */
export function authenticate(header: string | null, world: World): User | null {
  const [keyword, token, ...rest] = (header ?? "").split(/\s+/).filter((part) => part !== "");
  if (keyword?.toLowerCase() !== "token") {
    return null;
  }
  if (token === undefined) {
    throw unauthorized("Invalid token. No credentials provided.");
  }
  if (rest.length > 0) {
    throw unauthorized("Invalid token. Token string should not contain spaces.");
  }
  const user = world.store.userOfToken(token);
  if (user === undefined) {
    throw unauthorized("Invalid token.");
  }
  if (!user.is_active) {
    throw unauthorized("User inactive or deleted.");
  }
  const now = world.now();
  if (
    user.token_lifetime !== null &&
    Date.parse(user.token_used_at) + user.token_lifetime * 1000 < now.getTime()
  ) {
    throw unauthorized("Token has expired.");
  }
  user.token_used_at = timestamp(now);
  return user;
}
