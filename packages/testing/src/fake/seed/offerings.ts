import type { Offering, OfferingUser, Plan } from "../entities.ts";
import * as rows from "../rows.ts";
import { uuidOf } from "../uuids.ts";
import { type Ground, resolve, resolveOrFirst } from "./ground.ts";
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
  const provider = resolveOrFirst(
    ground.store.organizations,
    organization,
    "organization",
    ({ uuid }) => ground.store.serviceProviders.where("organization_uuid", uuid).length > 0,
  );
  const flag = accounts ? { service_provider_can_create_offering_user: true } : {};
  const offering = rows.offering({
    organization_uuid: provider.uuid,
    created: ground.nextTime(),
    type: ground.dialect === "2021" ? "Marketplace.Basic" : "Marketplace.Slurm",
    options: ground.dialect === "2021" ? { order: [], options: {} } : {},
    secret_options: flag,
    // Newest servers read the flag here; 2021 shows this column to everyone and has nothing in it.
    plugin_options: ground.dialect === "2021" ? {} : flag,
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
  const offering = resolveOrFirst(ground.store.offerings, of, "offering");
  const user = resolve(ground.store.users, owner, "user");
  const created = ground.nextTime();
  return ground.store.offeringUsers.add(
    rows.offeringUser({
      uuid: uuidOf("offering user", offering.uuid, user.uuid, String(ground.store.offeringUsers.size)),
      offering_uuid: offering.uuid,
      user_uuid: user.uuid,
      created,
      propagation_date: created,
      ...columns,
    }),
  );
}
