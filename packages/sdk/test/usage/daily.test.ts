import { describe, expect, test } from "vitest";
import { reportUsageMany } from "../../src/bulk/index.ts";
import { errorOf } from "../http/harness.ts";
import { losing } from "../workflows/faults.ts";
import { createWorld, type Generation } from "../workflows/world.ts";

function createScene(generation: Generation = "8.1") {
  const world = createWorld({ generation });
  const uuid = world.fake.state.resourceNamed("Running resource")?.uuid ?? "";
  const rows = () => world.fake.state.componentUsages.where("resource_uuid", uuid);
  return { ...world, uuid, rows, puhuri: world.client({ billingTimeZone: "UTC" }) };
}

const DAYS = { cpu: { "2026-11-01": 10, "2026-11-02": "2.50" } };

describe("daily amounts", () => {
  test("come to the month's total, and end in the same place when they are sent again", async () => {
    const { puhuri, uuid, rows, intercepts } = createScene();
    intercepts.push(losing("component_usages_set_usage", "after"));
    await puhuri.usages.setDaily(uuid, DAYS);
    await puhuri.usages.setDaily(uuid, DAYS);
    await puhuri.usages.setDaily(uuid, { cpu: { "2026-11-03": 1 } });
    expect(rows()).toMatchObject([{ component_type: "cpu", usage: "13.50" }]);
  });

  test("may be of two months, where the token may write to one that is over", async () => {
    const { client, uuid, rows } = createScene();
    await client({ as: "staff" }).usages.setDaily(uuid, { cpu: { "2026-10-31": 4, ...DAYS.cpu } });
    expect(rows().map(({ usage }) => usage)).toEqual(["4.00", "12.50"]);
  });

  test("are at most 1000 in one call", async () => {
    const { puhuri, uuid, sent } = createScene();
    const day = (i: number) => new Date(Date.UTC(2024, 0, 1 + i)).toISOString().slice(0, 10);
    const cpu = Object.fromEntries(Array.from({ length: 1001 }, (_, i) => [day(i), 1]));
    expect(await errorOf(puhuri.usages.setDaily(uuid, { cpu }))).toMatchObject({
      code: "invalid-argument",
      message: expect.stringMatching(/1 to 1000 days, and has 1001/),
    });
    expect(sent()).toEqual([]);
  });

  test("keep totals from being reported for their month, in words, and nothing changes", async () => {
    const { puhuri, uuid, rows } = createScene();
    await puhuri.usages.setDaily(uuid, DAYS);
    const error = await errorOf(puhuri.resources.reportUsage(uuid, { cpu: 20 }));
    expect(error).toMatchObject({ code: "usage-report", reason: "daily-amounts", maybeApplied: false });
    expect(rows()).toMatchObject([{ usage: "12.50" }]);
    const other = await puhuri.resources.reportUsage(uuid, { gpu: 1 }, { missing: "omit" });
    expect(other).toMatchObject({ outcome: "changed", sent: { gpu: "1.00" } });
  });

  test("are not lost at a server that takes no notice of them", async () => {
    const { puhuri, uuid, rows } = createScene("8.0");
    expect(await errorOf(puhuri.usages.setDaily(uuid, DAYS))).toMatchObject({
      code: "unsupported-by-server",
    });
    expect(rows()).toEqual([]);
  });

  test("are not sent to a server of 2024-10, which would forget its last report", async () => {
    const { puhuri, uuid, sent } = createScene("2024-10");
    expect(await errorOf(puhuri.usages.setDaily(uuid, DAYS))).toMatchObject({
      code: "unsupported-by-server",
    });
    expect(sent().filter(({ method }) => method !== "GET")).toEqual([]);
  });
});

describe("missingUsagePolicy", () => {
  test("is sent where it differs, and stays where it is not named", async () => {
    const { puhuri, uuid, rows } = createScene();
    const report = async (missingUsagePolicy?: "none" | "reuse" | "zero") =>
      (await puhuri.resources.reportUsage(uuid, { cpu: 5 }, { missingUsagePolicy })).outcome;
    expect(await report("zero")).toBe("changed");
    expect(await report("zero")).toBe("unchanged");
    expect(await report()).toBe("unchanged");
    expect(rows()).toMatchObject([{ recurring: false, zero_when_missing: true }]);
    expect(await report("reuse")).toBe("changed");
    expect(rows()).toMatchObject([{ recurring: true, zero_when_missing: false }]);
    expect(await report("none")).toBe("changed");
    expect(rows()).toMatchObject([{ recurring: false, zero_when_missing: false, usage: "5.00" }]);
  });

  test.each(["8.1", "2024-10", "2021"] as const)(
    "repeats an amount next month on %s, also in bulk",
    async (generation) => {
      const { puhuri, uuid, rows } = createScene(generation);
      const run = () =>
        Array.fromAsync(
          reportUsageMany(puhuri, [{ resource: uuid, amounts: { cpu: 5, gpu: 1 } }], {
            missingUsagePolicy: "reuse",
          }),
        );
      expect(await run()).toMatchObject([{ outcome: "changed" }]);
      expect(rows().map(({ recurring }) => recurring)).toEqual([true, true]);
      expect(await run()).toMatchObject([{ outcome: "unchanged" }]);
    },
  );
});
