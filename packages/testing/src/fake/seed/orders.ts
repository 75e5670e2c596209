import { buyerOf, rolesOn } from "../access/permissions.ts";
import { orderCost } from "../money/costs.ts";
import type { Order, Resource } from "../state/marketplace.ts";
import type { User } from "../state/people.ts";
import { offeringOf, projectOf } from "../state/relations.ts";
import * as rows from "../state/rows.ts";
import { uuidOf } from "../state/values.ts";
import { OPEN, type OrderState, type OrderType } from "../state/words.ts";
import type { Ground } from "./ground.ts";
import type { AllocationSeed, OrderSeed } from "./inputs.ts";

/** The orders a resource in this state has had, and the one that is still open. */
export function plantOrdersOf(
  ground: Ground,
  resource: Resource,
  open: NonNullable<AllocationSeed["order"]>,
): void {
  const creation = ground.isOld ? "executing" : "pending-provider";
  const usual: Record<Resource["state"], [OrderType, OrderState] | undefined> = {
    Creating: ["Create", creation],
    OK: undefined,
    Erred: undefined,
    Updating: ["Update", "executing"],
    Terminating: ["Terminate", "executing"],
    Terminated: ["Terminate", "done"],
  };
  const [type, state] = usual[resource.state] ?? [open.type, "pending-provider"];
  const last = open.type ?? type;
  if (last !== "Create") {
    plantOrder(ground, { type: "Create", state: "done", allocation: resource });
  }
  if (last !== undefined) {
    const uuid = open.uuid === undefined ? {} : { uuid: open.uuid };
    plantOrder(ground, { type: last, state: open.state ?? state, allocation: resource, ...uuid });
  }
}

export function plantOrder(ground: Ground, seed: OrderSeed): Order {
  const { allocation, created_by, plan: by, ...columns } = seed;
  const { store } = ground;
  const resource = ground.resolve(store.resources, allocation, "allocation");
  const buyer = created_by ?? buyerOf(store, projectOf(resource, ground));
  const orderer = ground.resolve(store.users, buyer, "created_by");
  const created = ground.nextTime();
  // Nothing is bought by ending something.
  const kept = columns.type === "Terminate" ? null : resource.plan_uuid;
  const plan = by === undefined ? store.plans.find(kept ?? "") : ground.resolve(store.plans, by, "plan");
  const limits = columns.limits ?? (columns.type === "Terminate" ? {} : resource.limits);
  const planted = store.orders.add(
    rows.order({
      uuid: uuidOf(
        "order",
        resource.uuid,
        columns.type,
        String(store.orders.where("resource_uuid", resource.uuid).length),
      ),
      resource_uuid: resource.uuid,
      plan_uuid: plan?.uuid ?? null,
      created_by_uuid: orderer.uuid,
      created,
      limits,
      cost: orderCost(columns.type, offeringOf(resource, ground), plan, limits),
      attributes: attributesOf(columns.type, resource),
      ...reviews(ground, resource, columns.state ?? "executing", orderer, created),
      ...columns,
    }),
  );
  if (ground.world.since("8.1") && OPEN.includes(planted.state)) showUnderWay(resource, planted);
  return planted;
}

/** As it shows on newest servers from the moment an order is placed. */
function showUnderWay(resource: Resource, { type }: Order): void {
  if (resource.state !== "OK" || type === "Create") return;
  resource.state = type === "Update" ? "Updating" : "Terminating";
}

function attributesOf(type: OrderType, resource: Resource): Order["attributes"] {
  if (type === "Create") {
    return resource.attributes;
  }
  return type === "Update" ? { old_limits: resource.limits } : {};
}

/** Who must have reviewed an order that is this far. */
function reviews(
  ground: Ground,
  resource: Resource,
  state: OrderState,
  orderer: User,
  time: string,
): Partial<Order> {
  if (state === "pending-consumer") {
    return {};
  }
  const byConsumer = { consumer_reviewed_by_uuid: orderer.uuid, consumer_reviewed_at: time };
  const { organization_uuid } = offeringOf(resource, ground);
  const owner = rolesOn(ground.store, organization_uuid).find(({ role }) => role === "owner");
  if (owner === undefined || !["executing", "done", "erred", "rejected"].includes(state)) {
    return byConsumer;
  }
  return {
    ...byConsumer,
    provider_reviewed_by_uuid: owner.user_uuid,
    provider_reviewed_at: time,
    completed_at: state === "done" ? time : null,
  };
}
