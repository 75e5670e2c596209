/** Single actions that need a little more than keeping a row. */
import { demand, PERMISSIONS } from "../access/permissions.ts";
import { listOf, nullable, optional, validated } from "../body/fields.ts";
import { uuidReference } from "../body/references.ts";
import { integer, text } from "../body/types.ts";
import { type ApiCall, callerOf } from "../http/call.ts";
import { badRequest, created, ok, type Reply } from "../http/reply.ts";
import { type Route, routes } from "../http/route.ts";
import { offeringUserInPath } from "../offerings/offering-user-row.ts";
import { showResource } from "../resources/row.ts";
import { openPlanPeriod } from "../resources/states.ts";
import { offeringOf } from "../state/relations.ts";
import { isJsonObject, type Json, type JsonObject } from "../state/values.ts";
import { demandKeys, keep, keptRowInPath, listRows, remove, sentIn } from "./kept.ts";
import { roleRoutes } from "./roles.ts";

const POOLS = "marketplace-posix-id-pools";
const GROUPS = "marketplace-service-provider-project-groups";
const RESOURCE_PROJECTS = "marketplace-provider-resource-projects";
const FOUND = "backend-resources";
const CONSUMERS = "event-consumers";
const KEYS = "marketplace-resource-api-keys";

/** What has been said of it before stays. */
function setPosixAttributes(call: ApiCall): Reply {
  const offeringUser = offeringUserInPath(call);
  demand(call, "OFFERING.UPDATE_USER", offeringOf(offeringUser, call).organization_uuid);
  const path = `marketplace-offering-users/${offeringUser.uuid}/posix_attributes`;
  const [before = {}] = call.store.kept.get(path) ?? [];
  const word = (name: string) => optional(text({ allowBlank: true }), before[name] ?? "");
  const id = (name: string) => optional(nullable(integer()), before[name] ?? null);
  const fields = {
    login_shell: word("login_shell"),
    home_directory: word("home_directory"),
    uidnumber: id("uidnumber"),
    primarygroup: id("primarygroup"),
  };
  const given = validated(fields, call.body());
  call.store.kept.set(path, [given]);
  return ok({ uidnumber: given.uidnumber, primarygroup: given.primarygroup, warnings: [] });
}

function poolStats(call: ApiCall): Reply {
  const pool = keptRowInPath(POOLS, call);
  const range = (name: string): Json => {
    const { [`min_${name}`]: min = null, [`max_${name}`]: max = null, [`${name}_used`]: used = 0 } = pool;
    return min === null ? null : { min, max, used };
  };
  return ok({
    uid: range("uid"),
    gid: range("gid"),
    group_gid: range("group_gid"),
    utilization_threshold: 80,
  });
}

function importGroups(call: ApiCall): Reply {
  const fields = {
    service_provider: text(),
    groups: listOf({ project: text(), gid: integer(), name: optional(text({ allowBlank: true }), "") }),
  };
  const { service_provider, groups } = validated(fields, call.body());
  return ok(groups.map((group) => keep(GROUPS, { ...group, service_provider }, call)));
}

/** The row that a uuid or URL in a column is of. */
function named<Row>(found: JsonObject, column: string, find: (uuid: string) => Row | undefined): Row {
  const [uuid = ""] = /[0-9a-f]{32}/.exec(String(found[column])) ?? [];
  const row = find(uuid);
  if (row === undefined) throw badRequest({ [column]: [`Object with uuid=${uuid} does not exist.`] });
  return row;
}

/** Makes an allocation of what was found on the machine, which is on the list of such things no more. */
function importResource(call: ApiCall): Reply {
  const { store, world } = call;
  const found = keptRowInPath(FOUND, call);
  const plan = optional(nullable(uuidReference((id) => store.plans.find(id))), null);
  const { name, backend_id = "", backend_metadata = {} } = found;
  const given = validated({ plan }, call.body() ?? {});
  const resource = store.resources.add({
    uuid: world.newUuid(),
    name: String(name),
    offering_uuid: named(found, "offering", (id) => store.offerings.find(id)).uuid,
    project_uuid: named(found, "project", (id) => store.projects.find(id)).uuid,
    plan_uuid: given.plan?.uuid ?? null,
    state: "OK",
    backend_id: String(backend_id),
    backend_metadata: isJsonObject(backend_metadata) ? backend_metadata : {},
    created: world.timestamp(),
  });
  openPlanPeriod(world, resource);
  remove(FOUND, call);
  return { ...showResource(resource, call), status: 201 };
}

/** There is no broker behind the queue it names. */
function registerConsumer(call: ApiCall): Reply {
  const { uuid, username } = callerOf(call);
  const { object_types = [], ...others } = sentIn(call);
  keep(CONSUMERS, { ...others, object_types, user_uuid: uuid, user_username: username }, call);
  const queue = { rmq_username: uuid, queue_name: `consumer_${uuid}`, vhost: uuid };
  return created({ ...queue, observable_object_types: object_types });
}

function reportKey(call: ApiCall): Reply {
  demandKeys(sentIn(call), ["resource", "client_id", "api_key"]);
  return created(keep(KEYS, { state: "OK", ...sentIn(call, ["api_key"]) }, call));
}

/** All that the fake knows. */
function availableScopes(call: ApiCall): Reply {
  return listRows(
    PERMISSIONS.map((permission) => ({ permission, description: "" })),
    call,
  );
}

export const plainActionRoutes: readonly Route[] = [
  ...roleRoutes(RESOURCE_PROJECTS, (call) => String(keptRowInPath(RESOURCE_PROJECTS, call).uuid)),
  ...routes(FOUND, { "POST {uuid}/import_resource/": importResource }),
  ...routes("personal-access-tokens", { "GET available_scopes/": availableScopes }),
  ...routes("marketplace-offering-users", { "POST {uuid}/set_posix_attributes/": setPosixAttributes }),
  ...routes(POOLS, { "GET {uuid}/stats/": poolStats }),
  ...routes(GROUPS, { "POST import_groups/": importGroups }),
  ...routes(CONSUMERS, { "POST register/": registerConsumer }),
  ...routes(KEYS, { "POST report_created/": reportKey }),
];
