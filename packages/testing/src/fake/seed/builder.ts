import type { World } from "../http/call.ts";
import { plantAllocation } from "./allocations.ts";
import { checkRow, checkSeed } from "./checks.ts";
import { Ground, SeedError } from "./ground.ts";
import { plantGuide } from "./guide.ts";
import type { SeedBuilder, SeedDocument } from "./inputs.ts";
import { plantOffering, plantOfferingUser, removeMemberAccount } from "./offerings.ts";
import { plantOrder } from "./orders.ts";
import { plantOrganization, plantProject, plantRole, plantSshKey, plantUser } from "./people.ts";
import { plantCourseAccount, plantServiceAccount } from "./project-accounts.ts";
import type { Check } from "./shapes.ts";

/** What a fake starts from: code that plants rows, or the same as data. */
export type Seed = ((seed: SeedBuilder) => void) | SeedDocument;

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
  const { store } = ground;
  const builder: SeedBuilder = {
    guide: () => plantGuide(builder, ground.isOld),
    user: planter(ground, checkRow.user, store.users, plantUser),
    organization: planter(ground, checkRow.organization, store.organizations, plantOrganization),
    project: planter(ground, checkRow.project, store.projects, plantProject),
    offering: planter(ground, checkRow.offering, store.offerings, plantOffering),
    allocation: planter(ground, checkRow.allocation, store.resources, plantAllocation),
    order: planter(ground, checkRow.order, store.orders, plantOrder),
    offeringUser: planter(
      ground,
      checkRow.offeringUser,
      store.offeringUsers,
      plantOfferingUser,
      removeMemberAccount,
    ),
    serviceAccount: planter(ground, checkRow.serviceAccount, store.serviceAccounts, plantServiceAccount),
    courseAccount: planter(ground, checkRow.courseAccount, store.courseAccounts, plantCourseAccount),
    sshKey: planter(ground, checkRow.sshKey, store.sshKeys, plantSshKey),
    role: (seed) => {
      checkRow.role(seed, "");
      return plantRole(ground, seed);
    },
    state: store,
  };
  return builder;
}

/** Plants a row that is fit to be one, and that takes no other's place. */
function planter<RowSeed, Row>(
  ground: Ground,
  check: Check,
  rows: { readonly size: number },
  plantRow: (ground: Ground, seed: RowSeed) => Row,
  makeRoom: (ground: Ground, seed: RowSeed) => void = () => {},
): (seed: RowSeed) => Row {
  return (seed) => {
    check(seed, "");
    makeRoom(ground, seed);
    const before = rows.size;
    const row = plantRow(ground, seed);
    if (rows.size > before) return row;
    const problem = "another row has this uuid; where none is given, it follows from the name";
    throw new SeedError("uuid", `${problem}: give it another name, or a uuid of its own`);
  };
}

/** Checks what a file said, or what plain JavaScript gave. */
export function assertSeedDocument(value: unknown): asserts value is SeedDocument {
  checkSeed(value, "");
}

/** Plants a seed given as data, in an order in which every row finds what it refers to. */
function plantDocument(builder: SeedBuilder, document: SeedDocument): void {
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
