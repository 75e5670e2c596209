/** Placing orders, and when servers refuse it. */
import { has, hasRole, scopesOfBothSides } from "../access/permissions.ts";
import type { World } from "../http/call.ts";
import { badRequest } from "../http/reply.ts";
import { isPaidAhead, money, orderCost, planCost } from "../money/costs.ts";
import { demandState, switchResource } from "../resources/states.ts";
import type { Offering, Order, Plan, Resource } from "../state/marketplace.ts";
import type { Project, User } from "../state/people.ts";
import { offeringOf, organizationOf, projectOf } from "../state/relations.ts";
import { OPEN, type ResourceState } from "../state/words.ts";
import { approve, UNDER_WAY } from "./life.ts";

export function refuseBlocked(world: World, project: Project): void {
  if (organizationOf(project, world).is_blocked) {
    throw badRequest(["Blocked organization is not available."]);
  }
}

/** Only components that are paid in advance have limits. */
export function refuseLimits(world: World, offering: Offering, limits: Record<string, number>): void {
  const known = offering.components.filter((it) => isPaidAhead(world, it)).map(({ type }) => type);
  const wrong = Object.keys(limits).filter((type) => !known.includes(type));
  if (wrong.length > 0) throw badRequest({ limits: [`Invalid types: ${wrong.join(", ")}`] });
}

/** What an order is to do. Servers before 8.0 do not know its start date. */
export type Wish = Pick<Order, "type"> &
  Partial<Pick<Order, "attributes" | "limits" | "plan_uuid" | "old_plan_uuid" | "start_date">>;

/** What a new allocation is to be. */
interface Creation extends Pick<Order, "attributes" | "limits" | "start_date"> {
  readonly offering: Offering;
  readonly project: Project;
  readonly plan: Plan | null;
  readonly name: string;
}

/** Makes the resource, which is Creating, and places the order for it. */
export function placeCreation(world: World, by: User, wish: Creation): Order {
  const { offering, project, plan, name, limits, start_date } = wish;
  if (offering.state !== "Active") {
    throw badRequest({ offering: ["Offering is not available."] });
  }
  refuseBlocked(world, project);
  refuseLimits(world, offering, limits);
  const wanted = { attributes: { ...wish.attributes, name }, limits, plan_uuid: plan?.uuid ?? null };
  const resource = world.store.resources.add({
    uuid: world.newUuid(),
    name,
    offering_uuid: offering.uuid,
    project_uuid: project.uuid,
    cost: plan === null ? null : money(planCost(offering, plan, limits)),
    created: world.timestamp(),
    ...wanted,
  });
  return place(world, resource, by, { type: "Create", start_date, ...wanted });
}

/** An order of other limits. */
export function changeOf(world: World, resource: Resource, limits: Record<string, number>): Wish {
  refuseLimits(world, offeringOf(resource, world), limits);
  const { plan_uuid, limits: old_limits } = resource;
  return { type: "Update", attributes: { old_limits }, limits, plan_uuid };
}

/** States a resource can be ended from. */
const TERMINABLE: readonly ResourceState[] = ["OK", "Erred"];

/** States of a resource in which an order can be placed for it. */
const PLACED_IN = {
  Create: ["Creating"],
  Restore: ["Terminated"],
  Update: ["OK"],
  Terminate: TERMINABLE,
} as const;

/** Servers look at the state before they read what is ordered. */
export function demandPlaceable(type: Order["type"], resource: Resource): void {
  demandState(resource, ...PLACED_IN[type]);
}

/** Places an order for a resource. Before 8.1 the resource stays as it is until the provider approves. */
export function place(world: World, resource: Resource, by: User, wish: Wish): Order {
  const project = projectOf(resource, world);
  demandPlaceable(wish.type, resource);
  refuseBlocked(world, project);
  // On a 2021 server orders stay open for good: `set_state_by_provider` does not touch them.
  if (world.since("2024-10") && hasOpenOrder(world, resource)) {
    throw badRequest(["Pending order for resource already exists."]);
  }
  const placed = world.store.orders.add({
    uuid: world.newUuid(),
    resource_uuid: resource.uuid,
    created_by_uuid: by.uuid,
    created: world.timestamp(),
    cost: costOf(world, resource, wish),
    state: "pending-consumer",
    ...wish,
    start_date: (world.since("8.0") ? wish.start_date : null) ?? null,
  });
  // From 8.1 on the resource shows at once what is ordered, unless it is Erred.
  const isUnderWay = placed.type === "Update" || (placed.type === "Terminate" && resource.state !== "Erred");
  if (world.since("8.1") && isUnderWay) switchResource(world, resource, UNDER_WAY[placed.type]);
  if (needsNoConsumer(world, resource, project, by)) approve(world, placed, "consumer", by);
  return placed;
}

/** The end of an allocation costs nothing. */
export function costOf(world: World, resource: Resource, { type, plan_uuid, limits }: Wish): string | null {
  if (type === "Terminate") return null;
  const plan = world.store.plans.find(plan_uuid ?? "");
  return orderCost(type, offeringOf(resource, world), plan, limits ?? resource.limits);
}

/**
 * Whose orders need no approval by the consumer: staff, owners of the consumer or the provider, and for a private
 * offering the leads of the project.
 */
function needsNoConsumer(
  world: World,
  resource: Resource,
  project: Project,
  { uuid, is_staff }: User,
): boolean {
  const { store } = world;
  const offering = offeringOf(resource, world);
  return (
    is_staff ||
    hasRole(store, uuid, offering.organization_uuid, "owner") ||
    hasRole(store, uuid, project.organization_uuid, "owner") ||
    (!offering.shared && hasRole(store, uuid, project.uuid, "admin", "manager"))
  );
}

/** Whether the caller could end the resource now: `can_terminate`. */
export function mayTerminate(world: World, user: User, resource: Resource): boolean {
  return (
    TERMINABLE.includes(resource.state) &&
    has(world, user, "RESOURCE.TERMINATE", ...scopesOfBothSides(world, resource)) &&
    !organizationOf(projectOf(resource, world), world).is_blocked &&
    !hasOpenOrder(world, resource)
  );
}

function hasOpenOrder({ store }: World, resource: Resource): boolean {
  return store.orders.where("resource_uuid", resource.uuid).some(({ state }) => OPEN.includes(state));
}
