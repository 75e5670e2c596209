import { ConnectionLost } from "@puhuri/testing";
import { describe, expect, test } from "vitest";
import { reportUsageMany } from "../../src/bulk/index.ts";
import { type Clock, UsageReportError } from "../../src/index.ts";
import { errorOf } from "../http/harness.ts";
import { isWrite } from "../workflows/faults.ts";
import { GENERATIONS } from "../workflows/world.ts";
import { asKept, createUsageScene } from "./usage-scene.ts";

const AMOUNTS = { cpu: 12, gpu: 3, storage: 5 };

describe.each(GENERATIONS)("the month of a usage report on %s", (generation) => {
  test("must be the one that runs", async () => {
    const scene = createUsageScene({ generation, at: "2026-12-01T00:00:30Z" });
    const { resources } = scene.client();
    const measuredAt = new Date("2026-11-30T23:59:00Z");
    const error = await errorOf(resources.reportUsage(scene.resource.uuid, AMOUNTS, { measuredAt }));
    expect(error).toBeInstanceOf(UsageReportError);
    expect(error).toMatchObject({ reason: "month-changed" });
    expect(scene.sent()).toEqual([]);
    const now = new Date("2026-12-01T00:00:10Z");
    expect(await resources.reportUsage(scene.resource.uuid, AMOUNTS, { measuredAt: now })).toMatchObject({
      outcome: "changed",
    });
  });

  test("is the calendar's, also on a machine that slept for two days, whose timers know nothing of it", async () => {
    const scene = createUsageScene({ generation, at: "2026-12-01T00:00:30Z" });
    const { clock } = scene;
    const slept: Clock = {
      now: () => clock.time - 2 * 86_400_000,
      date: () => clock.time,
      sleep: (ms, signal) => clock.sleep(ms, signal),
    };
    const puhuri = scene.client({ clock: slept });
    const { resources } = puhuri;
    const { uuid } = scene.resource;
    const measuredAt = new Date("2026-11-29T23:00:00Z");
    const monthChanged = { reason: "month-changed", maybeApplied: false };
    expect(await errorOf(resources.reportUsage(uuid, AMOUNTS, { measuredAt }))).toMatchObject(monthChanged);
    const { failures } = await reportUsageMany(puhuri, [
      { resource: uuid, amounts: AMOUNTS, measuredAt },
    ]).finish();
    expect(failures.map(({ error }) => error)).toMatchObject([monthChanged]);
    expect(scene.reports()).toEqual([]);
    expect(await resources.reportUsage(uuid, AMOUNTS)).toMatchObject({ outcome: "changed" });
  });

  test("is not crossed by a retry on such a machine either", async () => {
    const scene = createUsageScene({ generation, at: "2026-11-30T23:59:57.000Z" });
    const { clock } = scene;
    const slept: Clock = {
      now: () => clock.time - 2 * 86_400_000,
      date: () => clock.time,
      sleep: (ms, signal) => clock.sleep(ms, signal),
    };
    let lost = 0;
    scene.intercepts.push(async (exchange, next) => {
      if (isWrite(exchange) && lost++ < 3) throw new ConnectionLost();
      return next();
    });
    await errorOf(scene.client({ clock: slept }).resources.reportUsage(scene.resource.uuid, AMOUNTS));
    expect(lost).toBeGreaterThan(0);
    expect(scene.rows()).toEqual([]);
  });

  test.each(["lost", 429] as const)(
    "is not crossed by a retry of a machine that slept meanwhile (%s)",
    async (failure) => {
      const scene = createUsageScene({ generation, at: "2026-11-30T22:00:00Z" });
      const { clock } = scene;
      let sleptMs = 0;
      const sleeping: Clock = {
        now: () => clock.time - sleptMs,
        date: () => clock.time,
        sleep: (ms, signal) => clock.sleep(ms, signal),
      };
      scene.intercepts.push(async (exchange, next) => {
        if (!isWrite(exchange) || sleptMs > 0) return next();
        sleptMs = 3 * 3_600_000;
        clock.time += sleptMs;
        if (failure === "lost") throw new ConnectionLost();
        return new Response("{}", { status: failure, headers: { "retry-after": "1" } });
      });
      const measuredAt = new Date("2026-11-30T21:59:00Z");
      const puhuri = scene.client({ clock: sleeping });
      const item = { resource: scene.resource.uuid, amounts: AMOUNTS, measuredAt };
      const { failures } = await reportUsageMany(puhuri, [item]).finish();
      expect(failures.map(({ error }) => error)).toMatchObject([
        failure === 429 ? { reason: "month-changed" } : { maybeApplied: true },
      ]);
      expect(scene.rows()).toEqual([]);
    },
  );

  test.each([60_000, -60_000])("is the server's too, whose clock is %i ms off", async (aheadMs) => {
    const scene = createUsageScene({
      generation,
      at: aheadMs > 0 ? "2026-12-01T00:00:30Z" : "2026-11-30T23:59:30Z",
    });
    const { clock } = scene;
    const off: Clock = {
      now: () => clock.time - aheadMs,
      sleep: (ms, signal) => clock.sleep(ms, signal),
    };
    const puhuri = scene.client({ clock: off });
    const { resources } = puhuri;
    const { uuid } = scene.resource;
    const error = await errorOf(resources.reportUsage(uuid, AMOUNTS));
    expect(error).toMatchObject({ reason: "month-changed", maybeApplied: false });
    const item = { resource: uuid, amounts: AMOUNTS };
    expect(await reportUsageMany(puhuri, [item]).finish()).toMatchObject({ failed: 1 });
    expect(scene.reports()).toEqual([]);
    clock.time += 120_000;
    expect(await resources.reportUsage(uuid, AMOUNTS)).toMatchObject({ outcome: "changed" });
  });

  test("is asked for again where the server's clock was told wrongly, or the calendar was set since", async () => {
    const scene = createUsageScene({ generation, at: "2026-11-23T12:00:00Z" });
    const puhuri = scene.client();
    const { resources } = puhuri;
    let isWrong = true;
    scene.intercepts.push(async (_exchange, next) => {
      const response = await next();
      if (isWrong) response.headers.set("date", "Thu, 15 Oct 2026 12:00:00 GMT");
      return response;
    });
    const { uuid } = scene.resource;
    await resources.get(uuid, { fields: ["state"] });
    isWrong = false;
    const items = [{ resource: uuid, amounts: AMOUNTS }];
    expect(await resources.reportUsage(uuid, AMOUNTS)).toMatchObject({ outcome: "changed" });
    isWrong = true;
    await resources.get(uuid, { fields: ["state"] });
    isWrong = false;
    const more = items.map((item) => ({ ...item, amounts: { ...AMOUNTS, cpu: 13 } }));
    expect(await reportUsageMany(puhuri, more).finish()).toMatchObject({ changed: 1 });
  });

  test("is the one the server takes: by UTC up to 2024-10, by its own time zone from 8.0 on", async () => {
    // In Tallinn it is November already.
    const scene = createUsageScene({ generation, at: "2026-10-31T22:30:00Z", usages: AMOUNTS });
    const puhuri = scene.client({ billingTimeZone: "Europe/Tallinn" });
    const more = { ...AMOUNTS, cpu: 13 };
    const item = {
      resource: scene.resource.uuid,
      amounts: more,
      measuredAt: new Date("2026-10-31T21:30:00Z"),
    };
    const { measuredAt } = item;
    const dry = puhuri.resources.reportUsage(item.resource, more, { measuredAt, dryRun: true });
    const { failures, changed } = await reportUsageMany(puhuri, [item], { dryRun: true }).finish();
    if (generation === "8.1") {
      expect(await errorOf(dry)).toMatchObject({ reason: "month-changed" });
      expect(failures).toMatchObject([{ error: { reason: "month-changed" } }]);
      expect(scene.reports()).toEqual([]);
    } else {
      const stored = asKept(generation, { cpu: "12.00" });
      expect(await dry).toMatchObject({ month: "2026-10-01", stored });
      expect(changed).toBe(1);
    }
  });

  test("is the calendar's alone where answers show no time", async () => {
    const scene = createUsageScene({ generation });
    scene.intercepts.push(async (_exchange, next) => {
      const response = await next();
      response.headers.delete("date");
      return response;
    });
    const call = scene.client().resources.reportUsage(scene.resource.uuid, AMOUNTS);
    expect(await call).toMatchObject({ outcome: "changed", month: "2026-11-01" });
  });

  test("is not guessed while it has begun in a part of Europe", async () => {
    const scene = createUsageScene({ generation, at: "2026-10-31T21:30:00Z", usages: AMOUNTS });
    const puhuri = scene.client({ billingTimeZone: undefined });
    const { uuid } = scene.resource;
    const call = puhuri.resources.reportUsage(uuid, AMOUNTS, { force: true });
    const { failures } = await reportUsageMany(puhuri, [{ resource: uuid, amounts: AMOUNTS }]).finish();
    if (generation === "8.1") {
      expect(await errorOf(call)).toMatchObject({
        reason: "month-unclear",
        maybeApplied: false,
        message: expect.stringMatching(/Set billingTimeZone to that zone/),
      });
      expect(failures).toMatchObject([{ error: { reason: "month-unclear" } }]);
      expect(scene.reports()).toEqual([]);
    } else {
      expect(await call).toMatchObject({ outcome: "changed", month: "2026-10-01" });
      expect(failures).toEqual([]);
    }
    // Not clear when they are reported, or when they were measured.
    for (const [measured, hour] of [
      ["2026-10-31T20:00:00Z", 0],
      ["2026-10-31T21:30:00Z", 3],
    ] as const) {
      scene.clock.time = Date.parse("2026-10-31T22:30:00Z") + hour * 3_600_000;
      const measuredAt = new Date(measured);
      const call = puhuri.resources.reportUsage(uuid, { ...AMOUNTS, cpu: 13 }, { measuredAt, dryRun: true });
      if (generation === "8.1") expect(await errorOf(call)).toMatchObject({ reason: "month-unclear" });
      else if (hour === 0) expect(await call).toMatchObject({ month: "2026-10-01" });
      else expect(await errorOf(call)).toMatchObject({ reason: "month-changed" });
    }
    scene.clock.time = Date.parse("2026-11-01T01:00:00Z");
    expect(await puhuri.resources.reportUsage(uuid, { cpu: 1 })).toMatchObject({ month: "2026-11-01" });
  });

  test.each([new Date("2026-11-30T23:59:00Z"), undefined])(
    "may not turn while what is stored is being read (measured at %s)",
    async (measuredAt) => {
      const scene = createUsageScene({ generation, at: "2026-11-30T23:59:58Z" });
      scene.intercepts.push(async (_exchange, next) => {
        const response = await next();
        scene.clock.time += 1000;
        return response;
      });
      const call = scene.client().resources.reportUsage(scene.resource.uuid, AMOUNTS, { measuredAt });
      expect(await errorOf(call)).toMatchObject({ reason: "month-changed", maybeApplied: false });
      expect(scene.reports()).toEqual([]);
    },
  );

  test.each(["lost", 503, 429] as const)("is not crossed by a retry (%s)", async (failure) => {
    const scene = createUsageScene({ generation, at: "2026-11-30T23:59:57.500Z" });
    scene.intercepts.push(async (exchange, next) => {
      if (!isWrite(exchange)) return next();
      if (failure === "lost") throw new ConnectionLost();
      return new Response("busy", { status: failure });
    });
    const error = await errorOf(scene.client().resources.reportUsage(scene.resource.uuid, AMOUNTS));
    // A 429 was turned away at the door; of the others nobody knows.
    expect(error).toMatchObject({ maybeApplied: failure !== 429 });
    expect(scene.reports().length).toBeGreaterThan(0);
    expect(scene.sent().filter((request) => request.method === "POST" && request.status === 201)).toEqual([]);
  });

  test.each([
    ["UTC", "2026-12-01T00:00:00Z"],
    // It begins in the east of Europe: perhaps there is the server.
    [undefined, "2026-11-30T21:00:00Z"],
  ])("ends what is on its way: nothing is sent after it (%s)", async (billingTimeZone, end) => {
    const scene = createUsageScene({ generation, at: new Date(Date.parse(end) - 3000).toISOString() });
    const sentAt: number[] = [];
    scene.intercepts.push(async (exchange, next) => {
      if (!isWrite(exchange)) return next();
      sentAt.push(scene.clock.time);
      if (sentAt.length < 4) throw new ConnectionLost();
      return next();
    });
    const { resources } = scene.client({ billingTimeZone });
    await errorOf(resources.reportUsage(scene.resource.uuid, AMOUNTS));
    expect(Math.max(...sentAt)).toBeLessThan(Date.parse(end));
    expect(scene.rows()).toEqual([]);
  });

  test("does not keep retries within it from being made", async () => {
    const scene = createUsageScene({ generation, at: "2026-11-30T23:59:30Z" });
    let lost = 0;
    scene.intercepts.push(async (exchange, next) => {
      if (isWrite(exchange) && lost++ < 3) throw new ConnectionLost();
      return next();
    });
    expect(await scene.client().resources.reportUsage(scene.resource.uuid, AMOUNTS)).toMatchObject({
      outcome: "changed",
    });
    expect(scene.totals()).toEqual({ cpu: "12.00", gpu: "3.00", storage: "5.00" });
  });

  test("is said to be over when a busy server holds everybody back until then", async () => {
    const scene = createUsageScene({ generation, at: "2026-11-30T23:59:57.500Z" });
    const { resources } = scene.client({ retry: false });
    scene.intercepts.push(async ({ operationId }, next) => {
      if (operationId?.includes("_team") === true) {
        return new Response("{}", { status: 429, headers: { "retry-after": "30" } });
      }
      // The last read: after it, nothing but the report is to be sent.
      if (operationId?.endsWith("offerings_get") === true) await errorOf(resources.team(scene.resource.uuid));
      return next();
    });
    const error = await errorOf(resources.reportUsage(scene.resource.uuid, AMOUNTS));
    expect(error).toMatchObject({ reason: "month-changed", maybeApplied: false });
    expect(scene.reports()).toEqual([]);
  });
});
