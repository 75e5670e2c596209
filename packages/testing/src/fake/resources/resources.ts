import { demand, type Permission, rolesOn } from "../access/permissions.ts";
import { type Sees, seesAsConsumer, seesAsProvider, seesFromEitherSide } from "../access/visibility.ts";
import { nullable, optional, validated } from "../body/fields.ts";
import { day, text } from "../body/types.ts";
import { type ApiCall, callerOf, change, urlOf } from "../http/call.ts";
import { list } from "../http/list.ts";
import { badRequest, ok, type Reply, ServerCrash } from "../http/reply.ts";
import { crashes, disabled, type Route, routes, rowInPath } from "../http/route.ts";
import type { PlanPeriod, Resource } from "../state/marketplace.ts";
import type { RoleAssignment, User } from "../state/people.ts";
import { fullName, offeringOf, offeringUserOf, projectOf } from "../state/relations.ts";
import { compareTexts, type JsonObject } from "../state/values.ts";
import { usageOfPeriod } from "../usages/row.ts";
import { resources, showResource } from "./row.ts";

/** What the caller sees: on a 2021 server both sides have the same address, later each has its own. */
function visible(call: ApiCall): Sees<Resource> {
  const isOfOld = call.url.pathname.startsWith("/api/marketplace-resources/");
  const ofToday = isOfOld ? seesAsConsumer : seesAsProvider;
  const view = call.world.since("2024-10") ? ofToday : seesFromEitherSide;
  return view(call.world, callerOf(call));
}

/** The resource of the path. 8.x servers refuse to change those of an offering that is Unavailable. */
export function resourceInPath(call: ApiCall): Resource {
  const row = rowInPath(call, "Resource", call.store.resources, visible(call));
  const isRead = ["GET", "HEAD", "OPTIONS"].includes(call.method);
  if (!isRead && call.world.since("8.0") && offeringOf(row, call).state === "Unavailable") {
    throw badRequest(["Offering is unavailable."]);
  }
  return row;
}

/** The same, if the caller has the permission for its offering or for the organization that offers it. */
export function resourceFor(call: ApiCall, permission: Permission): Resource {
  const resource = resourceInPath(call);
  const offering = offeringOf(resource, call);
  demand(call, permission, offering.uuid, offering.organization_uuid);
  return resource;
}

/** Only name, description and, from 8.0 on, the end date can be edited. Other keys are ignored. */
function edit(call: ApiCall): Reply {
  const resource = resourceInPath(call);
  const fields = {
    name: optional(text({ maxLength: 150 }), resource.name),
    description: optional(text({ maxLength: 2000, allowBlank: true }), resource.description),
  };
  const until = { end_date: optional(nullable(day()), resource.end_date) };
  const given = validated(call.world.since("8.0") ? { ...fields, ...until } : fields, call.body());
  change(call.world, resource, given);
  return ok({ name: resource.name, description: resource.description, end_date: resource.end_date });
}

/** Periods that are open or ended this month, with the usage reported in them this month. */
function listPlanPeriods(call: ApiCall): Reply {
  const month = call.world.month();
  const periods = call.store.planPeriods.where("resource_uuid", resourceInPath(call).uuid);
  const shown = periods.filter(({ end }) => end === null || end >= month);
  return ok(shown.map((period) => periodForm(period, month, call)));
}

function periodForm(period: PlanPeriod, month: string, call: ApiCall): JsonObject {
  const components = call.store.componentUsages
    .where("resource_uuid", period.resource_uuid)
    .filter((usage) => usage.plan_period_uuid === period.uuid && usage.billing_period === month);
  return {
    uuid: period.uuid,
    plan_name: call.store.plans.get(period.plan_uuid).name,
    plan_uuid: period.plan_uuid,
    start: period.start,
    end: period.end,
    components: components.map((usage) => usageOfPeriod(usage, call)),
  };
}

/** A 2021 server shows a team to the provider only, and crashes if the project is soft-deleted. */
function teamOf(call: ApiCall): Resource {
  if (call.world.since("2024-10")) return resourceInPath(call);
  const resource = resourceFor(call, "RESOURCE.LIST_TEAM");
  if (projectOf(resource, call).is_removed) throw new ServerCrash();
  return resource;
}

/** The project's members, each once with their first role; later servers sort them by username. */
function listTeam(call: ApiCall): Reply {
  const { store, world } = call;
  const resource = teamOf(call);
  const firstRoles = new Map<string, RoleAssignment>();
  for (const role of rolesOn(store, resource.project_uuid)) {
    if (!firstRoles.has(role.user_uuid)) firstRoles.set(role.user_uuid, role);
  }
  const members = [...firstRoles.values()].map((role) => ({ role, user: store.users.get(role.user_uuid) }));
  if (world.since("2024-10")) members.sort((a, b) => compareTexts(a.user.username, b.user.username));
  return ok(members.map(({ role, user }) => memberForm(role, user, resource, call)));
}

function memberForm(role: RoleAssignment, user: User, resource: Resource, call: ApiCall): JsonObject {
  const offeringUser = offeringUserOf(user, resource, call);
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

const shown = {
  GET: (call: ApiCall) => list(call.store.resources.all().filter(visible(call)), resources, call),
  "GET {uuid}/": (call: ApiCall) => showResource(resourceInPath(call), call),
  "GET {uuid}/plan_periods/": listPlanPeriods,
  "GET {uuid}/team/": listTeam,
};
const edited = { "PUT {uuid}/": edit, "PATCH {uuid}/": edit };

export const resourceRoutes: readonly Route[] = [
  // The spec leaves out that later servers still answer there, with what one uses oneself.
  ...routes(OLD, shown, { since: "2021" }),
  ...routes(
    OLD,
    { ...edited, "POST {uuid}/": disabled, OPTIONS: crashes, "OPTIONS {uuid}/": crashes },
    { before: "2024-10" },
  ),
  ...routes(NEW, { ...shown, ...edited }, { since: "2024-10" }),
];
