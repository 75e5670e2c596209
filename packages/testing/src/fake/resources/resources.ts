import { demand, type Permission, rolesOn } from "../access/permissions.ts";
import { type Sees, seesAsConsumer, seesAsProvider, seesFromEitherSide } from "../access/visibility.ts";
import { nullable, optional, validated } from "../body/fields.ts";
import { day, text } from "../body/types.ts";
import { type ApiCall, callerOf, urlOf, type World } from "../http/call.ts";
import { render } from "../http/columns.ts";
import { list } from "../http/list.ts";
import { badRequest, ok, type Reply, ServerCrash } from "../http/reply.ts";
import { crashes, disabled, type Route, routes, rowInPath } from "../http/route.ts";
import type { PlanPeriod, Resource } from "../state/marketplace.ts";
import type { RoleAssignment, User } from "../state/people.ts";
import { fullName, offeringOf, projectOf } from "../state/relations.ts";
import { compareTexts, compareTimestamps, type JsonObject } from "../state/values.ts";
import { periodUsageColumns } from "../usages/row.ts";
import { resources, showResource } from "./row.ts";

/** Which resources an address shows: to both sides on 2021, later those one provides, or those one uses. */
type View = (world: World, user: User) => Sees<Resource>;

/** The resource of the path, when the caller provides it, or on 2021 sees it at all. */
export function providedResource(call: ApiCall): Resource {
  return resourceInPath(call, call.world.since("2024-10") ? seesAsProvider : seesFromEitherSide);
}

/** The same for those who may do that to it, for the offering or the organization that offers. */
export function resourceFor(call: ApiCall, permission: Permission): Resource {
  const resource = providedResource(call);
  const offering = offeringOf(resource, call);
  demand(call, permission, offering.uuid, offering.organization_uuid);
  return resource;
}

/** The resource of the path, when the caller uses it. */
export function usedResource(call: ApiCall): Resource {
  return resourceInPath(call, seesAsConsumer);
}

/** Newest servers let nothing be done to what an offering has given out that is Unavailable. */
function resourceInPath(call: ApiCall, view: View): Resource {
  const row = rowInPath(call, "Resource", call.store.resources, view(call.world, callerOf(call)));
  const isRead = ["GET", "HEAD", "OPTIONS"].includes(call.method);
  if (!isRead && call.world.since("8.0") && offeringOf(row, call).state === "Unavailable") {
    throw badRequest(["Offering is unavailable."]);
  }
  return row;
}

function listOf(view: View): (call: ApiCall) => Reply {
  return (call) => {
    const rows = call.store.resources.all().filter(view(call.world, callerOf(call)));
    const byTime = (a: Resource, b: Resource): number => compareTimestamps(a.created, b.created);
    return list(call.world.since("2024-10") ? rows.sort(byTime) : rows, resources, call);
  };
}

/** Only name, description and, from 8.0 on, the end date can be edited; other keys are ignored and not even answered. */
function edit(call: ApiCall): Reply {
  const resource = providedResource(call);
  const fields = {
    name: optional(text({ maxLength: 150 }), resource.name),
    description: optional(text({ maxLength: 2000, allowBlank: true }), resource.description),
  };
  const until = { end_date: optional(nullable(day()), resource.end_date) };
  const given = validated(call.world.since("8.0") ? { ...fields, ...until } : fields, call.body());
  Object.assign(resource, given, { modified: call.world.timestamp() });
  return ok({ name: resource.name, description: resource.description, end_date: resource.end_date });
}

type Find = (call: ApiCall) => Resource;

/** Periods that are open, or ended this month, with what was reported in them this month. */
function listPlanPeriods(find: Find): (call: ApiCall) => Reply {
  return (call) => {
    const month = call.world.month();
    const periods = call.store.planPeriods.where("resource_uuid", find(call).uuid);
    const shown = periods.filter(({ end }) => end === null || end >= month);
    return ok(shown.map((period) => periodForm(period, month, call)));
  };
}

function periodForm(period: PlanPeriod, month: string, call: ApiCall): JsonObject {
  const columns = periodUsageColumns(call.world.generation);
  const components = call.store.componentUsages
    .where("resource_uuid", period.resource_uuid)
    .filter((usage) => usage.plan_period_uuid === period.uuid && usage.billing_period === month);
  return {
    uuid: period.uuid,
    plan_name: call.store.plans.get(period.plan_uuid).name,
    plan_uuid: period.plan_uuid,
    start: period.start,
    end: period.end,
    components: components.map((usage) => render(columns, usage, call)),
  };
}

/** On 2021 for the provider's people only, and the view stumbles over a soft-deleted project. */
function teamResource2021(call: ApiCall): Resource {
  const resource = resourceFor(call, "RESOURCE.LIST_TEAM");
  if (projectOf(resource, call).is_removed) {
    throw new ServerCrash();
  }
  return resource;
}

/** The project's members, each once with their first role; later servers sort them by username. */
function listTeam(find: Find): (call: ApiCall) => Reply {
  return (call) => {
    const { store, world } = call;
    const resource = find(call);
    const firstRoles = new Map<string, RoleAssignment>();
    for (const role of rolesOn(store, resource.project_uuid)) {
      if (!firstRoles.has(role.user_uuid)) firstRoles.set(role.user_uuid, role);
    }
    const members = [...firstRoles.values()];
    const username = ({ user_uuid }: RoleAssignment): string => store.users.get(user_uuid).username;
    if (world.since("2024-10")) members.sort((a, b) => compareTexts(username(a), username(b)));
    return ok(members.map((role) => memberForm(role, resource, call)));
  };
}

function memberForm(role: RoleAssignment, resource: Resource, call: ApiCall): JsonObject {
  const user = call.store.users.get(role.user_uuid);
  const offeringUser = call.store.offeringUsers
    .where("user_uuid", user.uuid)
    .find(({ offering_uuid }) => offering_uuid === resource.offering_uuid);
  return {
    url: urlOf(call, `users/${user.uuid}/`),
    uuid: user.uuid,
    username: user.username,
    full_name: fullName(user),
    email: user.email,
    role: role.role,
    expiration_time: role.expiration_time,
    ...(call.world.since("2024-10")
      ? { offering_user_username: offeringUser?.username ?? null }
      : { permission: urlOf(call, `project-permissions/${role.pk}/`) }),
    ...(call.world.since("8.0") ? { offering_user_state: offeringUser?.state ?? null } : {}),
  };
}

const OLD = "marketplace-resources";
const NEW = "marketplace-provider-resources";

const shown = (find: Find) => (call: ApiCall) => showResource(find(call), call);

export const resourceRoutes: readonly Route[] = [
  ...routes(
    OLD,
    {
      GET: listOf(seesFromEitherSide),
      OPTIONS: crashes,
      "GET {uuid}/": shown(providedResource),
      "POST {uuid}/": disabled,
      "PUT {uuid}/": edit,
      "PATCH {uuid}/": edit,
      "OPTIONS {uuid}/": crashes,
      "GET {uuid}/plan_periods/": listPlanPeriods(providedResource),
      "GET {uuid}/team/": listTeam(teamResource2021),
    },
    { before: "2024-10" },
  ),
  ...routes(
    NEW,
    {
      GET: listOf(seesAsProvider),
      "GET {uuid}/": shown(providedResource),
      "PUT {uuid}/": edit,
      "PATCH {uuid}/": edit,
      "GET {uuid}/plan_periods/": listPlanPeriods(providedResource),
      "GET {uuid}/team/": listTeam(providedResource),
    },
    { since: "2024-10" },
  ),
  ...routes(NEW, { "PATCH {uuid}/": edit }, { since: "8.0" }),
  // The address of 2021 still answers, but as the consumer sees it: a provider gets an empty list.
  ...routes(
    OLD,
    {
      GET: listOf(seesAsConsumer),
      "GET {uuid}/": shown(usedResource),
      "GET {uuid}/plan_periods/": listPlanPeriods(usedResource),
      "GET {uuid}/team/": listTeam(usedResource),
    },
    { since: "2024-10" },
  ),
];
