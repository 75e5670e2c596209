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
    "createFakePuhuri: seeds: no such key; known are: ",
  ],
  [
    "another dialect",
    () => createFakePuhuri(Object({ dialect: "2022" })),
    'createFakePuhuri: dialect: is "2022", must be one of 2021, current.',
  ],
  [
    "no options",
    () => createFakePuhuri(Object(undefined).x),
    "createFakePuhuri: is missing, must be an object.",
  ],
  [
    "Port",
    () => createFakePuhuri({ dialect: "2021" }).listen(Object({ Port: 1 })),
    "listen: Port: no such key; known are: ",
  ],
  [
    "something else",
    () => createMockFetch(Object({ onRequest: () => {} })),
    "createMockFetch: onRequest: no such key; known are: ",
  ],
  [
    "another dialect for the mock",
    () => startMockServer(Object({ dialect: "2022" })),
    'startMockServer: dialect: is "2022", must be one of 2021, current.',
  ],
  ["hots", () => startMockServer(Object({ hots: "" })), "startMockServer: hots: no such key; known are: "],
  [
    "onviolation",
    () => startValidationProxy("http://127.0.0.1", Object({ onviolation: null })),
    "startValidationProxy: onviolation: no such key; known are: ",
  ],
  [
    "methode",
    () => injectFaults([Object({ fault, methode: "GET" })]),
    "A fault rule: methode: no such key; known are: ",
  ],
  ["falt", () => injectFaults([Object({ falt: fault })]), "A fault rule: falt: no such key; known are: "],
  ["a rule without a fault", () => injectFaults([Object({ first: 1 })]), "A fault rule: fault is missing."],
  [
    "null for a rule",
    () => injectFaults([Object(undefined).x]),
    "A fault rule: is missing, must be an object.",
  ],
  ["sede", () => injectFaults([], Object({ sede: 1 })), "injectFaults: sede: no such key; known are: "],
  [
    "retry_after",
    () => faults.tooManyRequests(Object({ retry_after: 1 })),
    "tooManyRequests: retry_after: no such key; known are: ",
  ],
  [
    "aplied",
    () => faults.serverError(504, Object({ aplied: true })),
    "serverError: aplied: no such key; known are: ",
  ],
])("an option that nobody reads is refused, and the known ones are told: %s", async (_, call, message) => {
  await expect((async () => call())()).rejects.toMatchObject({
    code: "invalid_option",
    message: expect.stringContaining(message),
  });
});

test.each<[string, unknown, string]>([
  ["generation", "8.2", 'generation: is "8.2", must be one of 2024-10, 8.0, 8.1.'],
  ["timeZone", "Europe/Talin", 'timeZone: is "Europe/Talin", must be a time zone such as "Europe/Tallinn".'],
  ["now", new Date(0), "now: is an object, must be a function."],
  ["now", () => "noon", "now must return a valid Date."],
  ["keepRequests", -1, "keepRequests: is -1, must be a number from 0 on."],
  ["background", "later", 'background: is "later", must be one of at-once, when-told.'],
  ["background", { lag: 5 }, "background.lag: no such key; known are: lagMs, afterReads, takesMs."],
  ["background", { lagMs: "a day" }, 'background.lagMs: is "a day", must be a number.'],
  ["intercept", 5, "intercept: is 5, must be a function."],
  ["newUuid", "x", 'newUuid: is "x", must be a function.'],
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
    'generation works with the dialect "current" only; leave it out.',
  );
});
