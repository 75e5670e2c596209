import { expect, test } from "vitest";
import {
  blindlyRetrying,
  gullible,
  honest,
  oneRequestEach,
  optimistic,
  pessimistic,
} from "./broken-clients.ts";
import { findCounterexample } from "./property.ts";
import type { MakeClient, Run } from "./run.ts";
import type { Server } from "./scene.ts";
import { storyOf } from "./story.ts";

/** The smallest run that gives a broken client away. */
async function caught(server: Server, makeClient: MakeClient): Promise<Run> {
  const run = await findCounterexample({ server, makeClient, runs: 400, seed: 4 });
  if (run === undefined) throw new Error("It was not caught.");
  console.log(storyOf(run));
  return run;
}

test("a client that blindly sends a creation again makes a second account on a 2021 server", async () => {
  const { plan, made, after } = await caught("2021", blindlyRetrying);
  expect(made.map(({ call, outcome }) => [call.do, outcome])).toEqual([["ensure", "done"]]);
  expect(plan.faults.map(({ fault }) => fault.name)).toEqual(["answer-lost"]);
  expect(after.accounts).toContainEqual(["hpc", "hpc"]);
});

test("a client that takes a lost answer for a failure has done what it says it has not", async () => {
  const { plan, made, unexplained } = await caught("2021", oneRequestEach(pessimistic));
  expect(made.map(({ outcome }) => outcome)).toEqual(["failed"]);
  expect(plan.faults).toHaveLength(1);
  expect(unexplained).toHaveLength(1);
});

test("a client that takes a lost answer for a success has not done what it says", async () => {
  const { plan, made, before, after } = await caught("8.0 Marketplace.Slurm", oneRequestEach(optimistic));
  expect(made.map(({ outcome }) => outcome)).toEqual(["done"]);
  expect(plan.faults).toHaveLength(1);
  expect(plan.faults[0]?.fault.name).toMatch(/^(request|answer)-lost$/);
  expect(after).toEqual(before);
});

test.each(["2021", "8.0 Marketplace.Slurm"] as const)(
  "a client of a %s server that takes any 200 or 409 for a success has not done what it says",
  async (server) => {
    const { made, before, after } = await caught(server, oneRequestEach(gullible));
    expect(made.map(({ outcome }) => outcome)).toEqual(["done"]);
    expect(after).toEqual(before);
  },
  30_000,
);

test.each(["2021", "8.0 Marketplace.Slurm"] as const)(
  "a client of a %s server that never reads what came of a lost answer, but says so, does not count as broken",
  async (server) => {
    const makeClient = oneRequestEach(honest);
    expect(await findCounterexample({ server, makeClient, runs: 200, seed: 4 })).toBeUndefined();
  },
  30_000,
);
