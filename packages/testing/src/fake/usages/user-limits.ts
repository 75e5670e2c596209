/** What single users may use of a component of a resource, on 8.x servers. */
import { demand, scopesOfBothSides } from "../access/permissions.ts";
import { seesFromEitherSide } from "../access/visibility.ts";
import { optional, validated } from "../body/fields.ts";
import { hyperlink } from "../body/references.ts";
import { amount, uuid } from "../body/types.ts";
import { type ApiCall, callerOf, urlOf } from "../http/call.ts";
import { columnsOf, render } from "../http/columns.ts";
import * as match from "../http/filters.ts";
import { type Listing, list, show } from "../http/list.ts";
import { badRequest, created, empty, type Reply } from "../http/reply.ts";
import { type Route, routes, rowInPath } from "../http/route.ts";
import type { ComponentUsage, Resource, UserUsageLimit } from "../state/marketplace.ts";
import { offeringOf, resourceOf } from "../state/relations.ts";
import { hundredths } from "../state/values.ts";

const PATH = "component-user-usage-limits";

const columns = columnsOf<"UserUsageLimit", UserUsageLimit>("UserUsageLimit", {
  url: (row, call) => urlOf(call, `${PATH}/${row.uuid}/`),
  resource: (row, call) => urlOf(call, `marketplace-resources/${row.resource_uuid}/`),
  component: (row) => row.component_uuid,
  user: (row, call) => urlOf(call, `marketplace-offering-users/${row.offering_user_uuid}/`),
});

const limits: Listing<UserUsageLimit> = {
  columns,
  filters: match.filtersOf("UserUsageLimit", columns, {
    offering_uuid: match.uuid((row, call) => resourceOf(row, call).offering_uuid),
    resource: match.url((row) => row.resource_uuid),
    username: match.exact(usernameOf),
  }),
};

function usernameOf({ offering_user_uuid }: UserUsageLimit, { store }: ApiCall): string | null {
  return store.offeringUsers.get(offering_user_uuid).username;
}

/** The customer, or the provider. */
function demandLimiter(call: ApiCall, resource: Resource): void {
  demand(call, "RESOURCE.CONSUMPTION_LIMITATION", ...scopesOfBothSides(call.world, resource));
}

/** Limits show to the customer and to the provider of the resource. */
function visible(call: ApiCall): (row: UserUsageLimit) => boolean {
  const sees = seesFromEitherSide(call.world, callerOf(call));
  return (row) => sees(resourceOf(row, call));
}

function limitInPath(call: ApiCall): UserUsageLimit {
  return rowInPath(call, "ComponentUserUsageLimit", call.store.userUsageLimits, visible(call));
}

function changedLimit(call: ApiCall): UserUsageLimit {
  const row = limitInPath(call);
  demandLimiter(call, resourceOf(row, call));
  return row;
}

function createLimit(call: ApiCall): Reply {
  const { store, world } = call;
  const fields = {
    resource: hyperlink("marketplace-resources", world.generation, (id) => store.resources.find(id)),
    component: uuid(),
    user: hyperlink("marketplace-offering-users", world.generation, (id) => store.offeringUsers.find(id)),
    limit: optional(amount(), "-1.00"),
  };
  const { resource, component, user, limit } = validated(fields, call.body());
  const { type } = offeringOf(resource, call).components.find((row) => row.uuid === component) ?? {};
  if (type === undefined) {
    throw badRequest({ component: [`Object with uuid=${component} does not exist.`] });
  }
  demandLimiter(call, resource);
  const ofResource = store.userUsageLimits.where("resource_uuid", resource.uuid);
  if (ofResource.some((row) => row.component_uuid === component && row.offering_user_uuid === user.uuid)) {
    throw badRequest({
      non_field_errors: ["The fields resource, component, user must make a unique set."],
    });
  }
  const row = store.userUsageLimits.add({
    uuid: world.newUuid(),
    resource_uuid: resource.uuid,
    component_uuid: component,
    component_type: type,
    offering_user_uuid: user.uuid,
    limit,
  });
  return created(render(columns(world.generation), row, call));
}

function changeLimit(call: ApiCall): Reply {
  const row = changedLimit(call);
  row.limit = validated({ limit: optional(amount(), row.limit) }, call.body()).limit;
  return show(row, limits, call);
}

function deleteLimit(call: ApiCall): Reply {
  call.store.userUsageLimits.remove(changedLimit(call).uuid);
  return empty(204);
}

/** Why what a user used cannot be reported: it is above their limit. */
export function aboveUserLimit(
  call: ApiCall,
  { resource_uuid, component_type }: ComponentUsage,
  { username, usage = "0.00" }: { username: string; usage: string | undefined },
): string | undefined {
  const { limit } =
    call.store.userUsageLimits
      .where("resource_uuid", resource_uuid)
      .find((row) => row.component_type === component_type && usernameOf(row, call) === username) ?? {};
  if (limit === undefined || hundredths(limit) < 0n || hundredths(usage) <= hundredths(limit))
    return undefined;
  return `Usage limit exceeded. Usage: ${usage}, limit: ${limit}.`;
}

export const userLimitRoutes: readonly Route[] = routes(PATH, {
  GET: (call) => list(call.store.userUsageLimits.all().filter(visible(call)), limits, call),
  POST: createLimit,
  "GET {uuid}/": (call) => show(limitInPath(call), limits, call),
  "PATCH {uuid}/": changeLimit,
  "DELETE {uuid}/": deleteLimit,
});
