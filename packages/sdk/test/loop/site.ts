import type { Order, Resource } from "@puhuri/testing";
import type { AllocationHandlers } from "../../src/loop/index.ts";
import { createWorld, GENERATIONS, type Generation, type World } from "../workflows/world.ts";

export const SITE_OFFERING = "e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1";

/** A generation of server, and a type of offering on it: on Basic ones the server completes what is approved. */
export interface Server {
  readonly generation: Generation;
  readonly type: string;
}

export const SERVERS: readonly Server[] = [
  ...GENERATIONS.map((generation) => ({ generation, type: "Marketplace.Slurm" })),
  { generation: "8.1", type: "Marketplace.Basic" },
  { generation: "2024-10", type: "Marketplace.Basic" },
];

export const CURRENT_SERVERS = SERVERS.filter(({ generation }) => generation !== "2021");

export interface Site extends World {
  readonly generation: Generation;
  /** What is at the provider's side, by its own id. */
  readonly cluster: Map<string, ClusterAccount>;
  /** What was changed there, in its order. */
  readonly log: string[];
  allocation(name: string): Resource;
  orderOf(name: string): Order | undefined;
  /** The handlers of a process that knows nothing of earlier ones, as the README has them. */
  handlers(): Required<Omit<AllocationHandlers, "decide">>;
}

/** What each account has used this month. */
export const USED = 7;

export interface ClusterAccount {
  readonly key: string;
  readonly limits: Readonly<Record<string, number>>;
}

export const reportOf = (account: string) => [{ header: "Login", body: `ssh ${account}@login.hpc.example` }];

export interface SiteOptions extends Server {
  readonly seed?: Parameters<typeof createWorld>[0]["seed"];
  readonly background?: Parameters<typeof createWorld>[0]["background"];
}

/** A provider: a server with an offering of theirs, and a cluster with a book of what was made under which key. */
export function createSite({ generation, type, seed, background }: SiteOptions): Site {
  const world = createWorld({
    generation,
    ...(background === undefined ? {} : { background }),
    seed: (builder) => {
      builder.offering({
        uuid: SITE_OFFERING,
        name: "site",
        type,
        components: [{ type: "cpu", billing_type: "usage" }],
        plans: [{ name: "standard" }],
      });
      seed?.(builder);
    },
  });
  const cluster = new Map<string, ClusterAccount>();
  const log: string[] = [];

  async function createAccount(name: string, limits: Resource["limits"], key: string): Promise<string> {
    const [known] = [...cluster].find(([, account]) => account.key === key) ?? [];
    if (known !== undefined) return known;
    const account = `hpc-${name}`;
    cluster.set(account, { key, limits });
    log.push(`made ${account}`);
    return account;
  }

  async function setLimits(name: string, limits: Resource["limits"]): Promise<void> {
    const account = cluster.get(name);
    if (account === undefined) throw new Error(`The cluster has no ${name}.`);
    if (JSON.stringify(account.limits) !== JSON.stringify(limits)) log.push(`changed ${name}`);
    cluster.set(name, { ...account, limits });
  }

  async function removeAccount(nameOrKey: string): Promise<void> {
    const [name] = [...cluster].find(([id, { key }]) => id === nameOrKey || key === nameOrKey) ?? [];
    if (name !== undefined && cluster.delete(name)) log.push(`removed ${name}`);
  }

  /** What was removed has used nothing that could still be measured. */
  async function measureUsage(name: string): Promise<Record<string, number>> {
    return { cpu: cluster.has(name) ? USED : 0 };
  }

  return {
    ...world,
    generation,
    cluster,
    log,
    allocation(name) {
      const found = world.fake.state.resourceNamed(name);
      if (found === undefined) throw new Error(`There is no allocation ${name}.`);
      return found;
    },
    orderOf(name) {
      return world.fake.state.orders.where("resource_uuid", this.allocation(name).uuid).at(-1);
    },
    handlers: () => ({
      create: async ({ name, limits }, { idempotencyKey }) => {
        const account = await createAccount(name, limits, idempotencyKey);
        return { backend_id: account, report: reportOf(account) };
      },
      update: ({ backend_id }, limits) => setLimits(backend_id, limits),
      lastUsage: async ({ backend_id }) => ({ amounts: await measureUsage(backend_id) }),
      terminate: ({ backend_id }, { idempotencyKey }) => removeAccount(backend_id || idempotencyKey),
    }),
  };
}
