import { describe, expect, test } from "vitest";
import { reportUsageMany } from "../../src/bulk/index.ts";
import { errorOf } from "../http/harness.ts";
import { CURRENT, GENERATIONS } from "../workflows/world.ts";
import { createUsageScene } from "./usage-scene.ts";

/** What a report keeps of what is stored, and what becomes of it where the server counts that once more. */
describe.each(GENERATIONS)("the description of a component (%s)", (generation) => {
  test("stays until it is replaced, or taken away", async () => {
    const scene = createUsageScene({ generation });
    const puhuri = scene.client();
    const { resources } = puhuri;
    const { uuid } = scene.resource;
    const texts = () => scene.rows().map(({ description }) => description);
    await resources.reportUsage(uuid, { cpu: 10, gpu: 2, storage: 5 }, { description: "measured by hand" });
    await resources.reportUsage(uuid, { cpu: 11, gpu: 2, storage: 5 });
    const more = [{ resource: uuid, amounts: { cpu: 11, gpu: 3, storage: 5 } }];
    expect(await reportUsageMany(puhuri, more).finish()).toMatchObject({ changed: 1 });
    expect(texts()).toEqual(["measured by hand", "measured by hand", "measured by hand"]);
    await resources.reportUsage(uuid, { gpu: 4 }, { description: "corrected" });
    await resources.reportUsage(uuid, { storage: 6 }, { description: "" });
    expect(texts()).toEqual(["measured by hand", "corrected", ""]);
  });
});

const components = [{ type: "cpu", limit_period: "total", limit_amount: 7 } as const, { type: "gpu" }];
const usages = { cpu: 5, gpu: 1 };

describe.each(CURRENT)("a component with a limit that is stored already (%s)", (generation) => {
  test.each([{ gpu: 2 }, { cpu: 5, gpu: 2 }])(
    "does not keep another one from being reported: %j",
    async (amounts) => {
      const scene = createUsageScene({ generation, components, usages });
      const { resources } = scene.client();
      expect(await resources.reportUsage(scene.resource.uuid, amounts)).toMatchObject({ outcome: "changed" });
      expect(scene.totals()).toEqual({ cpu: "5.00", gpu: "2.00" });
    },
  );

  test("is told when the report itself is above its limit, where the server refuses that", async () => {
    const scene = createUsageScene({ generation, components, usages });
    if (generation !== "2024-10") {
      await scene.client().resources.reportUsage(scene.resource.uuid, { cpu: 8, gpu: 2 });
      expect(scene.totals()).toEqual({ cpu: "8.00", gpu: "2.00" });
      return;
    }
    const { resources } = scene.client();
    const error = await errorOf(resources.reportUsage(scene.resource.uuid, { cpu: 8, gpu: 2 }));
    expect(error).toMatchObject({ reason: "over-limit", maybeApplied: true });
    expect(scene.reports()).toHaveLength(1);
    expect(scene.totals().cpu).toBe("5.00");
  });
});

test("a 2021 server, which wants every component in every report, is not asked again", async () => {
  const scene = createUsageScene({ generation: "2021", components, usages });
  const { resources } = scene.client();
  const error = await errorOf(resources.reportUsage(scene.resource.uuid, { gpu: 2 }));
  expect(error).toMatchObject({ reason: "over-limit" });
  expect(scene.reports()).toHaveLength(1);
});
