import { describe, expect, test } from "vitest";
import { type AllocationHandlers, type AllocationPass, watchAllocations } from "../../src/loop/index.ts";
import { settled } from "../bulk/by-hand.ts";
import { createOne, createWatch, orderAnother, SCOPE } from "./watched-site.ts";

const ENDED = { done: true, value: undefined };

/** A handler that has begun, and ends when the test says so. */
function heldBack(create: AllocationHandlers["create"]) {
  let begin = () => {};
  let finish = () => {};
  const hasBegun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const mayFinish = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const held: AllocationHandlers["create"] = async (...args) => {
    begin();
    await mayFinish;
    return create(...args);
  };
  return { hasBegun, finish: () => finish(), handlers: { create: held } };
}

describe("a watch that is stopped", () => {
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

  test("ends without an error when it is aborted in the middle of a pass, and the next pass finds what was made", async () => {
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
    expect(site.allocation("a")).toMatchObject({ state: "Creating", backend_id: "" });
    expect(site.log).toEqual(["made hpc-a"]);
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

  test("is stopped while it is listing: nothing more is sent, and no pass is reported", async () => {
    for (const how of ["signal", "return"] as const) {
      const stop = new AbortController();
      const passes: AllocationPass[] = [];
      const { site, watch } = createWatch({ signal: stop.signal, onPass: (pass) => passes.push(pass) });
      let isListing = () => {};
      const listing = new Promise<void>((resolve) => {
        isListing = resolve;
      });
      site.intercepts.push(async () => {
        isListing();
        return new Promise<never>(() => {});
      });
      const next = watch.next();
      await listing;
      if (how === "signal") stop.abort();
      else await watch.return();
      expect(await next).toEqual(ENDED);
      site.sent();
      await settled();
      expect(site.sent()).toEqual([]);
      expect(passes).toEqual([]);
    }
  });

  test.each(["signal", "return"] as const)(
    "waits for a handler at work, and the next pass finds what that has made, by %s",
    async (how) => {
      const stop = new AbortController();
      const site = createOne();
      orderAnother(site, "b");
      const { hasBegun, finish, handlers } = heldBack(site.handlers().create);
      const { watch } = createWatch({ signal: stop.signal, handlers }, site);
      const next = watch.next();
      await hasBegun;
      if (how === "signal") stop.abort();
      const ends = how === "signal" ? next : watch.return();
      let hasEnded = false;
      void ends.then(() => {
        hasEnded = true;
      });
      site.sent();
      for (let i = 0; i < 20; i++) await settled();
      // The watch must not say that it has ended while a handler still runs.
      expect(hasEnded).toBe(false);
      expect(site.sent()).toEqual([]);
      finish();
      expect(await ends).toEqual(ENDED);
      expect(await next).toEqual(ENDED);
      expect(site.allocation("a")).toMatchObject({ state: "Creating", backend_id: "" });
      expect(site.log).toEqual(["made hpc-a"]);
      expect(site.sent()).toEqual([]);
      expect(site.allocation("b").backend_id).toBe("");
    },
  );

  test("tells handlers so, and those that throw for it are held against no allocation", async () => {
    const stop = new AbortController();
    const site = createOne();
    let begin = () => {};
    const hasBegun = new Promise<void>((resolve) => {
      begin = resolve;
    });
    const create: AllocationHandlers["create"] = (_, { signal }) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener("abort", () => reject(new Error("Interrupted.")));
        begin();
      });
    const { watch } = createWatch({ signal: stop.signal, handlers: { create } }, site);
    const next = watch.next();
    await hasBegun;
    stop.abort();
    expect(await next).toEqual(ENDED);
    expect(site.allocation("a")).toMatchObject({ state: "Creating", backend_id: "" });
    expect(site.orderOf("a")?.state).toBe("executing");
  });

  test("touches nothing that comes after the outcome at which it was left", async () => {
    const site = createOne();
    orderAnother(site, "b");
    const { watch } = createWatch({}, site);
    for await (const { resource } of watch) {
      expect(resource.name).toBe("a");
      break;
    }
    site.sent();
    await settled();
    expect(site.sent()).toEqual([]);
    expect(site.orderOf("b")?.state).toBe("pending-provider");
    expect(site.cluster.has("hpc-b")).toBe(false);
  });

  test("never begins when it is left before", async () => {
    const { site, watch } = createWatch();
    site.sent();
    expect(await watch.return()).toEqual(ENDED);
    expect(await watch.next()).toEqual(ENDED);
    expect(site.sent()).toEqual([]);
  });

  test("ends after the pass when onPass stops it", async () => {
    const stop = new AbortController();
    const { alarm, watch } = createWatch({ signal: stop.signal, onPass: () => stop.abort() });
    const outcomes = await Array.fromAsync(watch);
    expect(outcomes).toMatchObject([{ outcome: "done" }]);
    expect(alarm.sleeps).toEqual([]);
  });
});
