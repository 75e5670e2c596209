import { SeedError } from "../../errors.ts";
import type { Shape } from "../../shapes.ts";
import type { World } from "../http/call.ts";
import type { Offering, OfferingUser, Order, Resource } from "../state/marketplace.ts";
import type {
  CourseAccount,
  Organization,
  Project,
  RoleAssignment,
  ServiceAccount,
  SshKey,
  User,
} from "../state/people.ts";
import type { Store } from "../state/store.ts";
import { plantAllocation, plantOrder } from "./allocations.ts";
import { Ground } from "./ground.ts";
import { guideSeed } from "./guide.ts";
import * as inputs from "./inputs.ts";
import { plantOffering, plantOfferingUser } from "./offerings.ts";
import {
  plantCourseAccount,
  plantOrganization,
  plantProject,
  plantRole,
  plantServiceAccount,
  plantSshKey,
  plantUser,
} from "./people.ts";

/** What a fake starts from: code that plants rows, or the same as data. */
export type Seed = ((seed: SeedBuilder) => void) | inputs.SeedDocument;

/** Plants rows one by one; each method returns the stored row, for the next ones to refer to. */
export interface SeedBuilder {
  /** The world of the provider guide: what a fake has when no seed is given. */
  guide(): void;
  /** A user, with a token. */
  user(seed: inputs.UserSeed): User;
  /** An organization, with its owners and managers; a service provider if it says so. */
  organization(seed: inputs.OrganizationSeed): Organization;
  /** A project, with its members. */
  project(seed: inputs.ProjectSeed): Project;
  /** An offering, with its components and plans. */
  offering(seed: inputs.OfferingSeed): Offering;
  /** An allocation with the orders and the plan period its state implies. */
  allocation(seed: inputs.AllocationSeed): Resource;
  /** An order beside those that allocations bring with them. */
  order(seed: inputs.OrderSeed): Order;
  /** What links a user with an offering. */
  offeringUser(seed: inputs.OfferingUserSeed): OfferingUser;
  /** A service account of a project or an organization, which its programs use; 8.x servers list it. */
  serviceAccount(seed: inputs.ServiceAccountSeed): ServiceAccount;
  /** A course account, which somebody on a course uses; 8.x servers list it. */
  courseAccount(seed: inputs.CourseAccountSeed): CourseAccount;
  /** A public SSH key of a user. */
  sshKey(seed: inputs.SshKeySeed): SshKey;
  /** A role beside those that organizations and projects name. */
  role(seed: inputs.RoleSeed): RoleAssignment;
  /** What is planted so far; rows can be added to it, too. */
  readonly state: Store;
}

/** Fills an empty store; without a seed with the world of the provider guide. */
export function plant(world: World, seed: Seed = { guide: true }): void {
  const builder = createSeedBuilder(new Ground(world));
  if (typeof seed === "function") {
    seed(builder);
  } else {
    assertSeedDocument(seed);
    plantDocument(builder, seed);
  }
}

function createSeedBuilder(ground: Ground): SeedBuilder {
  const planter =
    <RowSeed, Row>(shape: Shape<RowSeed>, plantRow: (ground: Ground, seed: RowSeed) => Row) =>
    (seed: RowSeed): Row => {
      demandFit(shape, seed);
      return plantRow(ground, seed);
    };
  const builder: SeedBuilder = {
    guide: () => plantDocument(builder, guideSeed(ground.isOld)),
    user: planter(inputs.user, plantUser),
    organization: planter(inputs.organization, plantOrganization),
    project: planter(inputs.project, plantProject),
    offering: planter(inputs.offering, plantOffering),
    allocation: planter(inputs.allocation, plantAllocation),
    order: planter(inputs.order, plantOrder),
    offeringUser: planter(inputs.offeringUser, plantOfferingUser),
    serviceAccount: planter(inputs.serviceAccount, plantServiceAccount),
    courseAccount: planter(inputs.courseAccount, plantCourseAccount),
    sshKey: planter(inputs.sshKey, plantSshKey),
    role: planter(inputs.role, plantRole),
    state: ground.store,
  };
  return builder;
}

/** Checks what a file said, or what plain JavaScript gave. */
export function assertSeedDocument(value: unknown): asserts value is inputs.SeedDocument {
  demandFit(inputs.seedDocument, value);
}

function demandFit(shape: Shape<unknown>, value: unknown): void {
  const wrong = shape.wrongWith(value, "");
  if (wrong !== undefined) throw new SeedError(wrong.path, wrong.problem);
}

/** Plants a seed given as data, in an order in which every row finds what it refers to. */
function plantDocument(builder: SeedBuilder, document: inputs.SeedDocument): void {
  if (document.guide === true) {
    builder.guide();
  }
  each("users", document.users, builder.user);
  each("organizations", document.organizations, builder.organization);
  each("projects", document.projects, builder.project);
  each("offerings", document.offerings, builder.offering);
  each("roles", document.roles, builder.role);
  each("ssh_keys", document.ssh_keys, builder.sshKey);
  each("allocations", document.allocations, builder.allocation);
  each("orders", document.orders, builder.order);
  each("offering_users", document.offering_users, builder.offeringUser);
  each("service_accounts", document.service_accounts, builder.serviceAccount);
  each("course_accounts", document.course_accounts, builder.courseAccount);
}

/** Says which row of the seed an error is about. */
function each<Row>(kind: string, rows: readonly Row[] | undefined, plantRow: (row: Row) => unknown): void {
  for (const [index, row] of (rows ?? []).entries()) {
    try {
      plantRow(row);
    } catch (error) {
      throw error instanceof SeedError
        ? new SeedError([`${kind}[${index}]`, error.path].filter(Boolean).join("."), error.problem)
        : error;
    }
  }
}
