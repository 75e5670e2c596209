import type { Resource } from "@puhuri/testing";
import type { UsageItem } from "../../src/bulk/index.ts";
import { createWorld, type Generation, type World } from "../workflows/world.ts";

/** What an allocation used this month, as it is stored. */
export interface Stored {
  readonly cpu: number;
  readonly gpu: number;
  readonly storage: number;
}

export interface Cluster extends World {
  readonly offeringUuid: string;
  readonly allocations: readonly Resource[];
  /** The stored totals of an allocation's open plan period. */
  storedOf(allocation: Resource): Record<string, string>;
}

interface ClusterOptions {
  readonly generation: Generation;
  /** One for each allocation. */
  readonly stored: readonly (Partial<Stored> & { readonly state?: Resource["state"] })[];
  readonly at?: string;
}

export const OFFERING_UUID = "c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1";

/** A server with one offering of three components, besides the guide's world. */
export function createCluster({ generation, stored, at }: ClusterOptions): Cluster {
  const world = createWorld({
    generation,
    ...(at === undefined ? {} : { at }),
    seed: (seed) => {
      const offering = seed.offering({
        uuid: OFFERING_UUID,
        name: "cluster",
        type: "Marketplace.Slurm",
        components: [{ type: "cpu" }, { type: "gpu" }, { type: "storage", billing_type: "limit" }],
        plans: [{ name: "small" }, { name: "large" }],
      });
      for (const [i, { state = "OK", ...usages }] of stored.entries()) {
        seed.allocation({ name: `r${i}`, state, offering, usages });
      }
    },
  });
  const { state: store } = world.fake;
  return {
    ...world,
    // The fake counts months by UTC.
    client: (options) => world.client({ billingTimeZone: "UTC", ...options }),
    offeringUuid: OFFERING_UUID,
    allocations: store.resources.where("offering_uuid", OFFERING_UUID),
    storedOf({ uuid }) {
      const open = store.planPeriods.where("resource_uuid", uuid).find(({ end }) => end === null);
      const rows = store.componentUsages.where("resource_uuid", uuid);
      const ofOpen = rows.filter(({ plan_period_uuid }) => plan_period_uuid === open?.uuid);
      return Object.fromEntries(ofOpen.map(({ component_type, usage }) => [component_type, usage]));
    },
  };
}

/** So many allocations, of which each has used a bit more than the one before. */
export function storedTotals(length: number): Stored[] {
  return Array.from({ length }, (_, i) => ({ cpu: i + 1, gpu: 2, storage: 30 }));
}

/** What is stored, reported again, but every n-th has used more cpu. */
export function nextReport(
  { allocations }: Cluster,
  stored: readonly Stored[],
  everyNth = 10,
): (UsageItem & { readonly amounts: Stored })[] {
  return allocations.map(({ uuid }, i) => {
    const { cpu, gpu, storage } = stored[i] ?? { cpu: 0, gpu: 0, storage: 0 };
    return { resource: uuid, amounts: { cpu: i % everyNth === 0 ? cpu + 1 : cpu, gpu, storage } };
  });
}

/** How often each operation was asked for. */
export function tallyOf(requests: readonly { readonly operationId: string | undefined }[]) {
  const tally: Record<string, number> = {};
  for (const { operationId = "?" } of requests) tally[operationId] = (tally[operationId] ?? 0) + 1;
  return tally;
}
