import type { SeedDocument } from "./inputs.ts";
import type { SeedBuilder } from "./seed-builder.ts";
import { SeedError } from "./seed-error.ts";
import { checkSeed } from "./seed-shape.ts";

/** Checks what a file said, or what plain JavaScript gave. */
export function assertSeedDocument(value: unknown): asserts value is SeedDocument {
  checkSeed(value, "");
}

/** Plants a seed given as data, in an order in which every row finds what it refers to. */
export function plantDocument(builder: SeedBuilder, document: SeedDocument): void {
  assertSeedDocument(document);
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
}

/** Says which row of the seed an error is about. */
function each<Input>(
  kind: string,
  inputs: readonly Input[] | undefined,
  plant: (input: Input) => unknown,
): void {
  for (const [index, input] of (inputs ?? []).entries()) {
    try {
      plant(input);
    } catch (error) {
      throw error instanceof SeedError
        ? new SeedError(`${kind}[${index}].${error.path}`, error.problem)
        : error;
    }
  }
}
