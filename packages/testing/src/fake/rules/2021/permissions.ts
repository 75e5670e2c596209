import type { Offering, Resource, User } from "../../entities.ts";
import { type ApiCall, callerOf } from "../../http/api-call.ts";
import type { Store } from "../../store.ts";
import { hasRole } from "../roles.ts";

function offeringOf(store: Store, resource: Resource): Offering {
  return store.offerings.get(resource.offering_uuid);
}

function consumerUuid(store: Store, resource: Resource): string {
  return store.projects.get(resource.project_uuid).organization_uuid;
}

/** States, reports and the team: owners and service managers of the provider. */
export function actsForProvider(store: Store, user: User, resource: Resource): boolean {
  const { organization_uuid } = offeringOf(store, resource);
  return user.is_staff || hasRole(store, user, "organization", organization_uuid, "owner", "service_manager");
}

/** The backend id: the provider's people, managers of the offering, and owners of the consumer. */
export function maySetBackendId(store: Store, user: User, resource: Resource): boolean {
  return (
    actsForProvider(store, user, resource) ||
    hasRole(store, user, "offering", resource.offering_uuid) ||
    hasRole(store, user, "organization", consumerUuid(store, resource), "owner")
  );
}

/** Usage: owners of the provider and managers of the offering, not its service managers. */
export function mayReportUsage(store: Store, user: User, offering: Offering): boolean {
  return (
    user.is_staff ||
    hasRole(store, user, "organization", offering.organization_uuid, "owner") ||
    hasRole(store, user, "offering", offering.uuid)
  );
}

export function mayCreateOfferingUser(store: Store, user: User, offering: Offering): boolean {
  return user.is_staff || hasRole(store, user, "organization", offering.organization_uuid, "owner");
}

/** `can_terminate`: the state allows it, no order is open, and the caller is of either side's leading people. */
export function mayTerminate(resource: Resource, call: ApiCall): boolean {
  const user = callerOf(call);
  return (
    (resource.state === "OK" || resource.state === "Erred") &&
    !call.store.orders.where("resource_uuid", resource.uuid).some(({ state }) => state === "executing") &&
    (actsForProvider(call.store, user, resource) ||
      hasRole(call.store, user, "organization", consumerUuid(call.store, resource), "owner") ||
      hasRole(call.store, user, "project", resource.project_uuid, "admin", "manager"))
  );
}
