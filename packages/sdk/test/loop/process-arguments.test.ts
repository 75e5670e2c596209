import { describe, expect, test } from "vitest";
import { processAllocations, watchAllocations } from "../../src/loop/index.ts";
import { createSite, SITE_OFFERING } from "./site.ts";

const SCOPE = { offering_uuid: SITE_OFFERING };

describe("a pass", () => {
  const site = createSite({ generation: "8.1", type: "Marketplace.Slurm" });
  const handlers = site.handlers();

  test.each([
    ["no scope", () => processAllocations(site.client(), JSON.parse("{}"), handlers)],
    [
      "a scope with a mistyped key",
      () => processAllocations(site.client(), { ...SCOPE, ...JSON.parse('{"provder_uuid":"x"}') }, handlers),
    ],
    ["a scope that is no uuid", () => processAllocations(site.client(), { offering_uuid: "x" }, handlers)],
    ["no handlers", () => processAllocations(site.client(), SCOPE, JSON.parse("{}"))],
    [
      "a handler that is none",
      () => processAllocations(site.client(), SCOPE, { ...handlers, ...JSON.parse('{"decide":1}') }),
    ],
    ["a concurrency of none", () => processAllocations(site.client(), SCOPE, handlers, { concurrency: 0 })],
    [
      "a mistyped option",
      () => processAllocations(site.client(), SCOPE, handlers, JSON.parse('{"dryrun":true}')),
    ],
    [
      "a mistyped option of the watch",
      () => watchAllocations(site.client(), SCOPE, handlers, JSON.parse('{"interval":1000}')),
    ],
    [
      "a text for whether it is a dry run",
      () => processAllocations(site.client(), SCOPE, handlers, JSON.parse('{"dryRun":"false"}')),
    ],
    ["what is no client", () => processAllocations(JSON.parse("{}"), SCOPE, handlers)],
    ["nothing as a client", () => processAllocations(JSON.parse("null"), SCOPE, handlers)],
  ])("refuses %s at once", (_, call) => {
    site.sent();
    expect(call).toThrow(expect.objectContaining({ code: "invalid-argument" }));
    expect(site.sent()).toEqual([]);
  });

  test("throws when it cannot even list what waits", async () => {
    const puhuri = site.client({ token: "0".repeat(40) });
    await expect(processAllocations(puhuri, SCOPE, handlers).finish()).rejects.toMatchObject({
      code: "authentication",
    });
  });

  test.each(["true", "false", '"Accept"', "{}", '{"reject":17}', '["accept"]'])(
    "takes %s for no decision, and rejects nothing",
    async (given) => {
      const undecided = createSite({
        generation: "8.1",
        type: "Marketplace.Slurm",
        seed: (seed) => {
          seed.allocation({ name: "a", offering: SITE_OFFERING });
        },
      });
      const decide = () => JSON.parse(given);
      const run = processAllocations(undecided.client(), SCOPE, { ...handlers, decide });
      expect((await run.finish()).failures).toMatchObject([
        {
          outcome: "failed",
          error: {
            code: "invalid-argument",
            message: expect.stringMatching(/^decide\(\) must return "accept", "wait", "reject" or/),
          },
        },
      ]);
      expect(undecided.orderOf("a")?.state).toBe("pending-provider");
    },
  );
});
