import { describe, expect, test } from "vitest";
import {
  BadRequestError,
  ConnectionError,
  PermissionDeniedError,
  type ReportUsageOptions,
  ServerError,
  type UsageAmounts,
} from "../../src/index.ts";
import { errorOf } from "../http/harness.ts";
import { badGateway, isWrite, losing } from "../workflows/faults.ts";
import { GENERATIONS } from "../workflows/world.ts";
import { asKept, createUsageScene, type UsageScene } from "./usage-scene.ts";

const STORED = { cpu: 10, gpu: 2, storage: 5 };

function report({ client, resource }: UsageScene, amounts: UsageAmounts, options: ReportUsageOptions = {}) {
  return client().resources.reportUsage(resource.uuid, amounts, options);
}

describe.each(GENERATIONS)("the open plan period of a usage report on %s", (generation) => {
  test("is the one that began last when a plan was switched this month", async () => {
    const scene = createUsageScene({ generation, usages: { cpu: 10, gpu: 1, storage: 1 } });
    const { planPeriods } = scene.fake.state;
    const [closed] = planPeriods.where("resource_uuid", scene.resource.uuid);
    if (closed === undefined) throw new Error("There is no plan period.");
    closed.end = "2026-11-20T00:00:00Z";
    // The rows come in no order: the open one first here.
    planPeriods.remove(closed.uuid);
    planPeriods.add({ ...closed, uuid: "a".repeat(32), start: "2026-11-20T00:00:00Z", end: null });
    planPeriods.add(closed);

    const result = await report(scene, { cpu: 13, gpu: 2, storage: 1 });
    expect(result.stored).toEqual(asKept(generation, { cpu: "10.00", gpu: "1.00", storage: "1.00" }));
    const booked = scene.rows().filter((row) => row.plan_period_uuid === "a".repeat(32));
    expect(booked.map(({ component_type, usage }) => `${component_type} ${usage}`)).toEqual(
      generation === "8.1"
        ? ["cpu 13.00", "gpu 2.00", "storage 1.00"]
        : ["cpu 3.00", "gpu 1.00", "storage 0.00"],
    );
    expect(scene.rows()).toHaveLength(generation === "8.1" ? 3 : 6);
  });

  test("is the one that began last when two are open", async () => {
    const scene = createUsageScene({ generation, usages: { cpu: 10, gpu: 1, storage: 1 } });
    const { planPeriods } = scene.fake.state;
    const [first] = planPeriods.where("resource_uuid", scene.resource.uuid);
    if (first === undefined) throw new Error("There is no plan period.");
    planPeriods.add({ ...first, uuid: "a".repeat(32), start: "2026-11-22T18:00:00Z" });
    await report(scene, { cpu: 13, gpu: 2, storage: 3 });
    expect(scene.rows().filter((row) => row.plan_period_uuid === "a".repeat(32))).toHaveLength(3);
  });

  test("is needed in 2021 only", async () => {
    const scene = createUsageScene({ generation, allocation: { plan_period: null } });
    const call = report(scene, { cpu: 3, gpu: 0, storage: 0 });
    if (generation === "2021") {
      expect(await errorOf(call)).toMatchObject({ code: "usage-report", reason: "no-open-period" });
      return;
    }
    expect(await call).toMatchObject({ outcome: "changed" });
    expect(await report(scene, { cpu: 3 })).toMatchObject({ outcome: "unchanged", stored: { cpu: "3.00" } });
  });
});

describe.each(GENERATIONS)("a usage report on %s that goes wrong", (generation) => {
  const createScene = () => createUsageScene({ generation, usages: STORED });
  const MORE = { cpu: 12, gpu: 3, storage: 6 };

  test.each(["before", "after"] as const)(
    "is settled when an answer is lost %s the server has acted",
    async (when) => {
      const scene = createScene();
      scene.intercepts.push(losing("component_usages_set_usage", when));
      expect(await report(scene, MORE)).toMatchObject({ outcome: "changed" });
      expect(scene.totals()).toEqual({ cpu: "12.00", gpu: "3.00", storage: "6.00" });
    },
  );

  test("is taken for sent when every answer is lost and it is stored", async () => {
    const scene = createScene();
    scene.intercepts.push(badGateway("component_usages_set_usage", "after", 99));
    expect(await report(scene, MORE)).toMatchObject({ outcome: "changed" });
    expect(scene.totals()).toEqual({ cpu: "12.00", gpu: "3.00", storage: "6.00" });
  });

  test("says that it may have been stored when it is not, and every answer was lost", async () => {
    const scene = createScene();
    scene.intercepts.push(losing("component_usages_set_usage", "before", 99));
    const error = await errorOf(report(scene, MORE));
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toMatchObject({ maybeApplied: true });
  });

  test("says that it may have been stored when that cannot be read", async () => {
    const scene = createScene();
    let lost = false;
    scene.intercepts.push(async (exchange, next) => {
      lost ||= isWrite(exchange);
      if (isWrite(exchange)) await next();
      if (!lost) return next();
      throw new TypeError("fetch failed");
    });
    expect(await errorOf(report(scene, MORE))).toMatchObject({ code: "connection", maybeApplied: true });
    expect(scene.totals()).toEqual({ cpu: "12.00", gpu: "3.00", storage: "6.00" });
  });

  test("is taken for sent when the server crashes after it has stored it", async () => {
    const scene = createScene();
    scene.intercepts.push(async (exchange, next) => {
      const response = await next();
      return isWrite(exchange) ? new Response("<h1>Server Error (500)</h1>", { status: 500 }) : response;
    });
    expect(await report(scene, MORE)).toMatchObject({ outcome: "changed" });
    expect(scene.reports()).toHaveLength(1);
  });

  test("rejects when the server crashes before it has stored anything", async () => {
    const scene = createScene();
    scene.intercepts.push(async (exchange, next) =>
      isWrite(exchange) ? new Response("<h1>Server Error (500)</h1>", { status: 500 }) : next(),
    );
    const error = await errorOf(report(scene, MORE));
    expect(error).toBeInstanceOf(ServerError);
    expect(error).toMatchObject({ maybeApplied: true });
    expect(scene.reports()).toHaveLength(1);
  });

  test.each(["Creating", "Erred", "Terminated"] as const)(
    "says that nothing is taken while it is %s",
    async (state) => {
      const scene = createScene();
      scene.resource.state = state;
      const error = await errorOf(report(scene, MORE));
      expect(error).toMatchObject({ reason: "not-reportable", maybeApplied: false });
      expect(error).toHaveProperty("cause", expect.any(BadRequestError));
      expect(scene.totals()).toEqual({ cpu: "10.00", gpu: "2.00", storage: "5.00" });
    },
  );

  test.each(["Creating", "Erred", "Terminated"] as const)(
    "says in a dry run that nothing is taken while it is %s",
    async (state) => {
      const scene = createScene();
      scene.resource.state = state;
      const error = await errorOf(report(scene, MORE, { dryRun: true }));
      expect(error).toMatchObject({ reason: "not-reportable", maybeApplied: false });
      expect(String(error)).toContain(state);
      expect(await report(scene, STORED, { dryRun: true })).toMatchObject({ outcome: "unchanged" });
      expect(await report(scene, MORE, { dryRun: true, force: true })).toMatchObject({ outcome: "changed" });
      expect(scene.reports()).toEqual([]);
    },
  );

  test("is not sent of an allocation that has no plan, which some servers crash on", async () => {
    const scene = createUsageScene({ generation, allocation: { plan: null } });
    const reason = generation === "2021" ? "no-open-period" : "not-reportable";
    for (const dryRun of [false, true]) {
      const error = await errorOf(report(scene, MORE, { dryRun }));
      expect(error).toMatchObject({ code: "usage-report", reason, maybeApplied: false });
    }
    expect(scene.reports()).toEqual([]);
    if (generation === "2021") return;
    expect(await errorOf(report(scene, MORE, { force: true }))).toMatchObject({
      code: generation === "2024-10" ? "server-error" : "usage-report",
    });
    expect(scene.reports()).toHaveLength(1);
  });

  test.each(["Updating", "Terminating"] as const)("is taken while it is %s", async (state) => {
    const scene = createScene();
    scene.resource.state = state;
    expect(await report(scene, MORE)).toMatchObject({ outcome: "changed" });
  });

  test("says that parts may be stored when a limit of the offering refuses it, which 8.1 does not", async () => {
    const scene = createUsageScene({
      generation,
      components: [{ type: "cpu" }, { type: "gpu", limit_period: "month", limit_amount: 7 }],
    });
    if (generation === "8.1") {
      expect(await report(scene, { cpu: 3, gpu: 8 })).toMatchObject({ outcome: "changed" });
      return;
    }
    const error = await errorOf(report(scene, { cpu: 3, gpu: 8 }));
    expect(error).toMatchObject({ reason: "over-limit", maybeApplied: true });
    expect(scene.totals()).toEqual({ cpu: "3.00" });
  });

  test("tells who may not report", async () => {
    const scene = createScene();
    const { resources } = scene.client({ as: "spmanager" });
    const error = await errorOf(resources.reportUsage(scene.resource.uuid, MORE));
    expect(error).toBeInstanceOf(PermissionDeniedError);
    expect(error).toMatchObject({ maybeApplied: false });
  });
});
