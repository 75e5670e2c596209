import type { Resource } from "../entities.ts";
import { rolesOn } from "../rules/roles.ts";
import type { Ground } from "./ground.ts";
import { plantOfferingUser } from "./offerings.ts";

/**
 * Current servers make an offering user with an empty username for every member of a project as soon as it
 * has an OK resource of an offering with accounts; 2021 makes none.
 */
export function plantMemberAccounts(ground: Ground, resource: Resource): void {
  const { store } = ground;
  const offering = store.offerings.get(resource.offering_uuid);
  const hasAccounts = offering.secret_options.service_provider_can_create_offering_user === true;
  if (ground.dialect === "2021" || !hasAccounts || resource.state === "Creating") {
    return;
  }
  const known = new Set(
    store.offeringUsers.where("offering_uuid", offering.uuid).map(({ user_uuid }) => user_uuid),
  );
  for (const { user_uuid } of rolesOn(store, "project", resource.project_uuid)) {
    if (!known.has(user_uuid)) {
      known.add(user_uuid);
      plantOfferingUser(ground, { offering, user: { uuid: user_uuid }, username: "", state: "Requested" });
    }
  }
}
