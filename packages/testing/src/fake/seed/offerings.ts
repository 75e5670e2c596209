import { rolesOn } from "../access/permissions.ts";
import { makesAccounts } from "../access/visibility.ts";
import type { Offering, OfferingUser, Plan, Resource } from "../state/marketplace.ts";
import { offeringOf } from "../state/relations.ts";
import * as rows from "../state/rows.ts";
import { uuidOf } from "../state/values.ts";
import { firstOf, type Ground } from "./ground.ts";
import type { ComponentSeed, OfferingSeed, OfferingUserSeed, PlanSeed } from "./inputs.ts";
import { plantRoles } from "./people.ts";

const USUAL_COMPONENTS: readonly ComponentSeed[] = [{ type: "cpu" }, { type: "gpu" }];

export function plantOffering(ground: Ground, seed: OfferingSeed): Offering {
  const {
    organization,
    components = USUAL_COMPONENTS,
    plans,
    managers = [],
    accounts = true,
    ...columns
  } = seed;
  const { organizations, serviceProviders } = ground.store;
  const provider =
    organization === undefined
      ? firstOf(
          organizations,
          "organization",
          ({ uuid }) => serviceProviders.where("organization_uuid", uuid).length > 0,
          "an organization with service_provider: true",
        )
      : ground.resolve(organizations, organization, "organization");
  const flag = accounts ? { service_provider_can_create_offering_user: true } : {};
  const offering = rows.offering({
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
    rows.component({ uuid: uuidOf("component", offering.uuid, component.type), ...component }),
  );
  ground.store.offerings.add(offering);
  for (const plan of plans ?? [{ name: "Standard" }]) {
    plantPlan(ground, offering, plan);
  }
  plantRoles(ground, offering, "offering_manager", managers);
  return offering;
}

function plantPlan(ground: Ground, offering: Offering, seed: PlanSeed): Plan {
  const prices = Object.fromEntries(offering.components.map(({ type }) => [type, 1]));
  const quotas = Object.fromEntries(
    offering.components.map(({ type, billing_type }) => [type, billing_type === "fixed" ? 1 : 0]),
  );
  return ground.store.plans.add(rows.plan({ offering_uuid: offering.uuid, prices, quotas, ...seed }));
}

export function plantOfferingUser(ground: Ground, seed: OfferingUserSeed): OfferingUser {
  const { offering: of, user: owner, ...columns } = seed;
  const { offerings, users } = ground.store;
  const offering =
    of === undefined ? firstOf(offerings, "offering") : ground.resolve(offerings, of, "offering");
  const user = ground.resolve(users, owner, "user");
  const created = ground.nextTime();
  const { offeringUsers } = ground.store;
  // The one that the server has made for a member is what the seed describes: there is no second one.
  const made = offeringUsers.where("user_uuid", user.uuid).find(({ offering_uuid, username, state }) => {
    return offering_uuid === offering.uuid && username === "" && state === "Requested" && !ground.isOld;
  });
  const uuid = uuidOf("offering user", offering.uuid, user.uuid, String(offeringUsers.size));
  if (made !== undefined) offeringUsers.remove(made.uuid);
  return offeringUsers.add(
    rows.offeringUser({
      uuid: made?.uuid ?? uuid,
      offering_uuid: offering.uuid,
      user_uuid: user.uuid,
      created,
      propagation_date: created,
      ...columns,
    }),
  );
}

/**
 * Current servers make an offering user with an empty username for every member of a project as soon as it
 * has an OK resource of an offering with accounts; 2021 makes none.
 */
export function plantMemberAccounts(ground: Ground, resource: Resource): void {
  const { store } = ground;
  const offering = offeringOf(resource, ground);
  if (ground.isOld || resource.state === "Creating" || !makesAccounts(offering, ground.world)) {
    return;
  }
  for (const { user_uuid } of rolesOn(store, "project", resource.project_uuid)) {
    const accounts = store.offeringUsers.where("user_uuid", user_uuid);
    if (!accounts.some(({ offering_uuid }) => offering_uuid === offering.uuid)) {
      plantOfferingUser(ground, { offering, user: { uuid: user_uuid }, username: "", state: "Requested" });
    }
  }
}
