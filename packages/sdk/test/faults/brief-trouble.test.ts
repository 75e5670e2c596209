import fc from "fast-check";
import { expect, test } from "vitest";
import { createPuhuriClient } from "../../src/index.ts";
import type { Made } from "./calls.ts";
import { quietPlansOf } from "./plans.ts";
import { type MakeClient, runPlan } from "./run.ts";
import { SERVERS } from "./scene.ts";
import { withSdk } from "./sdk-calls.ts";

const RUNS = 100;

/** An account whose creation got lost is left to the next run, for a second request could make a second one. */
const runAgain: MakeClient = (options) => {
  const carryOut = withSdk(createPuhuriClient(options));
  return async (call, targets) => {
    try {
      return await carryOut(call, targets);
    } catch (error) {
      if (call.do !== "ensure") throw error;
      const result = await carryOut(call, targets);
      if (result.outcome === "unchanged") throw new Error("It was there, and the call did not find it.");
      return result;
    }
  };
};

/** A refusal that comes after a lost answer does not tell what the first request did: that is no less honest. */
function outcomeOf({ call, outcome }: Made) {
  return { call, outcome: outcome === "done" ? "done" : "not done" };
}

test.each([...SERVERS.entries()])(
  "a client comes through brief trouble to where it comes without (%i: %s)",
  async (number, server) => {
    const property = fc.asyncProperty(quietPlansOf(server), async (plan) => {
      const smooth = await runPlan({ ...plan, faults: [] });
      const troubled = await runPlan(plan, runAgain);
      const wire = troubled.wire.join("\n");
      expect(troubled.after, wire).toEqual(smooth.after);
      expect(troubled.made.map(outcomeOf), wire).toEqual(smooth.made.map(outcomeOf));
      // Without faults every client knows what came of its calls.
      expect(smooth.made.filter(({ outcome }) => outcome === "unknown")).toEqual([]);
    });
    await fc.assert(property, { numRuns: RUNS, seed: 7 + number });
  },
  30_000,
);
