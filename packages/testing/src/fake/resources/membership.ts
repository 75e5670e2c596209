import { listOf, optional, validated } from "../body/fields.ts";
import { choice, text, uuid } from "../body/types.ts";
import type { ApiCall } from "../http/call.ts";
import { conflict, ok, Refusal, type Reply } from "../http/reply.ts";
import { type Route, routes } from "../http/route.ts";
import { roleRoutes } from "../kept/roles.ts";
import type { Resource } from "../state/marketplace.ts";
import { offeringOf } from "../state/relations.ts";
import { resourceFor, resourceInPath } from "./resources.ts";

const PATH = "marketplace-provider-resources";

const status = {
  scope_type: choice(["resource", "resource_project"]),
  role_name: text(),
  state: choice(["synced", "pending", "missing_in_idp", "error"]),
  username: optional(text({ allowBlank: true }), ""),
  user_uuid: optional(uuid(), ""),
  resource_project_uuid: optional(uuid(), ""),
  message: optional(text({ allowBlank: true }), ""),
};

/** By the user's uuid, or their user name at the offering. */
function isKnown(call: ApiCall, { offering_uuid }: Resource, user: { username: string; user_uuid: string }) {
  return (
    call.store.users.find(user.user_uuid) !== undefined ||
    call.store.offeringUsers
      .where("offering_uuid", offering_uuid)
      .some(({ username }) => username !== "" && username === user.username)
  );
}

/** Replaces what was reported before. Skips people the server does not know, and says which. */
function setStatuses(call: ApiCall): Reply {
  const resource = resourceFor(call, "RESOURCE.SET_BACKEND_METADATA");
  const { plugin_options } = offeringOf(resource, call);
  if (plugin_options.enable_membership_sync_status !== true) {
    throw conflict("Membership sync status is not enabled for this offering.");
  }
  const { statuses } = validated({ statuses: listOf(status) }, call.body());
  const stored = statuses.filter((given) => isKnown(call, resource, given));
  const skipped = statuses.filter((given) => !stored.includes(given));
  call.store.kept.set(`${PATH}/${resource.uuid}/membership_sync_statuses`, stored);
  return ok({
    stored: stored.length,
    skipped: skipped.map(({ username, user_uuid }) => username || user_uuid),
  });
}

const PAUSE_MS = 30_000;

/** The fake has no agent to notify. */
function syncUserRoles(call: ApiCall): Reply {
  const resource = resourceFor(call, "RESOURCE.SET_BACKEND_METADATA");
  const path = `${PATH}/${resource.uuid}/sync_user_roles`;
  const now = call.world.now().getTime();
  const [last] = call.store.kept.get(path) ?? [];
  const waitMs = Number(last?.at ?? -Infinity) + PAUSE_MS - now;
  if (waitMs > 0) {
    const seconds = String(Math.ceil(waitMs / 1000));
    const detail = `Request was throttled. Expected available in ${seconds} seconds.`;
    throw new Refusal(429, { detail }, { "Retry-After": seconds });
  }
  call.store.kept.set(path, [{ at: now }]);
  return ok({ detail: "Synchronization of user roles has been requested." });
}

const PERMISSIONS = {
  add: "RESOURCE.CREATE_PERMISSION",
  update: "RESOURCE.UPDATE_PERMISSION",
  delete: "RESOURCE.DELETE_PERMISSION",
} as const;

export const membershipRoutes: readonly Route[] = [
  ...roleRoutes(PATH, (call, verb) =>
    verb === "list" ? resourceInPath(call).uuid : resourceFor(call, PERMISSIONS[verb]).uuid,
  ),
  ...routes(PATH, {
    "POST {uuid}/set_membership_sync_statuses/": setStatuses,
    "POST {uuid}/sync_user_roles/": syncUserRoles,
  }),
];
