import { expect, test } from "vitest";
import { createFakePuhuri } from "../../src/fake/create-fake-puhuri.ts";
import type { Intercept } from "../../src/fake/http/exchange.ts";
import { seedFromRecording2021 } from "../recorded/plant-2021.ts";
import type { RecordedServer } from "../recorded/recorded.ts";
import { Bindings } from "./bindings.ts";
import { difference, differenceAsSets } from "./compare.ts";
import { readRecording } from "./recordings.ts";
import { replay } from "./replay.ts";
import { rules2021 } from "./rules-2021.ts";

const ID = "a".repeat(32);
const OTHER_ID = "b".repeat(32);
const SEEDED = "5".repeat(32);
const SERVER: RecordedServer = {
  initialState: { topic: "", startsFromSeed: true, exchanges: [] },
  scenario: { uuid: SEEDED, created: "2026-11-01T00:00:00Z" },
};

/** Replays the recording of 2021 with some answers changed on their way, and says how many differences are found. */
async function differences(
  change: (text: string) => string | undefined,
  header?: [string, string],
): Promise<number> {
  const recording = readRecording("waldur-2021-08");
  let clock = Date.parse("2026-11-23T17:56:00.250Z");
  const intercept: Intercept = async (_exchange, next) => {
    clock += 100;
    const response = await next();
    const changed = change(await response.clone().text());
    if (changed === undefined) {
      return response;
    }
    const answer = new Response(response.status === 204 ? null : changed, response);
    if (header !== undefined) {
      answer.headers.set(...header);
    }
    return answer;
  };
  const fake = createFakePuhuri({
    dialect: "2021",
    seed: ({ state }) => seedFromRecording2021(state, recording.server),
    now: () => new Date(clock),
    intercept,
  });
  const outcomes = await replay(recording, fake, rules2021);
  return outcomes.filter((outcome) => outcome.outside === undefined && outcome.difference !== undefined)
    .length;
}

test("unchanged answers have no difference", async () => {
  expect(await differences(() => undefined)).toBe(0);
});

test.each([
  [
    "a sentence",
    (text: string) =>
      text.includes("Billing period is closed.") ? text.replace("closed", "over") : undefined,
  ],
  [
    "a number",
    (text: string) => (text.includes('"max_value":100000') ? text.replace("100000", "100001") : undefined),
  ],
  [
    "a missing key",
    (text: string) =>
      text.includes('"can_terminate":true,') ? text.replace('"can_terminate":true,', "") : undefined,
  ],
  [
    "null for text",
    (text: string) =>
      text.includes('"backend_id":""') ? text.replace('"backend_id":""', '"backend_id":null') : undefined,
  ],
] as const)("an answer that differs by %s is found", async (_what, change) => {
  const found = await differences(change);
  expect(found).toBeGreaterThan(0);
});

test("a count that differs is found", async () => {
  expect(
    await differences((text) => (text.startsWith("[") ? text : undefined), ["X-Result-Count", "7"]),
  ).toBeGreaterThan(0);
});

test("an id the server made may be another one, but must stay the same", () => {
  const bindings = new Bindings(SERVER);
  expect(
    difference({ uuid: ID, url: `/x/${ID}/` }, { uuid: OTHER_ID, url: `/x/${OTHER_ID}/` }, bindings),
  ).toBeUndefined();
  expect(bindings.toFake(`/x/${ID}/`)).toBe(`/x/${OTHER_ID}/`);
  expect(difference({ uuid: ID }, { uuid: "c".repeat(32) }, bindings)).toContain("body.uuid");
  expect(difference({ uuid: "c".repeat(32) }, { uuid: OTHER_ID }, bindings)).toContain("body.uuid");
  expect(difference({ uuid: SEEDED }, { uuid: ID }, bindings)).toContain("body.uuid");
});

test("a time the server took may be another one, in the same order; a seeded one is the same", () => {
  const bindings = new Bindings(SERVER);
  const at = (recorded: string, fake: string): string | undefined =>
    difference(`2026-11-23T17:${recorded}Z`, `2026-11-23T18:${fake}Z`, bindings);
  expect(at("00:01.000001", "00:05.100000")).toBeUndefined();
  expect(at("00:02.000001", "00:05.100000")).toBeUndefined();
  expect(at("00:03.000001", "00:04.100000")).toContain("recorded");
  expect(at("00:01.000001", "00:06.100000")).toContain("recorded");
  expect(difference("2026-11-01T00:00:00Z", "2026-11-01T00:00:01Z", bindings)).toContain("recorded");
});

test("rows without an order are matched one to one", () => {
  const bindings = new Bindings(SERVER);
  expect(differenceAsSets([{ a: 1 }, { a: 2 }], [{ a: 2 }, { a: 1 }], bindings)).toBeUndefined();
  expect(differenceAsSets([{ a: 1 }, { a: 1 }], [{ a: 2 }, { a: 1 }], bindings)).toContain(
    "no row for recorded [1]",
  );
});
