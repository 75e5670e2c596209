import type {
  Offering,
  OfferingUser,
  Order,
  Organization,
  Project,
  Resource,
  RoleAssignment,
  SshKey,
  User,
} from "../entities.ts";
import { plantAllocation } from "./allocations.ts";
import type { Ground } from "./ground.ts";
import { plantGuide } from "./guide.ts";
import type * as Input from "./inputs.ts";
import { plantOffering, plantOfferingUser } from "./offerings.ts";
import { plantOrder } from "./orders.ts";
import { plantOrganization, plantProject, plantRole, plantSshKey, plantUser } from "./people.ts";

/** Plants rows one by one; each method returns the stored row, for the next ones to refer to. */
export interface SeedBuilder {
  /** The world of the provider guide: what a fake has when no seed is given. */
  guide(): void;
  user(seed: Input.UserSeed): User;
  organization(seed: Input.OrganizationSeed): Organization;
  project(seed: Input.ProjectSeed): Project;
  offering(seed: Input.OfferingSeed): Offering;
  /** An allocation with the orders and the plan period its state implies. */
  allocation(seed: Input.AllocationSeed): Resource;
  order(seed: Input.OrderSeed): Order;
  offeringUser(seed: Input.OfferingUserSeed): OfferingUser;
  sshKey(seed: Input.SshKeySeed): SshKey;
  role(seed: Input.RoleSeed): RoleAssignment;
}

export function seedBuilder(ground: Ground): SeedBuilder {
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
