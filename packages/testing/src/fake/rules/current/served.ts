import type { Resource, RoleAssignment, ServiceProvider } from "../../entities.ts";
import type { Store } from "../../store.ts";

/** Live resources on shared offerings of the provider. */
function servedResources(store: Store, provider: ServiceProvider): Resource[] {
  return store.offerings
    .where("organization_uuid", provider.organization_uuid)
    .filter(({ shared }) => shared)
    .flatMap(({ uuid }) => store.resources.where("offering_uuid", uuid))
    .filter(({ state }) => state !== "Terminated");
}

/** Projects that use the provider's resources now. */
export function servedProjects(store: Store, provider: ServiceProvider): ReadonlySet<string> {
  return new Set(servedResources(store, provider).map(({ project_uuid }) => project_uuid));
}

/** Who has which role in those projects. */
export function servedRoles(store: Store, provider: ServiceProvider): RoleAssignment[] {
  const projects = servedProjects(store, provider);
  return store.roles.filter(({ scope, scope_uuid }) => scope === "project" && projects.has(scope_uuid));
}
