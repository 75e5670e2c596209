import type { ComponentUsage, Resource, SeedBuilder } from "@puhuri/testing";
import { createWorld, type Generation, type World } from "../workflows/world.ts";

/** An allocation that is OK, on an offering with two components by usage, one by limit, and one that is not reported. */
export interface UsageScene extends World {
  readonly resource: Resource;
  /** The month's stored totals by component, such as `{ cpu: "10.00" }`. */
  totals(): Record<string, string>;
  rows(): ComponentUsage[];
  /** The bodies of the usage reports that were sent. */
  reports(): unknown[];
}

interface UsageSceneOptions {
  readonly generation: Generation;
  readonly usages?: Record<string, number | string>;
  readonly at?: string;
  readonly allocation?: Omit<Parameters<SeedBuilder["allocation"]>[0], "name">;
  readonly components?: NonNullable<Parameters<SeedBuilder["offering"]>[0]["components"]>;
  readonly plans?: NonNullable<Parameters<SeedBuilder["offering"]>[0]["plans"]>;
  readonly timeZone?: string;
}

/** Amounts as that server keeps them: whole numbers in 2021. */
export function asKept(generation: Generation, amounts: Record<string, string>): Record<string, string> {
  if (generation !== "2021") return amounts;
  return Object.fromEntries(
    Object.entries(amounts).map(([type, amount]) => [type, amount.replace(/\.00$/, "")]),
  );
}

export function createUsageScene(options: UsageSceneOptions): UsageScene {
  const { generation, usages = {}, at, allocation, components = COMPONENTS, plans, timeZone } = options;
  const world = createWorld({
    generation,
    ...(at === undefined ? {} : { at }),
    ...(timeZone === undefined ? {} : { timeZone }),
    seed: (seed) => {
      const offering = seed.offering({
        name: "its offering",
        components,
        ...(plans === undefined ? {} : { plans }),
      });
      seed.allocation({ name: "it", state: "OK", offering, usages, ...allocation });
    },
  });
  const { state } = world.fake;
  const resource = state.resourceNamed("it");
  if (resource === undefined) throw new Error("The seed lost its allocation.");
  const rows = () => state.componentUsages.where("resource_uuid", resource.uuid);
  return {
    ...world,
    // The fake counts by UTC.
    client: (options) => world.client({ billingTimeZone: "UTC", ...options }),
    resource,
    rows,
    totals: () => Object.fromEntries(rows().map((row) => [row.component_type, row.usage])),
    reports: () =>
      world.fake.requests
        .filter(({ operationId }) => operationId === "component_usages_set_usage")
        .map(({ body }) => body),
  };
}

const COMPONENTS: NonNullable<UsageSceneOptions["components"]> = [
  { type: "cpu" },
  { type: "gpu" },
  { type: "storage", billing_type: "limit", limit_period: "month" },
  { type: "setup", billing_type: "fixed" },
];
