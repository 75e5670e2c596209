/** Roles of users on something below an offering, which each provider names as they like. */
import { nullable, optional, validated } from "../body/fields.ts";
import { uuidReference } from "../body/references.ts";
import { dateTime, text } from "../body/types.ts";
import { type ApiCall, callerOf } from "../http/call.ts";
import { created, empty, notFound, ok } from "../http/reply.ts";
import { isSpecified, type Route, routes } from "../http/route.ts";
import type { User } from "../state/people.ts";
import { fullName } from "../state/relations.ts";
import { type JsonObject, parseUuid, timestamp, uuidOf } from "../state/values.ts";
import { equalFilter, listRows, rowsAt } from "./kept.ts";

/** What the caller wants to do there. */
export type RoleVerb = "list" | "add" | "update" | "delete";

/** Whose roles they are, and the uuid of what they are on, for those who may do that. */
type Find = (call: ApiCall, verb: RoleVerb) => string;

interface Grant {
  readonly user: User;
  readonly role: string;
  readonly expiration_time: string | null;
}

/** Which role the body gives to whom, or takes from them. */
export function grantIn(call: ApiCall): Grant {
  const fields = {
    user: uuidReference((id) => call.store.users.find(id)),
    role: text(),
    expiration_time: optional(nullable(dateTime()), null),
  };
  const { expiration_time: until, ...given } = validated(fields, call.body());
  return { ...given, expiration_time: until === null ? null : timestamp(until) };
}

/** A role is named by its name or its uuid. */
function isOf({ user, role }: Grant): (row: JsonObject) => boolean {
  return (row) => row.user_uuid === user.uuid && [row.role_name, row.role_uuid].includes(role);
}

function newRow({ user, role, expiration_time }: Grant, call: ApiCall): JsonObject {
  const by = callerOf(call);
  const uuid = parseUuid(role);
  return {
    uuid: call.world.newUuid(),
    created: call.world.timestamp(),
    expiration_time,
    role_name: uuid === undefined ? role : "",
    role_uuid: uuid ?? uuidOf("role", role),
    user_uuid: user.uuid,
    user_username: user.username,
    user_full_name: fullName(user),
    user_email: user.email,
    created_by_uuid: by.uuid,
    created_by_full_name: fullName(by),
  };
}

export function roleRoutes(path: string, find: Find): Route[] {
  const rowsFor = (call: ApiCall, verb: RoleVerb) => rowsAt(`${path}/${find(call, verb)}/list_users`, call);
  const ofUsers = { user: equalFilter("user_uuid") };
  return routes(path, {
    "GET {uuid}/list_users/": (call) => listRows(rowsFor(call, "list"), call, ofUsers),
    /** Who has the role keeps it as it is. */
    "POST {uuid}/add_user/": (call) => {
      const rows = rowsFor(call, "add");
      const grant = grantIn(call);
      const held = rows.find(isOf(grant));
      if (held === undefined) rows.push(newRow(grant, call));
      return created({ expiration_time: held?.expiration_time ?? grant.expiration_time });
    },
    "POST {uuid}/update_user/": (call) => {
      const rows = rowsFor(call, "update");
      const grant = grantIn(call);
      const held = rows.find(isOf(grant));
      if (held === undefined) throw notFound();
      held.expiration_time = grant.expiration_time;
      return ok({ expiration_time: grant.expiration_time });
    },
    "POST {uuid}/delete_user/": (call) => {
      const rows = rowsFor(call, "delete");
      const index = rows.findIndex(isOf(grantIn(call)));
      if (index >= 0) rows.splice(index, 1);
      return empty(200);
    },
  }).filter(isSpecified);
}
