import type { FakePuhuri, SeedBuilder, Store } from "@puhuri/testing";
import type { Amounts, Targets } from "./calls.ts";

/** The generations of server, and of the last ones the types of offering that behave differently. */
export const SERVERS = [
  "2021",
  "2024-10 Marketplace.Slurm",
  "2024-10 Marketplace.Basic",
  "8.0 Marketplace.Slurm",
  "8.0 Marketplace.Basic",
  "8.1 Marketplace.Slurm",
] as const;
export type Server = (typeof SERVERS)[number];

/** Where an allocation stands at the start. */
export interface Situation {
  readonly state: "Creating" | "OK" | "Erred" | "Updating" | "Terminating" | "Terminated";
  /** Its newest order, where the state does not say it. */
  readonly order?: {
    readonly type: "Create" | "Update" | "Terminate";
    readonly state: "pending-provider" | "executing" | "erred";
  };
}

const STATES: readonly Situation[] = [
  { state: "Creating" },
  { state: "OK" },
  { state: "Erred" },
  { state: "Updating" },
  { state: "Terminating" },
  { state: "Terminated" },
];

const OF_ORDERS: readonly Situation[] = [
  { state: "Creating", order: { type: "Create", state: "executing" } },
  { state: "OK", order: { type: "Update", state: "pending-provider" } },
  { state: "OK", order: { type: "Terminate", state: "pending-provider" } },
  { state: "Erred", order: { type: "Create", state: "erred" } },
];

export function situationsOf(server: Server): readonly Situation[] {
  return server === "2021" ? STATES : [...STATES, ...OF_ORDERS];
}

/** A member of the project, who has an account without a username on current servers, and somebody who has none. */
const USERS = ["member", "guest"];
const OFFERING = "Cluster";
const nameOf = (number: number): string => `Allocation ${number}`;

/** One provider, one offering, and allocations in the given situations. */
export function plantScene(seed: SeedBuilder, server: Server, situations: readonly Situation[]): void {
  seed.user({ username: "owner" });
  for (const username of USERS) seed.user({ username });
  seed.organization({ name: "Centre", owners: ["owner"], service_provider: true });
  seed.organization({ name: "University" });
  seed.project({ name: "Project", members: ["member"] });
  const type = server.split(" ")[1];
  seed.offering({ name: OFFERING, ...(type === undefined ? {} : { type }) });
  // It has the server make the accounts of the members before anything else happens.
  seed.allocation({ name: "Older allocation", state: "OK" });
  for (const [number, { state, order }] of situations.entries()) {
    const open = order === undefined ? {} : { order: { ...order } };
    // A 2021 server opens no period for what its provider sets to OK, and then usage could not be reported.
    const period = server === "2021" ? { plan_period: {} } : {};
    seed.allocation({ name: nameOf(number), state, ...period, ...open });
  }
}

export function targetsOf({ state }: FakePuhuri, count: number): Targets {
  const allocations = Array.from({ length: count }, (_, number) => allocationNamed(state, number).uuid);
  return {
    offering: offeringOf(state).uuid,
    allocations,
    orders: allocations.map((uuid) => state.orders.where("resource_uuid", uuid).at(-1)?.uuid ?? ""),
    users: USERS.map((name) => state.userNamed(name)?.uuid ?? ""),
  };
}

/** What the server holds of everything calls can change. */
export interface Holdings {
  readonly standings: readonly Standing[];
  readonly backendIds: readonly string[];
  readonly reports: readonly string[];
  readonly usages: readonly Usage[];
  /** Usernames of each user's accounts at the offering: one account, if nothing was doubled. */
  readonly accounts: readonly Accounts[];
}

/** Where an allocation stands, with the newest order it had at the start. */
export interface Standing {
  readonly state: string;
  readonly type: string;
  readonly order: string;
  /** What a worker that comes late does with an order that was approved. */
  readonly worker?: "begins" | "ends";
  /** A server that ends what failed before it was made. */
  readonly endsUnmade?: boolean;
}

/** The month's totals; 0 where none is stored. */
export type Usage = Readonly<Record<keyof Amounts, number>>;

/** Usernames of a user's accounts. */
export type Accounts = readonly string[];

/** Reads the fake's tables, not its API. */
export function holdingsOf(
  { state }: FakePuhuri,
  { server, lateBy }: { readonly server: Server; readonly lateBy: number },
  targets: Targets,
): Holdings {
  const worker = server.endsWith("Basic") ? ("ends" as const) : ("begins" as const);
  const rows = targets.allocations.map((uuid) => state.resources.get(uuid));
  const ways: Pick<Standing, "worker" | "endsUnmade"> = server.startsWith("8.1")
    ? { endsUnmade: true }
    : lateBy > 0
      ? { worker }
      : {};
  return {
    standings: rows.map((row, number) => {
      const order = state.orders.find(targets.orders[number] ?? "");
      // Providers of 2021 neither see orders nor move them.
      return server === "2021" || order === undefined
        ? { state: row.state, type: "", order: "" }
        : { state: row.state, type: order.type, order: order.state, ...ways };
    }),
    backendIds: rows.map(({ backend_id }) => backend_id),
    reports: rows.map(({ report }) => (report ?? []).map(({ body }) => body).join()),
    usages: rows.map(({ uuid }) => ({
      cpu: totalOf(state, uuid, "cpu"),
      gpu: totalOf(state, uuid, "gpu"),
    })),
    accounts: targets.users.map((user) =>
      state.offeringUsers
        .where("user_uuid", user)
        .filter(({ offering_uuid }) => offering_uuid === targets.offering)
        .map(({ username }) => username ?? ""),
    ),
  };
}

function totalOf(store: Store, resource: string, component: keyof Amounts): number {
  const rows = store.componentUsages
    .where("resource_uuid", resource)
    .filter(({ component_type }) => component_type === component);
  if (rows.length > 1) throw new Error(`${component} is stored ${rows.length} times.`);
  return Number(rows[0]?.usage ?? 0);
}

function allocationNamed(store: Store, number: number) {
  const found = store.resourceNamed(nameOf(number));
  if (found === undefined) throw new Error(`The scene has no ${nameOf(number)}.`);
  return found;
}

function offeringOf(store: Store) {
  const found = store.offerings.all().find(({ name }) => name === OFFERING);
  if (found === undefined) throw new Error(`The scene has no ${OFFERING}.`);
  return found;
}
