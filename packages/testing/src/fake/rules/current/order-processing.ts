import type { Order, Resource } from "../../entities.ts";
import type { World } from "../../http/api-call.ts";
import { ServerCrash } from "../../http/reply.ts";
import { succeed } from "./order-outcomes.ts";
import { switchResource } from "./resource-states.ts";
import { offeringOf } from "./scopes.ts";

export const BASIC = "Marketplace.Basic";
export const SLURM = "Marketplace.Slurm";
export const SUPPORT = "Support.OfferingTemplate";

/**
 * What a worker does with an order that was let through. On Basic offerings it completes it; on others the
 * order stays executing until the provider says how it ended.
 */
export function processLater(world: World, order: Order): void {
  world.background.later(() => process(world, order));
}

/** The worker catches what goes wrong and notes it on the order. */
function process(world: World, order: Order): void {
  const resource = world.store.resources.get(order.resource_uuid);
  try {
    perform(world, order, resource);
  } catch (error) {
    if (!(error instanceof ServerCrash)) {
      throw error;
    }
    // Only a Terminated resource (6) cannot become OK.
    order.error_message = "Can't switch from state '6' using method 'set_state_ok'";
    order.state = "erred";
    order.modified = world.timestamp();
    switchResource(world, resource, "Erred");
  }
}

function perform(world: World, order: Order, resource: Resource): void {
  const { type } = offeringOf(world.store, resource);
  const isOfLimits = order.attributes.old_limits !== undefined;
  if (type === BASIC && order.type === "Create") {
    resource.options = {};
  }
  if (type === BASIC || (order.type === "Update" && !isOfLimits)) {
    succeed(world, resource, order.type);
  } else {
    begin(world, order, resource, type);
  }
}

/** The first half of what others than Basic offerings do; the provider tells of the second. */
function begin(world: World, order: Order, resource: Resource, type: string): void {
  if (order.type === "Terminate") {
    switchResource(world, resource, "Terminating");
  } else if (order.type === "Update") {
    switchResource(world, resource, "Updating");
    if (resource.plugin_object !== null) {
      resource.backend_metadata = UPDATE_SCHEDULED;
    }
  } else if (type === SLURM) {
    resource.plugin_object = { uuid: world.newUuid(), type: "SLURM.Allocation", path: "slurm-allocations" };
    resource.modified = world.timestamp();
  }
}

/** What the SLURM plugin notes of an allocation whose limits are to change. */
const UPDATE_SCHEDULED = {
  state: "Update Scheduled",
  action: null,
  runtime_state: null,
  action_details: null,
};
