import { has, hasRole, isOwnerOfProvider, terminationScopes } from "../access/permissions.ts";
import type { World } from "../http/call.ts";
import { badRequest } from "../http/reply.ts";
import { orderCost } from "../money/costs.ts";
import type { Order, Resource } from "../state/marketplace.ts";
import type { Project, User } from "../state/people.ts";
import { offeringOf, organizationOf, projectOf } from "../state/relations.ts";
import { order } from "../state/rows.ts";
import { BASIC, type OrderState, type ResourceState, SLURM } from "../state/words.ts";
import { OPEN, processLater } from "./life.ts";

export function refuseBlocked(world: World, project: Project): void {
  if (organizationOf(project, world).is_blocked) {
    throw badRequest(["Blocked organization is not available."]);
  }
}

/** A project ends on its last day. Newest servers let its orders through all the same. */
export function refuseExpired(world: World, project: Project): void {
  const today = world.now().toISOString().slice(0, 10);
  if (!world.since("8.x") && project.end_date !== null && project.end_date <= today) {
    throw badRequest([`Project '${project.name} | ${organizationOf(project, world).name}' is expired.`]);
  }
}

/** What an order is to do. */
type Wish = Pick<Order, "type"> &
  Partial<Pick<Order, "attributes" | "limits" | "plan_uuid" | "old_plan_uuid">>;

/** Places an order for a resource, which stays as it is until the provider lets the order through. */
export function place(world: World, resource: Resource, by: User, wish: Wish): Order {
  const project = projectOf(resource, world);
  refuseBlocked(world, project);
  if (hasOpenOrder(world, resource)) {
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
  if (needsNoConsumer(world, resource, project, by)) {
    placed.consumer_reviewed_by_uuid = by.uuid;
    placed.consumer_reviewed_at = world.timestamp();
    placed.state = stateAfterConsumer(world, resource, project);
    if (placed.state === "executing") {
      processLater(world, placed);
    }
  }
  return placed;
}

/** Nothing is bought by ending something. */
function costOf(world: World, resource: Resource, { type, plan_uuid, limits }: Wish): string | null {
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
    isOwnerOfProvider(store, by, offering) ||
    hasRole(store, by, "organization", project.organization_uuid, "owner") ||
    (!offering.shared && hasRole(store, by, "project", project.uuid, "admin", "manager"))
  );
}

/** A project that has not begun makes its orders wait; then the provider reviews, where the type wants that. */
function stateAfterConsumer(world: World, resource: Resource, project: Project): OrderState {
  const today = world.now().toISOString().slice(0, 10);
  if (project.start_date !== null && project.start_date > today) {
    return "pending-project";
  }
  const { type } = offeringOf(resource, world);
  return type === BASIC || type === SLURM ? "pending-provider" : "executing";
}

/** States a resource can be ended from. */
export const TERMINABLE: readonly ResourceState[] = ["OK", "Erred"];

/** Whether the caller could end the resource now: `can_terminate`. */
export function mayTerminate(world: World, user: User, resource: Resource): boolean {
  return (
    TERMINABLE.includes(resource.state) &&
    has(world, user, "RESOURCE.TERMINATE", ...terminationScopes(world, resource)) &&
    !organizationOf(projectOf(resource, world), world).is_blocked &&
    !hasOpenOrder(world, resource)
  );
}

function hasOpenOrder({ store }: World, resource: Resource): boolean {
  return store.orders.where("resource_uuid", resource.uuid).some(({ state }) => OPEN.includes(state));
}
