import { describe, expect, test } from "vitest";
import { type AllocationPass, type WatchAllocationsOptions, watchAllocations } from "../../src/index.ts";
import { settled } from "./by-hand.ts";
import { createSite, SITE_OFFERING, type Site } from "./site.ts";

const SCOPE = { offering_uuid: SITE_OFFERING };

/** A clock whose sleeps end only when they are told to, or aborted. */
class Alarm {
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

function createWatch(options: WatchAllocationsOptions = {}, site = createOne()) {
  const alarm = new Alarm(() => site.clock.time);
  const puhuri = site.client({ clock: alarm, random: () => 0.75, retry: false });
  return { site, alarm, watch: watchAllocations(puhuri, SCOPE, site.handlers(), options) };
}

function createOne(): Site {
  return createSite({
    generation: "8.x",
    type: "Marketplace.Slurm",
    seed: (seed) => {
      seed.allocation({ name: "a", offering: SITE_OFFERING });
    },
  });
}

/** Orders another allocation while the loop is running. */
function orderAnother(site: Site, name: string): void {
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

describe("watching", () => {
  test("repeats the pass, one after the other, with a pause between them", async () => {
    const passes: AllocationPass[] = [];
    const { site, alarm, watch } = createWatch({ intervalMs: 1000, onPass: (pass) => passes.push(pass) });
    expect(await watch.next()).toMatchObject({ value: { outcome: "done", resource: { name: "a" } } });
    const next = watch.next();
    await settled();
    // Half of the upper half of the jitter.
    expect(alarm.sleeps).toEqual([1050]);
    expect(passes).toMatchObject([{ summary: { total: 1, done: 1 } }]);
    site.sent();
    await settled();
    expect(site.sent()).toEqual([]);
    await alarm.ring();
    expect(passes).toHaveLength(2);
    orderAnother(site, "b");
    await alarm.ring();
    expect(await next).toMatchObject({ value: { outcome: "done", resource: { name: "b" } } });
    expect(alarm.sleeps).toEqual([1050, 1050]);
    await watch.return();
  });

  test("begins no pass while the outcomes of the last one are not taken", async () => {
    const { site, alarm, watch } = createWatch({}, createOne());
    orderAnother(site, "b");
    await watch.next();
    await settled();
    expect(alarm.sleeps).toEqual([]);
    await watch.next();
    await settled();
    expect(alarm.sleeps).toEqual([]);
    await watch.return();
  });

  test("pauses a minute, unless it is told otherwise", async () => {
    const { alarm, watch } = createWatch({ jitter: 0 });
    await watch.next();
    void watch.next();
    await settled();
    expect(alarm.sleeps).toEqual([60_000]);
    await watch.return();
  });

  test("ends without an error when it is aborted, in a pause", async () => {
    const stop = new AbortController();
    const { site, watch } = createWatch({ signal: stop.signal });
    await watch.next();
    const next = watch.next();
    await settled();
    stop.abort(new Error("SIGTERM"));
    expect(await next).toEqual({ done: true, value: undefined });
    expect(await watch.next()).toEqual({ done: true, value: undefined });
    site.sent();
    await settled();
    expect(site.sent()).toEqual([]);
  });

  test("ends without an error when it is aborted in the middle of a pass, and what was created is stored", async () => {
    const stop = new AbortController();
    const site = createOne();
    const handlers = site.handlers();
    const create: typeof handlers.create = async (allocation, context) => {
      stop.abort();
      return handlers.create(allocation, context);
    };
    const { signal } = stop;
    const watch = watchAllocations(site.client(), SCOPE, { ...handlers, create }, { signal });
    expect(await Array.fromAsync(watch)).toEqual([]);
    expect(site.allocation("a")).toMatchObject({ state: "Creating", backend_id: "hpc-a" });
  });

  test("does not even begin when it was aborted before", async () => {
    const { site, watch } = createWatch({ signal: AbortSignal.abort() });
    site.sent();
    expect(await watch.next()).toEqual({ done: true, value: undefined });
    expect(site.sent()).toEqual([]);
  });

  test("ends when it is left, even in a pause", async () => {
    const { watch } = createWatch();
    for await (const { outcome } of watch) {
      expect(outcome).toBe("done");
      break;
    }
    expect(await watch.next()).toEqual({ done: true, value: undefined });

    const paused = createWatch().watch;
    await paused.next();
    const next = paused.next();
    await settled();
    await paused.return();
    expect(await next).toEqual({ done: true, value: undefined });
  });

  test("goes on after a pass that could not list what waits, and tells so", async () => {
    const passes: AllocationPass[] = [];
    const { site, alarm, watch } = createWatch({ onPass: (pass) => passes.push(pass) });
    let isDown = true;
    site.intercepts.push(async (_, next) => (isDown ? new Response("Oops", { status: 503 }) : next()));
    const next = watch.next();
    await settled();
    expect(passes).toMatchObject([{ error: { code: "server-error" }, summary: { total: 0 } }]);
    isDown = false;
    await alarm.ring();
    expect(await next).toMatchObject({ value: { outcome: "done" } });
    await watch.return();
  });

  test("throws what no later pass can mend", async () => {
    const site = createOne();
    const watch = watchAllocations(site.client({ token: "0".repeat(40) }), SCOPE, site.handlers());
    await expect(watch.next()).rejects.toMatchObject({ code: "authentication" });
    expect(await watch.next()).toEqual({ done: true, value: undefined });
  });

  test("leaves no listener behind", async () => {
    const stop = new AbortController();
    let listeners = 0;
    const { signal } = stop;
    const { addEventListener: add, removeEventListener: remove } = signal;
    signal.addEventListener = (...args: Parameters<typeof add>) => {
      listeners++;
      add.apply(signal, args);
    };
    signal.removeEventListener = (...args: Parameters<typeof remove>) => {
      listeners--;
      remove.apply(signal, args);
    };
    const { watch } = createWatch({ signal });
    await watch.next();
    expect(listeners).toBeGreaterThan(0);
    await watch.return();
    expect(listeners).toBe(0);
  });

  test.each([{ intervalMs: -1 }, { jitter: 1.5 }, { jitter: -0.1 }, { concurrency: 0 }])(
    "refuses %o at once",
    (options) => {
      expect(() => createWatch(options)).toThrow(expect.objectContaining({ code: "invalid-argument" }));
    },
  );
});
