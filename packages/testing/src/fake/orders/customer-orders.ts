import { consumerScopes, demand, isOfConsumer, scopesOfBothSides } from "../access/permissions.ts";
import { nullable, optional, validated } from "../body/fields.ts";
import { hyperlink, planLink } from "../body/references.ts";
import { limits, object, text } from "../body/types.ts";
import { type ApiCall, callerOf } from "../http/call.ts";
import { render } from "../http/columns.ts";
import { badRequest, created, empty, forbidden, ok, type Reply } from "../http/reply.ts";
import { type Route, routes } from "../http/route.ts";
import { resourceInPath } from "../resources/resources.ts";
import { demandState } from "../resources/states.ts";
import type { Resource } from "../state/marketplace.ts";
import { offeringOf, projectOf } from "../state/relations.ts";
import { BASIC, SUPPORT } from "../state/words.ts";
import * as life from "./life.ts";
import { changeOf, demandPlaceable, place, placeCreation, type Wish } from "./placing.ts";
import { demandType, orderInPath, orders, projectOfOrder } from "./row.ts";

/** Orders a new allocation. */
export function createOrder(call: ApiCall): Reply {
  const { store, world } = call;
  const given = validated(
    {
      offering: hyperlink("marketplace-public-offerings", world.generation, (id) => store.offerings.find(id)),
      project: hyperlink("projects", world.generation, (id) => store.projects.find(id)),
      plan: optional(nullable(planLink(call)), null),
      attributes: optional(object(), {}),
      limits: optional(limits(), {}),
      start_date: optional(nullable(text()), null),
    },
    call.body(),
  );
  // Anyone in the project may order; whether an owner has to approve it is decided when it is placed.
  if (!isOfConsumer(store, callerOf(call), given.project)) throw forbidden();
  const { name } = validated({ name: text({ maxLength: 150 }) }, given.attributes);
  const order = placeCreation(world, callerOf(call), { ...given, name });
  return created(render(orders.columns(world.generation), order, call));
}

/** The customer approves or rejects an order that waits for them. */
function reviewAs(permission: "ORDER.APPROVE" | "ORDER.REJECT", decide: typeof life.approve) {
  return (call: ApiCall): Reply => {
    const order = orderInPath(call);
    demand(call, permission, ...consumerScopes(projectOfOrder(order, call)));
    demandState(order, "pending-consumer");
    decide(call.world, order, "consumer", callerOf(call));
    return empty(200);
  };
}

function cancel(call: ApiCall): Reply {
  const order = orderInPath(call);
  demand(call, "ORDER.CANCEL", ...consumerScopes(projectOfOrder(order, call)));
  demandState(order, ...life.cancelable(call.world));
  demandType(call, order, BASIC, SUPPORT);
  life.cancel(call.world, order);
  return empty(202);
}

/** Places an order for an existing resource. */
function ordered(call: ApiCall, resource: Resource, wish: Wish): Reply {
  return ok({ order_uuid: place(call.world, resource, callerOf(call), wish).uuid });
}

function terminate(call: ApiCall): Reply {
  const resource = resourceInPath(call);
  demand(call, "RESOURCE.TERMINATE", ...scopesOfBothSides(call.world, resource));
  demandPlaceable("Terminate", resource);
  const { attributes } = validated({ attributes: optional(object(), {}) }, call.body());
  return ordered(call, resource, { type: "Terminate", attributes });
}

/** Those who may end a resource may also restore it, if the offering allows it. */
function restore(call: ApiCall): Reply {
  const resource = resourceInPath(call);
  demand(call, "RESOURCE.TERMINATE", ...scopesOfBothSides(call.world, resource));
  demandPlaceable("Restore", resource);
  if (offeringOf(resource, call).plugin_options.can_restore_resource !== true) {
    throw badRequest(["Resources of this offering cannot be restored."]);
  }
  const { limits, plan_uuid } = resource;
  return ordered(call, resource, { type: "Restore", limits, plan_uuid });
}

/** The resource of the path, for an order that changes it. */
function changedResource(call: ApiCall): Resource {
  const resource = resourceInPath(call);
  demand(call, "RESOURCE.UPDATE", ...consumerScopes(projectOf(resource, call)));
  demandPlaceable("Update", resource);
  return resource;
}

function updateLimits(call: ApiCall): Reply {
  const resource = changedResource(call);
  const wanted = validated({ limits: limits() }, call.body()).limits;
  return ordered(call, resource, changeOf(call.world, resource, wanted));
}

function switchPlan(call: ApiCall): Reply {
  const resource = changedResource(call);
  const { plan } = validated({ plan: planLink(call) }, call.body());
  if (plan.offering_uuid !== resource.offering_uuid) {
    throw badRequest({ plan: ["Plan is not available for this offering."] });
  }
  const { limits, plan_uuid: old_plan_uuid } = resource;
  return ordered(call, resource, { type: "Update", limits, plan_uuid: plan.uuid, old_plan_uuid });
}

const PROVIDED = "marketplace-provider-resources";

export const customerOrderRoutes: readonly Route[] = [
  ...routes(PROVIDED, { "POST {uuid}/restore/": restore, "POST {uuid}/terminate/": terminate }),
  ...routes(
    "marketplace-orders",
    {
      "POST {uuid}/cancel/": cancel,
      "POST {uuid}/approve_by_consumer/": reviewAs("ORDER.APPROVE", life.approve),
      "POST {uuid}/reject_by_consumer/": reviewAs("ORDER.REJECT", life.reject),
    },
    { since: "2024-10" },
  ),
  ...routes(
    "marketplace-resources",
    {
      "POST {uuid}/terminate/": terminate,
      "POST {uuid}/update_limits/": updateLimits,
      "POST {uuid}/switch_plan/": switchPlan,
    },
    { since: "2024-10" },
  ),
];
