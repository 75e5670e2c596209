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
import type * as Input from "./inputs.ts";

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
