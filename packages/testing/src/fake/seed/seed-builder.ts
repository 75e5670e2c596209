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
  /** A user, with a token. */
  user(seed: Input.UserSeed): User;
  /** An organization, with its owners and managers; a service provider if it says so. */
  organization(seed: Input.OrganizationSeed): Organization;
  /** A project, with its members. */
  project(seed: Input.ProjectSeed): Project;
  /** An offering, with its components and plans. */
  offering(seed: Input.OfferingSeed): Offering;
  /** An allocation with the orders and the plan period its state implies. */
  allocation(seed: Input.AllocationSeed): Resource;
  /** An order beside those that allocations bring with them. */
  order(seed: Input.OrderSeed): Order;
  /** A user's account at an offering. */
  offeringUser(seed: Input.OfferingUserSeed): OfferingUser;
  /** A public SSH key of a user. */
  sshKey(seed: Input.SshKeySeed): SshKey;
  /** A role beside those that organizations and projects name. */
  role(seed: Input.RoleSeed): RoleAssignment;
}
