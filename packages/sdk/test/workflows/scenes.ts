import type { Order, OrderState, OrderType, Resource, ResourceState } from "./stored.ts";
import { createWorld, type Generation, type World } from "./world.ts";

export const SLURM = "Marketplace.Slurm";
export const BASIC = "Marketplace.Basic";
export const SUPPORT = "Support.OfferingTemplate";
export const BOOKING = "Marketplace.Booking";

/** An allocation somewhere on its way, on a server of its own. */
export interface Scene extends World {
  readonly resource: Resource;
  /** All its orders, the oldest first. */
  orders(): Order[];
  /** The resource and its orders as words, to see that nothing has changed. */
  standing(): string[];
}

export interface SceneOptions {
  readonly generation: Exclude<Generation, "2021">;
  readonly type?: string;
  readonly state: ResourceState;
  /** Its orders, the oldest first, such as `["Create done", "Update executing"]`. */
  readonly orders: readonly string[];
  readonly background?: Parameters<typeof createWorld>[0]["background"];
}

export function createScene({ generation, type = SLURM, state, orders, background }: SceneOptions): Scene {
  const world = createWorld({
    generation,
    ...(background === undefined ? {} : { background }),
    seed: (seed) => {
      const offering = seed.offering({ name: "its offering", type });
      const allocation = seed.allocation({ name: "it", state, offering, order: null, limits: { cpu: 1 } });
      for (const words of orders) {
        const [kind, standing] = words.split(" ");
        seed.order({
          type: wordOf(ORDER_TYPES, kind),
          state: wordOf(ORDER_STATES, standing),
          allocation,
          ...(kind === "Update" ? { limits: { cpu: 2 } } : {}),
        });
      }
    },
  });
  const { state: store } = world.fake;
  const resource = store.resourceNamed("it");
  if (resource === undefined) throw new Error("The seed lost its allocation.");
  const wasBegun = orders.some((words) => words.startsWith("Create") && !words.includes("pending"));
  // A scene may be one that the server itself would not have brought about.
  resource.state = state;
  if (type === SLURM && wasBegun && generation !== "8.1") resource.plugin_object ??= { ...SLURM_ALLOCATION };
  for (const order of store.orders.where("resource_uuid", resource.uuid)) order.modified = LONG_AGO;
  const ordersOf = () => store.orders.where("resource_uuid", resource.uuid);
  return {
    ...world,
    resource,
    orders: ordersOf,
    standing: () => [resource.state, ...ordersOf().map((order) => `${order.type} ${order.state}`)],
  };
}

/** What the worker of the server has made for an allocation whose creation was approved. */
const SLURM_ALLOCATION = {
  uuid: "5".repeat(32),
  type: "SLURM.Allocation",
  path: "slurm-allocations",
  state: "OK",
} as const;

/** What is still executing since then, no worker of the server will come for. */
const LONG_AGO = "2026-11-20T12:00:00Z";

/** The word as one of the words, for tables written as text. */
export function wordOf<Word extends string>(words: readonly Word[], word: string | undefined): Word {
  const found = words.find((it) => it === word);
  if (found === undefined) throw new Error(`${word} is none of ${words.join(", ")}.`);
  return found;
}

export const RESOURCE_STATES: readonly ResourceState[] = [
  "Creating",
  "OK",
  "Erred",
  "Updating",
  "Terminating",
  "Terminated",
];

const ORDER_TYPES: readonly OrderType[] = ["Create", "Update", "Terminate"];
const ORDER_STATES: readonly OrderState[] = [
  "pending-consumer",
  "pending-provider",
  "pending-project",
  "pending-start-date",
  "executing",
  "done",
  "erred",
  "canceled",
  "rejected",
];
