import { SeedError } from "../../errors.ts";
import { buyerOf, rolesOn } from "../access/permissions.ts";
import { money, orderCost, planCost } from "../money/costs.ts";
import { UNDER_WAY } from "../orders/life.ts";
import type { Offering, Order, Plan, Resource } from "../state/marketplace.ts";
import type { User } from "../state/people.ts";
import { offeringOf, projectOf } from "../state/relations.ts";
import { uuidOf } from "../state/values.ts";
import { OPEN, type OrderState, type OrderType } from "../state/words.ts";
import { type Ground, oneOf } from "./ground.ts";
import type { AllocationSeed, OrderSeed } from "./inputs.ts";
import { plantOfferingUsersOfMembers } from "./offerings.ts";

/** An allocation with all that belongs to it: its orders, its plan period, what was reported this month. */
export function plantAllocation(ground: Ground, seed: AllocationSeed): Resource {
  const { store } = ground;
  const {
    offering: of,
    project: to,
    plan: by,
    usages = {},
    order,
    plan_period,
    state = "Creating",
    ...columns
  } = seed;
  const offering = ground.resolve(store.offerings, of, "offering");
  const project = ground.resolve(store.projects, to, "project");
  const plan = planOf(ground, offering, by);
  const resource = ground.add(store.resources, {
    offering_uuid: offering.uuid,
    project_uuid: project.uuid,
    plan_uuid: plan?.uuid ?? null,
    cost: plan === undefined ? null : money(planCost(offering, plan, columns.limits ?? {})),
    created: ground.nextTime(),
    state,
    ...columns,
  });
  if (order !== null) {
    plantOrdersOf(ground, resource, order ?? {});
  }
  if (plan !== undefined && plan_period !== null && (state !== "Creating" || plan_period !== undefined)) {
    store.planPeriods.add({
      uuid: uuidOf("plan period", resource.uuid),
      resource_uuid: resource.uuid,
      plan_uuid: plan.uuid,
      start: resource.created,
      end: state === "Terminated" ? ground.nextTime() : null,
      ...plan_period,
    });
  }
  plantUsages(ground, resource, offering, usages);
  plantOfferingUsersOfMembers(ground, resource);
  return resource;
}

function planOf(ground: Ground, offering: Offering, by: AllocationSeed["plan"]): Plan | undefined {
  const plans = ground.store.plans.where("offering_uuid", offering.uuid);
  if (by === null) {
    return undefined;
  }
  return by === undefined ? plans[0] : oneOf(plans, by, "plan");
}

function plantUsages(
  ground: Ground,
  resource: Resource,
  offering: Offering,
  usages: Record<string, number | string>,
): void {
  for (const [type, amount] of Object.entries(usages)) {
    if (!offering.components.some((component) => component.type === type)) {
      const known = offering.components.map((component) => component.type).join(", ");
      throw new SeedError(`usages.${type}`, `the offering has no such component; it has ${known}`);
    }
    const usage = Number(amount).toFixed(2);
    const created = ground.nextTime();
    ground.store.componentUsages.add({
      uuid: uuidOf("usage", resource.uuid, type),
      resource_uuid: resource.uuid,
      component_type: type,
      plan_period_uuid: ground.store.planPeriods.where("resource_uuid", resource.uuid).at(-1)?.uuid ?? null,
      billing_period: ground.world.month(ground.now),
      usage,
      date: created,
      created,
    });
    resource.current_usages[type] = usage;
  }
}

/** The orders a resource in this state has had, and the one that is still open. */
function plantOrdersOf(ground: Ground, resource: Resource, open: NonNullable<AllocationSeed["order"]>): void {
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
  const before = store.orders.where("resource_uuid", resource.uuid).length;
  const planted = ground.add(store.orders, {
    uuid: uuidOf("order", resource.uuid, columns.type, String(before)),
    resource_uuid: resource.uuid,
    plan_uuid: plan?.uuid ?? null,
    created_by_uuid: orderer.uuid,
    created,
    limits,
    cost: orderCost(columns.type, offeringOf(resource, ground), plan, limits),
    attributes: attributesOf(columns.type, resource),
    ...reviews(ground, resource, columns.state ?? "executing", orderer, created),
    ...columns,
  });
  // From 8.1 on the resource shows at once what is ordered.
  const isShown = ground.world.since("8.1") && OPEN.includes(planted.state) && planted.type !== "Create";
  if (isShown && resource.state === "OK") resource.state = UNDER_WAY[planted.type];
  return planted;
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
