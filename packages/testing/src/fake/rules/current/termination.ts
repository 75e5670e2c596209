import type { Order, Project, Resource, User } from "../../entities.ts";
import type { World } from "../../http/api-call.ts";
import { badRequest } from "../../http/reply.ts";
import type { JsonObject } from "../../json.ts";
import { order } from "../../rows.ts";
import type { Store } from "../../store.ts";
import type { OrderState, ResourceState } from "../../words.ts";
import { hasRole, isOwnerOfProvider } from "../roles.ts";
import { refuseBlocked } from "./consumers.ts";
import { OPEN } from "./order-life.ts";
import { BASIC, processLater, SLURM } from "./order-processing.ts";
import { has } from "./permissions.ts";
import { consumerScopes, offeringOf, projectOf, providerScope, type Scope } from "./scopes.ts";

/** Places an order that ends the resource. The resource stays as it is until the provider lets it through. */
export function placeTermination(world: World, resource: Resource, by: User, attributes: JsonObject): Order {
  const { store } = world;
  const project = projectOf(store, resource);
  refuseBlocked(world, project);
  if (hasOpenOrder(store, resource)) {
    throw badRequest(["Pending order for resource already exists."]);
  }
  const placed = store.orders.add(
    order({
      uuid: world.newUuid(),
      type: "Terminate",
      resource_uuid: resource.uuid,
      created_by_uuid: by.uuid,
      created: world.timestamp(),
      attributes,
      cost: null,
      state: "pending-consumer",
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

/**
 * Staff, the consumer's own owners and the provider's owners end it without asking the consumer; on a private
 * offering the leads of the project do, too.
 */
function needsNoConsumer({ store }: World, resource: Resource, project: Project, by: User): boolean {
  const offering = offeringOf(store, resource);
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
  const { type } = offeringOf(world.store, resource);
  return type === BASIC || type === SLURM ? "pending-provider" : "executing";
}

/** Whether the caller could end the resource now: `can_terminate`. */
export function mayTerminate(world: World, user: User, resource: Resource): boolean {
  const { store } = world;
  const project = projectOf(store, resource);
  return (
    TERMINABLE.includes(resource.state) &&
    has(store, user, "RESOURCE.TERMINATE", ...terminationScopes(store, resource)) &&
    !store.organizations.get(project.organization_uuid).is_blocked &&
    !hasOpenOrder(store, resource)
  );
}

/** States a resource can be ended from. */
export const TERMINABLE: readonly ResourceState[] = ["OK", "Erred"];

/** Where a role lets one end the resource. */
export function terminationScopes(store: Store, resource: Resource): Scope[] {
  return [...consumerScopes(projectOf(store, resource)), providerScope(offeringOf(store, resource))];
}

function hasOpenOrder(store: Store, resource: Resource): boolean {
  return store.orders.where("resource_uuid", resource.uuid).some(({ state }) => OPEN.includes(state));
}
