import { afterAll, expect, test } from "vitest";
import { holdToModel } from "./property.ts";
import { SERVERS } from "./scene.ts";
import { Tally } from "./tally.ts";

const RUNS = Math.ceil(2_000 / SERVERS.length);
const SEED = 20_261_123;

const all = new Tally();
afterAll(() => console.log(`Two clients over faulty servers:\n${all}`));

test.each([...SERVERS.entries()])(
  "two clients over a faulty server (%i: %s) lose nothing, double nothing, and say what came of every write",
  async (number, server) => {
    await holdToModel({ server, runs: RUNS, seed: SEED + number, tally: all });
    expect(all.runs).toBeGreaterThanOrEqual(RUNS);
  },
  60_000,
);

test("the runs meet every kind of fault and outcome", () => {
  expect(Object.keys(all.faults).sort()).toEqual([
    "429",
    "500",
    "502",
    "503",
    "504-applied",
    "answer-lost",
    "body-lost",
    "empty-body",
    "html-page",
    "latency",
    "request-lost",
    "slow-body",
    "truncated-json",
    "wrong-content-type",
  ]);
  for (const count of Object.values(all.faults)) expect(count).toBeGreaterThan(50);
  expect(all.writes.unknown).toBeGreaterThan(200);
  expect(all.writes.done).toBeGreaterThan(all.writes.failed);
});
