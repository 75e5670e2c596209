import { has, hasRole, scopesOfBothSides } from "../access/permissions.ts";
import type { World } from "../http/call.ts";
import { badRequest, conflict } from "../http/reply.ts";
import { isPaidAhead, money, orderCost, planCost } from "../money/costs.ts";
import { switchResource } from "../resources/states.ts";
import type { Offering, Order, Plan, Resource } from "../state/marketplace.ts";
import type { Project, User } from "../state/people.ts";
import { offeringOf, organizationOf, projectOf } from "../state/relations.ts";
import { order, resource as resourceRow } from "../state/rows.ts";
import type { JsonObject } from "../state/values.ts";
import type { ResourceState } from "../state/words.ts";
import { OPEN } from "./life.ts";
import { approve, today } from "./review.ts";

export function refuseBlocked(world: World, project: Project): void {
  if (organizationOf(project, world).is_blocked) {
    throw badRequest(["Blocked organization is not available."]);
  }
}

/** A project ends on its last day. Newest servers let its orders through all the same. */
export function refuseExpired(world: World, project: Project): void {
  if (!world.since("8.0") && project.end_date !== null && project.end_date <= today(world)) {
    throw badRequest([`Project '${project.name} | ${organizationOf(project, world).name}' is expired.`]);
  }
}

/** What an order is to do. */
type Wish = Pick<Order, "type"> &
  Partial<Pick<Order, "attributes" | "limits" | "plan_uuid" | "old_plan_uuid" | "start_date">>;

/** What somebody wants to have. */
interface Creation {
  readonly offering: Offering;
  readonly project: Project;
  readonly plan: Plan | undefined;
  readonly name: string;
  readonly limits: Record<string, number>;
  readonly attributes: JsonObject;
  readonly start_date: string | null;
}

/** Makes the resource that is to come, and places the order for it. */
export function placeCreation(world: World, by: User, wish: Creation): Order {
  const { offering, project, plan, name, limits, attributes, start_date } = wish;
  if (offering.state !== "Active") {
    throw badRequest({ offering: ["Offering is not available."] });
  }
  refuseBlocked(world, project);
  refuseLimits(world, offering, limits);
  const resource = world.store.resources.add(
    resourceRow({
      uuid: world.newUuid(),
      name,
      offering_uuid: offering.uuid,
      project_uuid: project.uuid,
      plan_uuid: plan?.uuid ?? null,
      attributes: { ...attributes, name },
      limits,
      cost: plan === undefined ? null : money(planCost(offering, plan, limits)),
      created: world.timestamp(),
    }),
  );
  return place(world, resource, by, {
    type: "Create",
    attributes: resource.attributes,
    limits,
    plan_uuid: resource.plan_uuid,
    start_date,
  });
}

/** Only what is paid ahead has limits. */
export function refuseLimits(world: World, offering: Offering, limits: Record<string, number>): void {
  const known = offering.components.filter((it) => isPaidAhead(world, it)).map(({ type }) => type);
  const wrong = Object.keys(limits).filter((type) => !known.includes(type));
  if (wrong.length > 0) throw badRequest({ limits: [`Invalid types: ${wrong.join(", ")}`] });
}

/** An order of other limits. */
export function changeOf(world: World, resource: Resource, limits: Record<string, number>): Wish {
  refuseLimits(world, offeringOf(resource, world), limits);
  return {
    type: "Update",
    attributes: { old_limits: resource.limits },
    limits,
    plan_uuid: resource.plan_uuid,
  };
}

/** Places an order for a resource; before 8.1 that stays as it is until the provider lets the order through. */
export function place(world: World, resource: Resource, by: User, wish: Wish): Order {
  const project = projectOf(resource, world);
  refuseBlocked(world, project);
  // On 2021 what a provider sets leaves the order open for good.
  if (world.since("2024-10") && hasOpenOrder(world, resource)) {
    throw badRequest(["Pending order for resource already exists."]);
  }
  const placed = world.store.orders.add(
    order({
      uuid: world.newUuid(),
      resource_uuid: resource.uuid,
      created_by_uuid: by.uuid,
      created: world.timestamp(),
      cost: costOf(world, resource, wish),
      state: "pending-consumer",
      ...wish,
    }),
  );
  if (world.since("8.1")) showUnderWay(world, resource, placed);
  if (needsNoConsumer(world, resource, project, by)) {
    approve(world, placed, "consumer", by);
  }
  return placed;
}

/** Newest servers show at once what is wanted of a resource, while the order still waits; not of one that is Erred. */
function showUnderWay(world: World, resource: Resource, { type }: Order): void {
  if (type === "Create" || type === "Restore" || resource.state === "Erred") return;
  switchResource(world, resource, type === "Update" ? "Updating" : "Terminating");
}

/** Nothing is bought by ending something. */
export function costOf(world: World, resource: Resource, { type, plan_uuid, limits }: Wish): string | null {
  if (type === "Terminate") return null;
  const plan = world.store.plans.find(plan_uuid ?? "");
  return orderCost(type, offeringOf(resource, world), plan, limits ?? resource.limits);
}

/**
 * Staff, the consumer's own owners and the provider's owners end it without asking the consumer; on a private
 * offering the leads of the project do, too.
 */
function needsNoConsumer(world: World, resource: Resource, project: Project, by: User): boolean {
  const { store } = world;
  const offering = offeringOf(resource, world);
  return (
    by.is_staff ||
    hasRole(store, by.uuid, offering.organization_uuid, "owner") ||
    hasRole(store, by.uuid, project.organization_uuid, "owner") ||
    (!offering.shared && hasRole(store, by.uuid, project.uuid, "admin", "manager"))
  );
}

/** States a resource can be ended from. */
const TERMINABLE: readonly ResourceState[] = ["OK", "Erred"];

export function demandTerminable({ state }: Resource): void {
  if (!TERMINABLE.includes(state)) {
    throw conflict(`Valid states for operation: ${TERMINABLE.join(", ")}.`);
  }
}

export function demandChangeable({ state }: Resource): void {
  if (state !== "OK") {
    throw conflict("Valid states for operation: OK.");
  }
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
