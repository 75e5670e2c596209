import type { ApiCall } from "../http/api-call.ts";
import { ok, Refusal, type Reply } from "../http/reply.ts";
import { type Route, unspecified } from "../http/route.ts";
import { text } from "../rules/field-types.ts";
import { validated } from "../rules/fields.ts";

/** Gives a user's token for his password. */
function logIn(call: ApiCall): Reply {
  const { username, password } = validated({ username: text(), password: text() }, call.body());
  const user = call.store.userNamed(username);
  if (user === undefined || !user.is_active || user.password !== password) {
    throw new Refusal({ status: 401, json: { detail: "Invalid username/password." } });
  }
  return ok({ token: user.token });
}

export const loginRoutes: readonly Route[] = [
  { path: "/api-auth/password/", actions: { POST: unspecified(logIn) }, isPublic: true },
];
