import { expect, test } from "vitest";
import type { TargetState } from "../../src/index.ts";
import { BASIC, BOOKING, type Circumstances, moveTo, refusal } from "./rule-scene.ts";

type Refused = [
  target: TargetState,
  state: string,
  orders: string[],
  circumstances: Circumstances,
  says: RegExp,
  facts: Readonly<Record<string, unknown>>,
];

test.each<Refused>([
  ["OK", "Creating", ["Create pending-consumer"], {}, /customer's consent/, { from: "Creating", to: "OK" }],
  [
    "Erred",
    "Creating",
    ["Create pending-start-date"],
    {},
    /waits for its start date: the server goes on with the order then/,
    { from: "Creating", to: "Erred", waitsFor: "pending-start-date" },
  ],
  [
    "Terminated",
    "OK",
    ["Update pending-consumer"],
    {},
    /customer's consent/,
    { from: "OK", to: "Terminated" },
  ],
  ["OK", "Terminated", ["Terminate done"], {}, /cannot be brought back/, { from: "Terminated", to: "OK" }],
  [
    "Erred",
    "OK",
    ["Terminate pending-provider"],
    {},
    /termination of the allocation was ordered/,
    { from: "OK", to: "Erred" },
  ],
])("towards %s from %s with %j there is no way, and the error names the states", (...row) => {
  const [target, state, orders, circumstances, says, facts] = row;
  const code = "invalid-transition";
  expect(moveTo(target, state, orders, circumstances)).toMatchObject({
    kind: "refused",
    error: { code, ...facts },
  });
  expect(refusalOf(row)).toMatch(says);
});

test("an order that waits for review is not decided on by the sdk, and the error names the choices", () => {
  const move = moveTo("Erred", "Creating", ["Create pending-provider"]);
  const facts = { from: "Creating", to: "Erred", choices: ["approve", "reject"] };
  expect(move).toMatchObject({ kind: "refused", error: { code: "invalid-transition", ...facts } });
  expect(move).toHaveProperty(
    "error.message",
    expect.stringMatching(/onPending: "approve" .* onPending: "reject"/),
  );
});

const MARK = "provider_resources_set_as_erred";
const NO_STATES = { setsStates: false };

test.each<Refused>([
  [
    "OK",
    "Erred",
    ["Create done"],
    { ...NO_STATES, ruledOut: ["reopen"] },
    /no way .* back to OK\. Instead: ask the server's operator/,
    { operation: "provider_resources_set_as_ok", cause: refusal("reopen") },
  ],
  [
    "OK",
    "Erred",
    ["Create erred"],
    { ...NO_STATES, ruledOut: ["reopen"] },
    /no way .* back to OK/,
    { operation: "provider_resources_set_as_ok", cause: refusal("reopen") },
  ],
  [
    "Erred",
    "OK",
    [],
    { ruledOut: ["set-as-erred"] },
    /only by failing its executing order, .* no such order\. .* Instead: tell the users with resources\.submitReport\(\)/,
    { operation: MARK, cause: refusal("set-as-erred") },
  ],
  [
    "Erred",
    "Creating",
    ["Create pending-provider"],
    { ...NO_STATES, type: BASIC, onPending: "approve" },
    /Nothing was approved\. Instead: reject the order \(onPending: "reject"\)/,
    { operation: MARK },
  ],
  [
    "Terminated",
    "Creating",
    ["Create executing"],
    { type: BOOKING, ruledOut: ["fail"] },
    /a provider's order cannot be failed\. Instead: wait until the order is closed \(orders\.waitFor\)/,
    { cause: refusal("fail") },
  ],
  [
    "OK",
    "Terminating",
    ["Terminate executing"],
    { type: BASIC, ruledOut: ["fail"] },
    /a provider's order cannot be failed/,
    { cause: refusal("fail") },
  ],
  [
    "Terminated",
    "A state of tomorrow",
    [],
    {},
    /that is A state of tomorrow and has no order\. Instead: ask the server's operator/,
    { operation: "provider_resources_terminate" },
  ],
  [
    "Terminated",
    "Updating",
    [],
    { ruledOut: ["set-as-erred"] },
    /that is Updating and has no order/,
    { operation: "provider_resources_terminate" },
  ],
])(
  "towards %s from %s with %j and %j this server has no way, and the error says what to do instead",
  (...row) => {
    const [target, state, orders, circumstances, says, facts] = row;
    const code = "unsupported-by-server";
    expect(moveTo(target, state, orders, circumstances)).toMatchObject({
      kind: "refused",
      error: { code, ...facts },
    });
    expect(refusalOf(row)).toMatch(says);
  },
);

function refusalOf([target, state, orders, circumstances]: Refused): string {
  const move = moveTo(target, state, orders, circumstances);
  return move.kind === "refused" ? move.error.message : "";
}
