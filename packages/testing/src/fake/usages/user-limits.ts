/** What single users may use of a component of a resource, on 8.x servers. */
import { demand, scopesOfBothSides } from "../access/permissions.ts";
import { seesFromEitherSide } from "../access/visibility.ts";
import { optional, validated } from "../body/fields.ts";
import { hyperlink, uuidReference } from "../body/references.ts";
import { decimal } from "../body/types.ts";
import { type ApiCall, callerOf, urlOf } from "../http/call.ts";
import { type Columns, render, stored } from "../http/columns.ts";
import * as match from "../http/filters.ts";
import { table } from "../http/generations.ts";
import { type Listing, list, show } from "../http/list.ts";
import { badRequest, created, empty, type Reply } from "../http/reply.ts";
import { type Route, routes, rowInPath } from "../http/route.ts";
import type { OfferingComponent, Resource, UserUsageLimit } from "../state/marketplace.ts";
import { resourceOf } from "../state/relations.ts";
import { hundredths } from "../state/values.ts";

const PATH = "component-user-usage-limits";

function componentOf({ component_uuid }: UserUsageLimit, { store }: ApiCall): OfferingComponent | undefined {
  return store.offerings
    .all()
    .flatMap(({ components }) => components)
    .find(({ uuid }) => uuid === component_uuid);
}

const limits: Listing<UserUsageLimit> = {
  columns: table<Columns<UserUsageLimit>>({
    url: (row, call) => urlOf(call, `${PATH}/${row.uuid}/`),
    ...stored("uuid", "limit"),
    resource: (row, call) => urlOf(call, `marketplace-resources/${row.resource_uuid}/`),
    component: (row) => row.component_uuid,
    component_type: (row, call) => componentOf(row, call)?.type,
    user: (row, call) => urlOf(call, `marketplace-offering-users/${row.offering_user_uuid}/`),
  }),
  filters: table<match.Filters<UserUsageLimit>>({
    component_type: match.exact((row, call) => componentOf(row, call)?.type ?? ""),
    offering_uuid: match.uuid((row, call) => resourceOf(row, call).offering_uuid),
    resource: match.url((row) => row.resource_uuid),
    resource_uuid: match.uuid((row) => row.resource_uuid),
    username: match.exact((row, { store }) => store.offeringUsers.get(row.offering_user_uuid).username ?? ""),
  }),
};

/** Those of resources one sees from either side. */
function visible(call: ApiCall): (row: UserUsageLimit) => boolean {
  const sees = seesFromEitherSide(call.world, callerOf(call));
  return (row) => sees(resourceOf(row, call));
}

function limitInPath(call: ApiCall): UserUsageLimit {
  return rowInPath(call, "ComponentUserUsageLimit", call.store.userUsageLimits, visible(call));
}

/** The customer, or the provider. */
function demandLimiter(call: ApiCall, resource: Resource): void {
  demand(call, "RESOURCE.CONSUMPTION_LIMITATION", ...scopesOfBothSides(call.world, resource));
}

const amount = decimal({ maxDigits: 20, places: 2 });

function createLimit(call: ApiCall): Reply {
  const { store, world } = call;
  const components = store.offerings.all().flatMap((offering) => offering.components);
  const { resource, component, user, limit } = validated(
    {
      resource: hyperlink("marketplace-resources", world.generation, (uuid) => store.resources.find(uuid)),
      component: uuidReference((uuid) => components.find((it) => it.uuid === uuid)),
      user: hyperlink("marketplace-offering-users", world.generation, (uuid) =>
        store.offeringUsers.find(uuid),
      ),
      limit: optional(amount, "-1.00"),
    },
    call.body(),
  );
  demandLimiter(call, resource);
  const [resource_uuid, component_uuid, offering_user_uuid] = [resource.uuid, component.uuid, user.uuid];
  const isThere = store.userUsageLimits
    .where("resource_uuid", resource_uuid)
    .some((row) => row.component_uuid === component_uuid && row.offering_user_uuid === offering_user_uuid);
  if (isThere) {
    throw badRequest({
      non_field_errors: ["The fields resource, component, user must make a unique set."],
    });
  }
  const row = { uuid: world.newUuid(), resource_uuid, component_uuid, offering_user_uuid, limit };
  return created(render(limits.columns(world.generation), store.userUsageLimits.add(row), call));
}

function changeLimit(call: ApiCall): Reply {
  const row = limitInPath(call);
  demandLimiter(call, resourceOf(row, call));
  row.limit = validated({ limit: optional(amount, row.limit) }, call.body()).limit;
  return show(row, limits, call);
}

function deleteLimit(call: ApiCall): Reply {
  const row = limitInPath(call);
  demandLimiter(call, resourceOf(row, call));
  call.store.userUsageLimits.remove(row.uuid);
  return empty(204);
}

/** Why a report of what a user used is refused, if it is above their limit. */
export function aboveUserLimit(
  call: ApiCall,
  usage: { resource_uuid: string; component_type: string },
  { username, amount: used }: { username: string; amount: string },
): string | undefined {
  const { userUsageLimits, offeringUsers } = call.store;
  const row = userUsageLimits
    .where("resource_uuid", usage.resource_uuid)
    .filter((limit) => componentOf(limit, call)?.type === usage.component_type)
    .find((limit) => offeringUsers.get(limit.offering_user_uuid).username === username);
  if (row === undefined || hundredths(row.limit) < 0n || hundredths(used) <= hundredths(row.limit))
    return undefined;
  return `Usage limit exceeded. Usage: ${used}, limit: ${row.limit}.`;
}

export const userLimitRoutes: readonly Route[] = routes(
  PATH,
  {
    GET: (call) => list(call.store.userUsageLimits.all().filter(visible(call)), limits, call),
    POST: createLimit,
    "GET {uuid}/": (call) => show(limitInPath(call), limits, call),
    "PATCH {uuid}/": changeLimit,
    "DELETE {uuid}/": deleteLimit,
  },
  { since: "8.0" },
);
