import { expect, it, test } from "vitest";
import { faults as kinds } from "../../src/faults/faults.ts";
import { createFaultSwitches } from "../../src/faults/switches.ts";
import { ORIGIN } from "../fake/ask.ts";
import { createCheckedFake } from "../fake/checked.ts";

function fakeWith(on?: string) {
  const faults = createFaultSwitches(on, async () => {});
  let names: string[] = [];
  const fake = createCheckedFake({
    dialect: "current",
    intercept: (exchange, next) => faults.through(exchange, next, (fault) => names.push(fault)),
  });
  const headers = { Authorization: `Token ${fake.tokenOf("staff")}` };
  /** What has struck each of some requests. */
  const ask = async (times: number): Promise<string[][]> => {
    const struck: string[][] = [];
    for (let i = 0; i < times; i += 1) {
      names = [];
      await fake.fetch(`${ORIGIN}/api/users/`, { headers }).catch(() => {});
      struck.push(names);
    }
    return struck;
  };
  return { faults, ask };
}

it("has every kind of fault, off at first", async () => {
  const { faults, ask } = fakeWith();
  expect(faults.all()).toEqual(Object.keys(kinds).map((name) => ({ name, isOn: false, struck: 0 })));
  expect((await ask(50)).flat()).toEqual([]);
});

it("strikes about one request in ten with each kind that is on, and not always the same ones", async () => {
  const { faults, ask } = fakeWith("bad-day");
  const struck = await ask(300);
  for (const { isOn, struck } of faults.all()) {
    if (isOn) expect(struck).toBeGreaterThan(10);
    expect(struck).toBeLessThan(isOn ? 50 : 1);
  }
  expect(struck.filter((names) => names.length === 0).length).toBeGreaterThan(120);
  expect(new Set(struck.flat())).toEqual(
    new Set(["latency", "429", "502", "request-lost", "answer-lost", "body-lost"]),
  );
});

it("is turned on and off, and starts anew each time", async () => {
  const { faults, ask } = fakeWith();
  expect(faults.turn("answerLost", true)).toBe(true);
  const first = await ask(40);
  expect(new Set(first.flat())).toEqual(new Set(["answer-lost"]));
  faults.turn("answerLost", false);
  expect((await ask(40)).flat()).toEqual([]);
  faults.turn("answerLost", true);
  expect(await ask(40)).toEqual(first);
  expect(faults.turn("answersLost", true)).toBe(false);
});

it("does not count a fault that found nothing to spoil", async () => {
  const faults = createFaultSwitches();
  faults.turn("truncatedJson", true);
  const request = new Request(`${ORIGIN}/api/users/`, { method: "HEAD" });
  const names: string[] = [];
  for (let i = 0; i < 50; i += 1) {
    const exchange = { request, operationId: undefined };
    await faults.through(
      exchange,
      async () => new Response(null),
      (fault) => names.push(fault),
    );
  }
  expect(names).toEqual([]);
  expect(faults.all().every(({ struck }) => struck === 0)).toBe(true);
});

const BAD_DAY = ["latency", "tooManyRequests", "serverError", "requestLost", "answerLost", "bodyLost"];

test.each([
  [undefined, []],
  ["bad-day", BAD_DAY],
  ["answerLost", ["answerLost"]],
  ["slowBody, latency", ["latency", "slowBody"]],
  ["htmlPage,bad-day", [...BAD_DAY, "htmlPage"]],
])("--faults %s turns on what it names", (text, names) => {
  const on = createFaultSwitches(text)
    .all()
    .filter(({ isOn }) => isOn);
  expect(on.map(({ name }) => name)).toEqual(names);
});

it("refuses names of which there is no fault", () => {
  expect(() => createFaultSwitches("latency,constructor")).toThrow(
    expect.objectContaining({ code: "invalid_option", message: expect.stringContaining("bad-day, latency") }),
  );
});
