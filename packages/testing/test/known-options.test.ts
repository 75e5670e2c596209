import { expect, test } from "vitest";
import {
  createFakePuhuri,
  createMockFetch,
  faults,
  injectFaults,
  startMockServer,
  startValidationProxy,
} from "../src/index.ts";

const fault = faults.requestLost();

/** Options as they come from JavaScript: `Object` gives them back without a type. */
test.each<[string, () => unknown, string]>([
  [
    "seeds",
    () => createFakePuhuri(Object({ dialect: "2021", seeds: {} })),
    'createFakePuhuri has no option "seeds"; it has dialect, generation, seed, ',
  ],
  [
    "another dialect",
    () => createFakePuhuri(Object({ dialect: "2022" })),
    'dialect must be "2021" or "current", not "2022".',
  ],
  [
    "no options",
    () => createFakePuhuri(Object(undefined).x),
    "createFakePuhuri takes an object, not undefined.",
  ],
  [
    "Port",
    () => createFakePuhuri({ dialect: "2021" }).listen(Object({ Port: 1 })),
    'listen has no option "Port"; it has ',
  ],
  [
    "something else",
    () => createMockFetch(Object({ onRequest: () => {} })),
    'createMockFetch has no option "onRequest"; it has dialect, spec.',
  ],
  ["hots", () => startMockServer(Object({ hots: "" })), 'startMockServer has no option "hots"; it has '],
  [
    "onviolation",
    () => startValidationProxy("http://127.0.0.1", Object({ onviolation: null })),
    'startValidationProxy has no option "onviolation"; it has ',
  ],
  [
    "methode",
    () => injectFaults([Object({ fault, methode: "GET" })]),
    'A fault rule has no option "methode"; it has ',
  ],
  ["falt", () => injectFaults([Object({ falt: fault })]), 'A fault rule has no option "falt"; it has '],
  [
    "a rule without a fault",
    () => injectFaults([Object({ first: 1 })]),
    "A fault rule needs a fault, such as { fault: faults.latency(20) }.",
  ],
  [
    "null for a rule",
    () => injectFaults([Object(undefined).x]),
    "A fault rule takes an object, not undefined.",
  ],
  ["sede", () => injectFaults([], Object({ sede: 1 })), 'injectFaults has no option "sede"; it has '],
  [
    "retry_after",
    () => faults.tooManyRequests(Object({ retry_after: 1 })),
    'tooManyRequests has no option "retry_after"; it has ',
  ],
  [
    "aplied",
    () => faults.serverError(504, Object({ aplied: true })),
    'serverError has no option "aplied"; it has ',
  ],
])("an option that nobody reads is refused, and those there are are told: %s", async (_, call, message) => {
  await expect((async () => call())()).rejects.toMatchObject({
    code: "invalid_option",
    message: expect.stringContaining(message),
  });
});

test.each<[string, unknown, string]>([
  ["generation", "8.2", 'generation must be "2024-10" or'],
  ["timeZone", "Europe/Talin", 'timeZone must be a time zone such as "Europe/Tallinn", not "Europe/Talin".'],
  ["now", new Date(0), "now must be a function, not Thu Jan 01 1970"],
  ["now", () => "noon", "now must give a Date, and one that is valid."],
  ["keepRequests", -1, "keepRequests must be a number from 0 on, not -1."],
  [
    "background",
    "later",
    'background must be "at-once", "when-told", { afterReads }, or what a late worker does',
  ],
  ["background", { lag: 5 }, "background must be"],
  ["intercept", 5, "intercept must be a function, not 5."],
  ["newUuid", "x", 'newUuid must be a function, not "x".'],
])(
  "a value that nothing can be done with is refused, and what it has to be is told: %s",
  (key, value, message) => {
    expect(() => createFakePuhuri(Object({ dialect: "current", [key]: value }))).toThrow(
      expect.objectContaining({ code: "invalid_option", message: expect.stringContaining(message) }),
    );
  },
);

test("a 2021 server has no generation", () => {
  expect(() => createFakePuhuri({ dialect: "2021", generation: "8.1" })).toThrow(
    'generation is for the dialect "current" only; leave it out.',
  );
});
