import { describe, expect, test } from "vitest";
import { type AllocationHandlers, type AllocationPass, watchAllocations } from "../../src/loop/index.ts";
import { settled } from "../bulk/by-hand.ts";
import { createSite } from "./site.ts";
import { createOne, createWatch, orderAnother, SCOPE } from "./watched-site.ts";

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

  test("pauses for a minute by default", async () => {
    const { alarm, watch } = createWatch({ jitter: 0 });
    await watch.next();
    void watch.next();
    await settled();
    expect(alarm.sleeps).toEqual([60_000]);
    await watch.return();
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

  test("goes on after a pass for which there was no token", async () => {
    const passes: AllocationPass[] = [];
    const site = createOne();
    let isDown = true;
    const token = async () => {
      if (isDown) throw new Error("identity provider: 503");
      return site.fake.tokenOf("owner");
    };
    const options = { token, onPass: (pass: AllocationPass) => passes.push(pass) };
    const { alarm, watch } = createWatch(options, site);
    const next = watch.next();
    await settled();
    expect(passes).toMatchObject([{ error: { code: "token" }, summary: { total: 0 } }]);
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

  test.each([{ intervalMs: -1 }, { jitter: 1.5 }, { jitter: -0.1 }, { concurrency: 0 }])(
    "refuses %o at once",
    (options) => {
      expect(() => createWatch(options)).toThrow(expect.objectContaining({ code: "invalid-argument" }));
    },
  );

  test("begins no pass while the outcomes of the last one are not taken", async () => {
    const { site, alarm, watch } = createWatch();
    orderAnother(site, "b");
    await watch.next();
    await watch.next();
    site.sent();
    await settled();
    // Asking for the next outcome means that the last one was dealt with.
    expect(alarm.sleeps).toEqual([]);
    expect(site.sent()).toEqual([]);
    const next = watch.next();
    await settled();
    expect(alarm.sleeps).toHaveLength(1);
    await watch.return();
    await next;
  });

  test("begins no pass while a handler is at work, however many outcomes are asked for", async () => {
    let finish = () => {};
    const isFinished = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const site = createOne();
    const { create } = site.handlers();
    const handlers: Partial<AllocationHandlers> = {
      create: async (...args) => {
        await isFinished;
        return create(...args);
      },
    };
    const { alarm, watch } = createWatch({ handlers }, site);
    const lists = () => site.fake.requests.filter(({ operationId }) => operationId === "orders_list").length;
    const before = lists();
    const asked = [watch.next(), watch.next(), watch.next()];
    for (let i = 0; i < 20; i++) await settled();
    expect(lists() - before).toBe(1);
    expect(alarm.sleeps).toEqual([]);
    finish();
    expect(await asked[0]).toMatchObject({ value: { outcome: "done" } });
    await settled();
    expect(alarm.sleeps).toHaveLength(1);
    await watch.return();
    expect(await Promise.all(asked.slice(1))).toEqual(Array(2).fill({ done: true, value: undefined }));
  });

  test.each([
    { random: 0, jitter: undefined, pauseMs: 900 },
    { random: 0.5, jitter: undefined, pauseMs: 1000 },
    { random: 0.999, jitter: undefined, pauseMs: 1099.8 },
    { random: 0, jitter: 0, pauseMs: 1000 },
    { random: 0.999, jitter: 0, pauseMs: 1000 },
    { random: 0, jitter: 1, pauseMs: 0 },
    { random: 0.999, jitter: 1, pauseMs: 1998 },
  ])(
    "pauses $pauseMs ms of 1000 with a jitter of $jitter, at $random",
    async ({ random, jitter, pauseMs }) => {
      const { alarm, watch } = createWatch({ intervalMs: 1000, jitter, random });
      await watch.next();
      void watch.next();
      await settled();
      expect(alarm.sleeps).toHaveLength(1);
      expect(alarm.sleeps[0]).toBeCloseTo(pauseMs, 6);
      await watch.return();
    },
  );

  test("pauses from the end of a pass on, however long that took", async () => {
    const site = createOne();
    const { create } = site.handlers();
    const handlers: Partial<AllocationHandlers> = {
      create: (...args) => {
        site.clock.time += 3_600_000;
        return create(...args);
      },
    };
    const { alarm, watch } = createWatch({ intervalMs: 1000, jitter: 0, handlers }, site);
    await watch.next();
    void watch.next();
    await settled();
    expect(alarm.sleeps).toEqual([1000]);
    await watch.return();
  });

  test("goes on after an allocation that failed", async () => {
    const handlers: Partial<AllocationHandlers> = {
      create: () => {
        throw new Error("The cluster does not answer.");
      },
    };
    const { alarm, watch } = createWatch({ handlers });
    expect(await watch.next()).toMatchObject({ value: { outcome: "failed" } });
    const next = watch.next();
    await settled();
    await alarm.ring();
    expect(await next).toMatchObject({ value: { outcome: "failed" } });
    await watch.return();
  });

  test("throws in a later pass, too, what no pass can mend", async () => {
    const { site, alarm, watch } = createWatch();
    await watch.next();
    const next = watch.next();
    await settled();
    site.intercepts.push(async () => Response.json({ detail: "Token has expired." }, { status: 401 }));
    const failure = expect(next).rejects.toMatchObject({ code: "authentication" });
    await alarm.ring();
    await failure;
    expect(await watch.next()).toEqual({ done: true, value: undefined });
  });

  test("tells since when and in how many passes in a row an allocation has failed", async () => {
    const site = createOne();
    const { create } = site.handlers();
    let isDown = true;
    const handlers: Partial<AllocationHandlers> = {
      create: (...args) => {
        if (isDown) throw new Error("The cluster does not answer.");
        return create(...args);
      },
    };
    const { alarm, watch } = createWatch({ handlers }, site);
    const failingSince = new Date(site.clock.time);
    for (const failures of [1, 2, 3]) {
      const next = watch.next();
      await settled();
      await alarm.ring();
      expect(await next).toMatchObject({ value: { outcome: "failed", failures, failingSince } });
      site.clock.time += 60_000;
    }
    isDown = false;
    const last = watch.next();
    await settled();
    await alarm.ring();
    expect(await last).toMatchObject({ value: { outcome: "done" } });
    expect((await last).value).not.toHaveProperty("failures");
    await watch.return();
  });

  test("counts anew what had stopped waiting in between", async () => {
    const site = createOne();
    const order = site.orderOf("a");
    if (order === undefined) throw new Error("The seed lost its order.");
    const handlers: Partial<AllocationHandlers> = {
      create: () => {
        throw new Error("The cluster does not answer.");
      },
    };
    const { alarm, watch } = createWatch({ handlers }, site);
    expect(await watch.next()).toMatchObject({ value: { outcome: "failed", failures: 1 } });
    const { state } = order;
    order.state = "canceled";
    const next = watch.next();
    await settled();
    await alarm.ring();
    order.state = state;
    site.clock.time += 60_000;
    await alarm.ring();
    const failingSince = new Date(site.clock.time);
    expect(await next).toMatchObject({ value: { outcome: "failed", failures: 1, failingSince } });
    await watch.return();
  });

  test("waits for what is done after a pass, before the pause begins", async () => {
    let finish = () => {};
    const onPass = () =>
      new Promise<void>((resolve) => {
        finish = resolve;
      });
    const { alarm, watch } = createWatch({ onPass });
    await watch.next();
    const next = watch.next();
    await settled();
    expect(alarm.sleeps).toEqual([]);
    finish();
    await settled();
    expect(alarm.sleeps).toHaveLength(1);
    await watch.return();
    await next;
  });

  test("ends with what is thrown after a pass", async () => {
    const broken = new Error("The report could not be sent.");
    for (const fail of [
      () => {
        throw broken;
      },
      () => Promise.reject(broken),
    ]) {
      const { watch } = createWatch({ onPass: fail });
      await watch.next();
      await expect(watch.next()).rejects.toBe(broken);
      expect(await watch.next()).toEqual({ done: true, value: undefined });
    }
  });

  test("asks once whether there is such an offering, and says if there is none", async () => {
    const { site, alarm, watch } = createWatch(
      {},
      createSite({ generation: "8.0", type: "Marketplace.Slurm" }),
    );
    site.sent();
    const next = watch.next();
    for (let i = 0; i < 3; i++) {
      await settled();
      await alarm.ring();
    }
    const asked = site.sent().filter(({ operationId }) => operationId === "provider_offerings_get");
    expect(asked).toHaveLength(1);
    await watch.return();
    await next;
    const mistyped = { offering_uuid: "e1".repeat(15).padEnd(32, "0") };
    await expect(watchAllocations(site.client(), mistyped, site.handlers()).next()).rejects.toMatchObject({
      code: "invalid-argument",
      argument: "offering_uuid",
    });
  });
});
