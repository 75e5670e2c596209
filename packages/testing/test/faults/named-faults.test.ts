import { describe, expect, it, test } from "vitest";
import { parseRules, readFaults } from "../../src/faults/named-faults.ts";
import { createFaultSwitches } from "../../src/faults/switches.ts";
import { ORIGIN } from "../fake/ask.ts";
import { createCheckedFake } from "../fake/checked.ts";

const URL = `${ORIGIN}/api/users/`;

function fakeWith(text: string) {
  const faults = createFaultSwitches(parseRules(text, "rules.yaml"), async () => {});
  const fake = createCheckedFake({
    dialect: "current",
    intercept: (exchange, next) => faults.through(exchange, next, () => {}),
  });
  const ask = async () => {
    const headers = { Authorization: `Token ${fake.tokenOf("staff")}` };
    return fake.fetch(URL, { headers }).then(
      (response) => response.status,
      () => "lost",
    );
  };
  return { faults, ask };
}

describe("rules in a file", () => {
  it("strike as they say, each on its own", async () => {
    const { faults, ask } = fakeWith(`
- { fault: serverError, status: 503, every: 3 }
- { fault: requestLost, operation: users_list, method: GET, path: users, skip: 1, first: 1 }
`);
    expect([await ask(), await ask(), await ask(), await ask(), await ask(), await ask()]).toEqual([
      200,
      "lost",
      503,
      200,
      200,
      503,
    ]);
    expect(faults.all().filter(({ isOn }) => isOn)).toEqual([
      { name: "rule 1: serverError, every 3", isOn: true, struck: 2 },
      {
        name: "rule 2: requestLost, operation users_list, method GET, path users, skip 1, first 1",
        isOn: true,
        struck: 1,
      },
    ]);
  });

  test.each([
    ["latency", "ms: 1", 200],
    ["tooManyRequests", "retryAfter: 7", 429],
    ["serverError", "status: 500, applied: true", 500],
    ["requestLost", "every: 1", "lost"],
    ["answerLost", "chance: 1", "lost"],
    ["bodyLost", "skip: 0", 200],
    ["truncatedJson", "skip: 0", 200],
    ["emptyBody", "skip: 0", 200],
    ["wrongContentType", "contentType: text/plain", 200],
    ["htmlPage", "skip: 0", 200],
    ["slowBody", "ms: 1", 200],
  ])("may be of the kind %s", async (kind, more, outcome) => {
    const { faults, ask } = fakeWith(`[{ fault: ${kind}, ${more} }]`);
    expect(await ask()).toBe(outcome);
    expect(faults.all()[0]).toMatchObject({ isOn: true, struck: 1 });
  });

  test.each([
    ["fault: latency", "rules.yaml must be a list of rules: - { fault: latency }."],
    ["- latency", "rules.yaml, rule 1: fault: is missing, must be one of latency, tooManyRequests, "],
    [
      "- { fault: latecny }",
      'rules.yaml, rule 1: fault: is "latecny", must be one of latency, tooManyRequests, ',
    ],
    [
      "- { fault: latency }\n- { fault: latency, mss: 3 }",
      "rules.yaml, rule 2: mss: no such key; known are: fault, ms, operation, method, path, skip, ",
    ],
    ["- { fault: latency, ms: soon }", 'rules.yaml, rule 1: ms: is "soon", must be a number.'],
    ["- { fault: latency, path: 3 }", "rules.yaml, rule 1: path: is 3, must be text."],
    [
      "- { fault: serverError, status: 404 }",
      "rules.yaml, rule 1: status: is 404, must be one of 500, 502, 503, 504.",
    ],
    ["- { fault: serverError, applied: 1 }", "rules.yaml, rule 1: applied: is 1, must be true or false."],
    [
      "- { fault: latency, operation: user_list }",
      'rules.yaml, rule 1: operation: the spec has no operation "user_list".',
    ],
    ["- { fault: latency, chance: 7 }", "chance: is 7, must be a number from 0 to 1."],
    ["- {", "rules.yaml line "],
  ])("%j is refused, with its place", (text, problem) => {
    expect(() => createFaultSwitches(parseRules(text, "rules.yaml"))).toThrow(
      expect.objectContaining({ code: "invalid_option", message: expect.stringContaining(problem) }),
    );
  });
});

const BAD_DAY = ["latency", "tooManyRequests", "serverError", "requestLost", "answerLost", "bodyLost"];

test.each([
  [undefined, []],
  ["bad-day", BAD_DAY],
  ["answerLost", ["answerLost"]],
  ["slowBody, latency", ["latency", "slowBody"]],
  ["htmlPage,bad-day", [...BAD_DAY, "htmlPage"]],
])("--faults %s turns on what it names", (text, names) => {
  const on = readFaults(text).filter(({ isOn }) => isOn);
  expect(on.map(({ name }) => name)).toEqual(names);
});
