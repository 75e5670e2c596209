import type { FakePuhuri, FakePuhuriOptions } from "../../src/fake/create-fake-puhuri.ts";
import type { Order, Resource } from "../../src/fake/state/marketplace.ts";
import type { Json } from "../../src/fake/state/values.ts";
import { type Answer, ask } from "./ask.ts";
import { createCheckedFake } from "./checked.ts";

export const NOW = "2026-11-23T12:00:00.000Z";

/** A current server of the provider guide, whose offerings are of the type. */
export function currentFake(
  options: Omit<FakePuhuriOptions, "dialect"> & { type?: string } = {},
): FakePuhuri {
  const { type = "Marketplace.Slurm", ...others } = options;
  const fake = createCheckedFake({ dialect: "current", now: () => new Date(NOW), ...others });
  for (const offering of fake.state.offerings) {
    offering.type = type;
  }
  return fake;
}

/** An allocation of the seed by name. */
export function allocation(fake: FakePuhuri, name: string): Resource {
  const found = fake.state.resourceNamed(name);
  if (found === undefined) {
    throw new Error(`The seed has no "${name}".`);
  }
  return found;
}

/** Its newest order. */
export function lastOrder(fake: FakePuhuri, name: string): Order {
  const order = fake.state.orders.where("resource_uuid", allocation(fake, name).uuid).at(-1);
  if (order === undefined) {
    throw new Error(`"${name}" has no order.`);
  }
  return order;
}

/** Does something with the newest order of an allocation. */
export async function act(
  fake: FakePuhuri,
  user: string,
  name: string,
  action: string,
  body?: Json,
): Promise<Answer> {
  return ask(fake, user, "POST", `marketplace-orders/${lastOrder(fake, name).uuid}/${action}/`, body);
}

/** Where an allocation, its newest order and its plan periods are, in one line. */
export function standing(fake: FakePuhuri, name: string): string {
  const { uuid, state } = allocation(fake, name);
  const order = fake.state.orders.where("resource_uuid", uuid).at(-1);
  const periods = fake.state.planPeriods.where("resource_uuid", uuid);
  const told = periods.map(({ end }) => (end === null ? "open" : "closed"));
  return `${state}, ${order?.type} ${order?.state}, periods: ${told.join(" ") || "none"}`;
}
