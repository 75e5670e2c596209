import { plantAllocation } from "./allocations.ts";
import type { Ground } from "./ground.ts";
import { plantGuide } from "./guide.ts";
import { plantOffering, plantOfferingUser } from "./offerings.ts";
import { plantOrder } from "./orders.ts";
import { plantOrganization, plantProject, plantRole, plantSshKey, plantUser } from "./people.ts";
import type { SeedBuilder } from "./seed-builder.ts";

export function createSeedBuilder(ground: Ground): SeedBuilder {
  const builder: SeedBuilder = {
    guide: () => plantGuide(builder, ground.dialect),
    user: (seed) => plantUser(ground, seed),
    organization: (seed) => plantOrganization(ground, seed),
    project: (seed) => plantProject(ground, seed),
    offering: (seed) => plantOffering(ground, seed),
    allocation: (seed) => plantAllocation(ground, seed),
    order: (seed) => plantOrder(ground, seed),
    offeringUser: (seed) => plantOfferingUser(ground, seed),
    sshKey: (seed) => plantSshKey(ground, seed),
    role: (seed) => plantRole(ground, seed),
  };
  return builder;
}
