import type { Order, Resource } from "@puhuri/testing";
import type { AllocationHandlers, CreatedAllocation } from "../../src/loop/index.ts";
import { createWorld, GENERATIONS, type Generation, type World } from "../workflows/world.ts";

export const SITE_OFFERING = "e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1";

/** A generation of server, and a type of offering on it: on Basic ones the server completes what is approved. */
export interface Server {
  readonly generation: Generation;
  readonly type: string;
}

export const SERVERS: readonly Server[] = [
  ...GENERATIONS.map((generation) => ({ generation, type: "Marketplace.Slurm" })),
  { generation: "8.x", type: "Marketplace.Basic" },
  { generation: "2024-10", type: "Marketplace.Basic" },
];

export const CURRENT_SERVERS = SERVERS.filter(({ generation }) => generation !== "2021");

export interface Site extends World {
  readonly generation: Generation;
  /** What is at the provider's side, by its own id. */
  readonly cluster: Map<string, ClusterAccount>;
  allocation(name: string): Resource;
  orderOf(name: string): Order | undefined;
  /** The handlers of a process that knows nothing of earlier ones. */
  handlers(): AllocationHandlers & Required<Pick<AllocationHandlers, "exists" | "terminate" | "update">>;
}

export interface ClusterAccount {
  readonly key: string;
  readonly limits: Readonly<Record<string, number>>;
  /** How often it was made. */
  made: number;
}

export const reportOf = (id: string) => [{ header: "Login", body: `ssh ${id}@hpc.example` }];

export interface SiteOptions extends Server {
  readonly seed?: Parameters<typeof createWorld>[0]["seed"];
  readonly background?: Parameters<typeof createWorld>[0]["background"];
}

/** A provider: a server with an offering of his, and a cluster with a book of what was created under which key. */
export function createSite({ generation, type, seed, background }: SiteOptions): Site {
  const world = createWorld({
    generation,
    ...(background === undefined ? {} : { background }),
    seed: (builder) => {
      builder.offering({ uuid: SITE_OFFERING, name: "site", type });
      seed?.(builder);
    },
  });
  const cluster = new Map<string, ClusterAccount>();

  function find(key: string): CreatedAllocation | undefined {
    const found = [...cluster].find(([id, account]) => id === key || account.key === key);
    return found && { backend_id: found[0], report: reportOf(found[0]) };
  }

  return {
    ...world,
    generation,
    cluster,
    allocation(name) {
      const found = world.fake.state.resourceNamed(name);
      if (found === undefined) throw new Error(`There is no allocation ${name}.`);
      return found;
    },
    orderOf(name) {
      return world.fake.state.orders.where("resource_uuid", this.allocation(name).uuid).at(-1);
    },
    handlers: () => ({
      exists: async (_allocation, key) => find(key),
      create: async ({ name, limits }, { idempotencyKey: key }) => {
        const id = `hpc-${name}`;
        const made = (cluster.get(id)?.made ?? 0) + 1;
        cluster.set(id, { key, limits, made });
        return { backend_id: id, report: reportOf(id) };
      },
      update: async ({ backend_id }, limits) => {
        const account = cluster.get(backend_id);
        if (account === undefined) throw new Error(`The cluster has no ${backend_id}.`);
        cluster.set(backend_id, { ...account, limits });
      },
      terminate: async ({ backend_id }) => {
        cluster.delete(backend_id);
      },
    }),
  };
}
