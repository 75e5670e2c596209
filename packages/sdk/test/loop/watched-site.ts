import type { PuhuriClientOptions } from "../../src/index.ts";
import {
  type AllocationHandlers,
  type WatchAllocationsOptions,
  watchAllocations,
} from "../../src/loop/index.ts";
import { settled } from "../bulk/by-hand.ts";
import { createSite, SITE_OFFERING, type Site } from "./site.ts";

export const SCOPE = { offering_uuid: SITE_OFFERING };

/** A clock whose sleeps end only when the test says so, or when they are aborted. */
export class Alarm {
  readonly sleeps: number[] = [];
  #wake: (() => void) | undefined;
  readonly now: () => number;

  constructor(now: () => number) {
    this.now = now;
  }

  sleep(ms: number, signal: AbortSignal | undefined): Promise<void> {
    this.sleeps.push(ms);
    return new Promise((resolve, reject) => {
      this.#wake = resolve;
      signal?.addEventListener("abort", () => reject(signal.reason));
    });
  }

  async ring(): Promise<void> {
    this.#wake?.();
    await settled();
  }
}

interface Watched extends WatchAllocationsOptions {
  /** In place of the site's own. */
  readonly handlers?: Partial<AllocationHandlers>;
  /** For the jitter. */
  readonly random?: number;
  /** In place of the owner's. */
  readonly token?: PuhuriClientOptions["token"];
}

/** A watch that has not begun, over a site with one allocation that waits unless another one is given. */
export function createWatch(
  { handlers, random = 0.75, token, ...options }: Watched = {},
  site = createOne(),
) {
  const alarm = new Alarm(() => site.clock.time);
  const chosen = token === undefined ? {} : { token };
  const puhuri = site.client({ clock: alarm, random: () => random, retry: false, ...chosen });
  return {
    site,
    alarm,
    watch: watchAllocations(puhuri, SCOPE, { ...site.handlers(), ...handlers }, options),
  };
}

export function createOne(): Site {
  return createSite({
    // Where the server's worker links what is created, nothing is looked at a second time.
    generation: "8.0",
    type: "Marketplace.Slurm",
    seed: (seed) => {
      seed.allocation({ name: "a", offering: SITE_OFFERING });
    },
  });
}

/** Orders another allocation while the loop is running. */
export function orderAnother(site: Site, name: string): void {
  const { resources, orders } = site.fake.state;
  const [first] = resources.where("offering_uuid", SITE_OFFERING);
  const order = site.orderOf("a");
  if (first === undefined || order === undefined) throw new Error("The seed lost its allocation.");
  const uuid = name.padStart(32, "0");
  resources.add({ ...first, uuid, name, state: "Creating", backend_id: "", report: null });
  orders.add({
    ...order,
    uuid: name.padStart(32, "f"),
    resource_uuid: uuid,
    state: "pending-provider",
    created: new Date(site.clock.time).toISOString(),
  });
}
