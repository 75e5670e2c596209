import { describe, expect, test } from "vitest";
import type { TargetState } from "../../src/index.ts";
import { BASIC, BOOKING, type Circumstances, moveTo, SUPPORT } from "./rule-scene.ts";

/** The next move as words: `approve Create`, `wait Update`, `reached`, or the code of the refusal. */
function next(...given: Parameters<typeof moveTo>): string {
  const move = moveTo(...given);
  if (move.kind === "refused") return move.error.code;
  if (move.kind === "reached") return "reached";
  const of = move.order === undefined ? "" : ` ${move.order.type}`;
  return move.kind === "wait" ? `wait${of}` : `${move.step}${of}`;
}

type Cell = [
  target: TargetState,
  state: string,
  orders: string[],
  expected: string,
  circumstances?: Circumstances,
];

const NO_STATES: Circumstances = { setsStates: false };

describe("the next move on a current server", () => {
  const cells: Cell[] = [
    // An order that waits for the provider's review.
    ["OK", "Creating", ["Create pending-provider"], "approve Create"],
    ["OK", "OK", ["Update pending-provider", "Create done"], "approve Update"],
    ["OK", "Terminated", ["Restore pending-provider", "Terminate done"], "approve Restore"],
    ["OK", "OK", ["Terminate pending-provider", "Create done"], "reject Terminate"],
    ["OK", "Erred", ["Terminate pending-provider", "Create erred"], "reject Terminate"],
    ["Erred", "Creating", ["Create pending-provider"], "invalid-transition"],
    ["Erred", "Creating", ["Create pending-provider"], "approve Create", { onPending: "approve" }],
    ["Erred", "Creating", ["Create pending-provider"], "reject Create", { onPending: "reject" }],
    ["Erred", "OK", ["Update pending-provider"], "invalid-transition"],
    ["Erred", "OK", ["Update pending-provider"], "reject Update", { onPending: "reject" }],
    ["Erred", "OK", ["Terminate pending-provider"], "invalid-transition", { onPending: "reject" }],
    ["Terminated", "Creating", ["Create pending-provider"], "reject Create"],
    ["Terminated", "OK", ["Update pending-provider"], "reject Update"],
    ["Terminated", "OK", ["Terminate pending-provider"], "approve Terminate"],
    ["Terminated", "Erred", ["Terminate pending-provider", "Create erred"], "approve Terminate"],

    // An order that is being carried out.
    ["OK", "Creating", ["Create executing"], "complete Create"],
    ["OK", "Updating", ["Update executing", "Create done"], "complete Update"],
    ["OK", "Erred", ["Create executing"], "complete Create"],
    ["OK", "Terminating", ["Terminate executing", "Create done"], "fail Terminate"],
    ["Erred", "Creating", ["Create executing"], "fail Create"],
    ["Erred", "Updating", ["Update executing"], "fail Update"],
    ["Erred", "Erred", ["Create executing"], "fail Create"],
    ["Erred", "Terminating", ["Terminate executing"], "invalid-transition"],
    ["Terminated", "Creating", ["Create executing"], "fail Create"],
    ["Terminated", "Updating", ["Update executing"], "fail Update"],
    ["Terminated", "Terminating", ["Terminate executing"], "complete Terminate"],

    ["Terminated", "Terminated", ["Terminate executing", "Create done"], "reached"],

    // What an order left behind that came to nothing, or was carried out before.
    ["OK", "Erred", ["Update canceled", "Create erred"], "reopen Create", NO_STATES],
    ["OK", "Erred", ["Terminate done", "Create erred"], "unsupported-by-server", NO_STATES],
    ["OK", "Terminating", ["Terminate erred", "Create done"], "unsupported-by-server", NO_STATES],
    ["OK", "Terminating", ["Terminate done"], "unsupported-by-server", { type: BOOKING, setsStates: false }],
    [
      "Erred",
      "OK",
      ["Update done"],
      "unsupported-by-server",
      { setsStates: false, ruledOut: ["set-as-erred"] },
    ],

    // An order the customer's side has not agreed to.
    ["OK", "Creating", ["Create pending-consumer"], "invalid-transition"],
    ["OK", "OK", ["Terminate pending-consumer", "Create done"], "reached"],
    ["OK", "OK", ["Update pending-project", "Create done"], "reached"],
    ["OK", "Erred", ["Update pending-consumer", "Create done"], "set-as-ok"],
    ["OK", "Erred", ["Update pending-consumer", "Create done"], "invalid-transition", NO_STATES],
    ["OK", "Creating", ["Create a-state-of-tomorrow"], "invalid-transition"],
    ["Erred", "Creating", ["Create pending-start-date"], "invalid-transition"],
    ["Erred", "OK", ["Update pending-consumer"], "set-as-erred"],
    ["Terminated", "Creating", ["Create pending-consumer"], "invalid-transition"],
    ["Terminated", "OK", ["Terminate pending-consumer"], "invalid-transition"],

    // No open order.
    ["OK", "OK", ["Create done"], "reached"],
    ["OK", "Erred", ["Create done"], "set-as-ok"],
    ["OK", "Updating", ["Create done"], "set-as-ok"],
    ["OK", "Terminating", ["Create done"], "set-as-ok"],
    ["OK", "Creating", ["Create canceled"], "set-as-ok"],
    ["OK", "Creating", [], "unsupported-by-server", NO_STATES],
    ["OK", "Erred", ["Create done"], "unsupported-by-server", NO_STATES],
    ["OK", "Terminated", ["Terminate done", "Create done"], "invalid-transition"],
    ["Erred", "Erred", ["Create erred"], "reached"],
    ["Erred", "OK", ["Create done"], "set-as-erred"],
    ["Erred", "Terminated", ["Terminate done"], "set-as-erred"],
    ["Erred", "OK", ["Create done"], "unsupported-by-server", { ruledOut: ["set-as-erred"] }],
    ["Terminated", "OK", ["Create done"], "terminate"],
    ["Terminated", "Erred", ["Create erred"], "terminate"],
    ["Terminated", "Terminated", ["Terminate done"], "reached"],
    ["Terminated", "Terminated", ["Create rejected"], "reached"],
    ["Terminated", "Creating", ["Create canceled"], "set-as-erred"],
    ["Terminated", "Updating", ["Create done"], "set-as-erred"],
    ["Terminated", "Creating", [], "unsupported-by-server", { ruledOut: ["set-as-erred"] }],
    ["Terminated", "A state of tomorrow", [], "unsupported-by-server"],

    // A failed order can be run again, unless what it ordered is out of date.
    ["OK", "Erred", ["Create erred"], "set-as-ok", { setsStates: true }],
    ["OK", "Erred", ["Create erred"], "reopen Create", NO_STATES],
    ["OK", "Erred", ["Update erred", "Create done"], "reopen Update", NO_STATES],
    ["OK", "Erred", ["Terminate rejected", "Create erred"], "reopen Create", NO_STATES],
    ["OK", "Erred", ["Terminate erred", "Create erred"], "reopen Create", NO_STATES],
    ["OK", "Erred", ["Update done", "Update erred", "Create done"], "unsupported-by-server", NO_STATES],
    ["OK", "Erred", ["Terminate erred", "Create done"], "unsupported-by-server", NO_STATES],
    ["OK", "Erred", ["Create erred"], "unsupported-by-server", { setsStates: false, ruledOut: ["reopen"] }],
    ["OK", "Creating", ["Create erred"], "unsupported-by-server", NO_STATES],

    // Marked by itself, and the order goes on.
    ["Erred", "Erred", ["Create executing"], "reached", { type: BASIC, ruledOut: ["fail"] }],

    // Other ways, where the server does not let an order be failed or completed.
    ["Erred", "Creating", ["Create executing"], "set-as-erred", { type: BASIC, ruledOut: ["fail"] }],
    [
      "Erred",
      "Creating",
      ["Create executing"],
      "unsupported-by-server",
      { type: BASIC, ruledOut: ["fail", "set-as-erred"] },
    ],
    [
      "OK",
      "Terminating",
      ["Terminate executing"],
      "unsupported-by-server",
      { type: BASIC, ruledOut: ["fail"] },
    ],
    [
      "Terminated",
      "Creating",
      ["Create executing"],
      "unsupported-by-server",
      { type: BASIC, ruledOut: ["fail"] },
    ],
    ["Terminated", "Updating", ["Update executing"], "complete Update", { type: BASIC, ruledOut: ["fail"] }],
    [
      "OK",
      "Creating",
      ["Create executing"],
      "unsupported-by-server",
      { type: BOOKING, ruledOut: ["complete"] },
    ],

    // What is approved cannot be taken back: there must be a way on.
    [
      "Erred",
      "Creating",
      ["Create pending-provider"],
      "approve Create",
      { type: BASIC, onPending: "approve" },
    ],
    [
      "Erred",
      "Creating",
      ["Create pending-provider"],
      "approve Create",
      { type: SUPPORT, onPending: "approve" },
    ],
    [
      "Erred",
      "Creating",
      ["Create pending-provider"],
      "unsupported-by-server",
      { ...NO_STATES, type: BASIC, onPending: "approve" },
    ],
  ];

  test.each(cells)("towards %s from %s with %j: %s", (target, state, orders, expected, circumstances) => {
    expect(next(target, state, orders, circumstances)).toBe(expected);
  });

  test("of two open orders, the one a provider can act on counts", () => {
    expect(next("OK", "Creating", ["Update pending-consumer", "Create pending-provider"])).toBe(
      "approve Create",
    );
  });
});

describe("an executing order", () => {
  test.each<Cell>([
    ["OK", "Creating", ["Create executing"], "wait Create", { type: BASIC }],
    ["OK", "Updating", ["Update executing"], "wait Update", { type: BOOKING }],
    ["Erred", "Creating", ["Create executing"], "wait Create", { type: BASIC }],
    ["Terminated", "Terminating", ["Terminate executing"], "wait Terminate", { type: BASIC }],
    ["Terminated", "Creating", ["Create executing"], "wait Create", { type: BASIC }],
    ["Terminated", "OK", ["Terminate executing"], "wait Terminate"],
    ["OK", "OK", ["Terminate executing"], "wait Terminate"],
    ["OK", "OK", ["Update executing"], "wait Update"],
    ["Erred", "OK", ["Update executing"], "wait Update"],
    ["Terminated", "OK", ["Update executing"], "wait Update"],
    // Failing one is refused on Basic offerings, and its end would be the wrong one: no use in waiting.
    ["OK", "Terminating", ["Terminate executing"], "fail Terminate", { type: BASIC }],
    ["OK", "OK", ["Terminate executing"], "fail Terminate", { type: BASIC }],
  ])("that the server may be at work on, towards %s from %s with %j: %s", (...cell) => {
    const [target, state, orders, expected, circumstances] = cell;
    expect(next(target, state, orders, { ...circumstances, isWithWorker: true })).toBe(expected);
  });

  test.each<Cell>([
    ["OK", "Creating", ["Create executing"], "complete Create", { type: BASIC }],
    ["OK", "Creating", ["Create executing"], "complete Create", { type: SUPPORT }],
    ["Erred", "Creating", ["Create executing"], "fail Create", { type: BASIC }],
    ["Terminated", "OK", ["Terminate executing"], "complete Terminate"],
    ["OK", "Erred", ["Terminate executing"], "fail Terminate"],
    ["OK", "Erred", ["Update executing"], "complete Update"],
    // It would crash the server.
    ["OK", "OK", ["Terminate executing"], "set-as-erred"],
    ["OK", "OK", ["Terminate executing"], "invalid-transition", NO_STATES],
    ["Terminated", "Creating", ["Create executing"], "fail Create", { type: BOOKING }],
  ])("that is left to the provider, towards %s from %s with %j: %s", (...cell) => {
    const [target, state, orders, expected, circumstances] = cell;
    expect(next(target, state, orders, circumstances)).toBe(expected);
  });
});
