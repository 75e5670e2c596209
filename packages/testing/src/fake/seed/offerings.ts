import { filled } from "../../shapes.ts";
import { rolesOn } from "../access/permissions.ts";
import { canCreateOfferingUsers } from "../access/visibility.ts";
import { COMPONENT, type Offering, type OfferingUser, type Resource } from "../state/marketplace.ts";
import type { User } from "../state/people.ts";
import { offeringOf } from "../state/relations.ts";
import type { Store } from "../state/store.ts";
import { uuidOf } from "../state/values.ts";
import type { Ground } from "./ground.ts";
import type { ComponentSeed, OfferingSeed, OfferingUserSeed, PlanSeed } from "./inputs.ts";
import { plantRoles } from "./people.ts";

const USUAL_COMPONENTS: readonly ComponentSeed[] = [{ type: "cpu" }, { type: "gpu" }];

export function plantOffering(ground: Ground, seed: OfferingSeed): Offering {
  const {
    organization,
    components = USUAL_COMPONENTS,
    plans,
    managers = [],
    can_create_offering_user = true,
    ...columns
  } = seed;
  const { organizations, serviceProviders } = ground.store;
  const provider = ground.resolve(
    organizations,
    organization,
    "organization",
    ({ uuid }) => serviceProviders.where("organization_uuid", uuid).length > 0,
    "an organization with service_provider: true",
  );
  const flag = can_create_offering_user ? { service_provider_can_create_offering_user: true } : {};
  const offering = ground.add(ground.store.offerings, {
    organization_uuid: provider.uuid,
    created: ground.nextTime(),
    type: ground.isOld ? "Marketplace.Basic" : "Marketplace.Slurm",
    options: ground.isOld ? { order: [], options: {} } : {},
    secret_options: flag,
    // Newest servers read the flag here; 2021 shows this column to everyone and has nothing in it.
    plugin_options: ground.isOld ? {} : flag,
    ...columns,
  });
  offering.components = components.map((component) =>
    filled(COMPONENT, { uuid: uuidOf("component", offering.uuid, component.type), ...component }),
  );
  for (const plan of plans ?? [{ name: "Standard" }]) {
    plantPlan(ground, offering, plan);
  }
  plantRoles(ground, offering, "offering_manager", managers);
  return offering;
}

function plantPlan(ground: Ground, offering: Offering, seed: PlanSeed): void {
  const prices = Object.fromEntries(offering.components.map(({ type }) => [type, 1]));
  const quotas = Object.fromEntries(
    offering.components.map(({ type, billing_type }) => [type, billing_type === "fixed" ? 1 : 0]),
  );
  ground.add(ground.store.plans, { offering_uuid: offering.uuid, prices, quotas, ...seed });
}

export function plantOfferingUser(ground: Ground, seed: OfferingUserSeed): OfferingUser {
  const { offering: at, user: of, ...columns } = seed;
  const { offerings, offeringUsers, users } = ground.store;
  const offering = ground.resolve(offerings, at, "offering");
  const user = ground.resolve(users, of, "user");
  if (!ground.isOld) removeMade(ground.store, offering, user);
  const created = ground.nextTime();
  return ground.add(offeringUsers, {
    uuid: uuidOf("offering user", offering.uuid, user.uuid, String(offeringUsers.size)),
    offering_uuid: offering.uuid,
    user_uuid: user.uuid,
    created,
    propagation_date: created,
    ...columns,
  });
}

/** Takes away the one that a current server has made for a member, whom the seed describes itself: it keeps no two. */
function removeMade({ offeringUsers }: Store, offering: Offering, user: User): void {
  for (const { uuid, offering_uuid, username, state } of offeringUsers.where("user_uuid", user.uuid)) {
    const isMade = username === "" && state === "Requested";
    if (offering_uuid === offering.uuid && isMade) offeringUsers.remove(uuid);
  }
}

/**
 * Current servers make an offering user with an empty username for every member of a project as soon as it
 * has an OK resource of an offering with offering users; 2021 makes none.
 */
export function plantOfferingUsersOfMembers(ground: Ground, resource: Resource): void {
  const { store } = ground;
  const offering = offeringOf(resource, ground);
  if (ground.isOld || resource.state === "Creating" || !canCreateOfferingUsers(offering, ground.world)) {
    return;
  }
  for (const { user_uuid } of rolesOn(store, resource.project_uuid)) {
    const known = store.offeringUsers.where("user_uuid", user_uuid);
    if (!known.some(({ offering_uuid }) => offering_uuid === offering.uuid)) {
      plantOfferingUser(ground, { offering, user: { uuid: user_uuid }, username: "", state: "Requested" });
    }
  }
}
