import { describe, expect, test } from "vitest";
import { BASIC, BOOKING, type Circumstances, moveTo, SUPPORT } from "../../../test/dialects/rule-scene.ts";
import type { TargetState } from "../transitions.ts";
import { PATIENCE_MS } from "./order-states.ts";

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
    ["ok", "Creating", ["Create pending-provider"], "approve Create"],
    ["ok", "OK", ["Update pending-provider", "Create done"], "approve Update"],
    ["ok", "Terminated", ["Restore pending-provider", "Terminate done"], "approve Restore"],
    ["ok", "OK", ["Terminate pending-provider", "Create done"], "reject Terminate"],
    ["ok", "Erred", ["Terminate pending-provider", "Create erred"], "reject Terminate"],
    ["erred", "Creating", ["Create pending-provider"], "invalid-transition"],
    ["erred", "Creating", ["Create pending-provider"], "approve Create", { onPending: "approve" }],
    ["erred", "Creating", ["Create pending-provider"], "reject Create", { onPending: "reject" }],
    ["erred", "OK", ["Update pending-provider"], "invalid-transition"],
    ["erred", "OK", ["Update pending-provider"], "reject Update", { onPending: "reject" }],
    ["erred", "OK", ["Terminate pending-provider"], "invalid-transition", { onPending: "reject" }],
    ["terminated", "Creating", ["Create pending-provider"], "reject Create"],
    ["terminated", "OK", ["Update pending-provider"], "reject Update"],
    ["terminated", "OK", ["Terminate pending-provider"], "approve Terminate"],
    ["terminated", "Erred", ["Terminate pending-provider", "Create erred"], "approve Terminate"],

    // An order that is being carried out.
    ["ok", "Creating", ["Create executing"], "complete Create"],
    ["ok", "Updating", ["Update executing", "Create done"], "complete Update"],
    ["ok", "Erred", ["Create executing"], "complete Create"],
    ["ok", "Terminating", ["Terminate executing", "Create done"], "fail Terminate"],
    ["erred", "Creating", ["Create executing"], "fail Create"],
    ["erred", "Updating", ["Update executing"], "fail Update"],
    ["erred", "Erred", ["Create executing"], "fail Create"],
    ["erred", "Terminating", ["Terminate executing"], "invalid-transition"],
    ["terminated", "Creating", ["Create executing"], "fail Create"],
    ["terminated", "Updating", ["Update executing"], "fail Update"],
    ["terminated", "Terminating", ["Terminate executing"], "complete Terminate"],

    // An order the customer's side has not agreed to.
    ["ok", "Creating", ["Create pending-consumer"], "invalid-transition"],
    ["ok", "OK", ["Terminate pending-consumer", "Create done"], "reached"],
    ["ok", "OK", ["Update pending-project", "Create done"], "reached"],
    ["ok", "Erred", ["Update pending-consumer", "Create done"], "set-as-ok"],
    ["ok", "Erred", ["Update pending-consumer", "Create done"], "invalid-transition", NO_STATES],
    ["ok", "Creating", ["Create a-state-of-tomorrow"], "invalid-transition"],
    ["erred", "Creating", ["Create pending-start-date"], "invalid-transition"],
    ["erred", "OK", ["Update pending-consumer"], "set-as-erred"],
    ["terminated", "Creating", ["Create pending-consumer"], "invalid-transition"],
    ["terminated", "OK", ["Terminate pending-consumer"], "invalid-transition"],

    // No open order.
    ["ok", "OK", ["Create done"], "reached"],
    ["ok", "Erred", ["Create done"], "set-as-ok"],
    ["ok", "Updating", ["Create done"], "set-as-ok"],
    ["ok", "Terminating", ["Create done"], "set-as-ok"],
    ["ok", "Creating", ["Create canceled"], "set-as-ok"],
    ["ok", "Creating", [], "unsupported-by-server", NO_STATES],
    ["ok", "Erred", ["Create done"], "unsupported-by-server", NO_STATES],
    ["ok", "Terminated", ["Terminate done", "Create done"], "invalid-transition"],
    ["erred", "Erred", ["Create erred"], "reached"],
    ["erred", "OK", ["Create done"], "set-as-erred"],
    ["erred", "Terminated", ["Terminate done"], "set-as-erred"],
    ["erred", "OK", ["Create done"], "unsupported-by-server", { ruledOut: ["set-as-erred"] }],
    ["terminated", "OK", ["Create done"], "terminate"],
    ["terminated", "Erred", ["Create erred"], "terminate"],
    ["terminated", "Terminated", ["Terminate done"], "reached"],
    ["terminated", "Terminated", ["Create rejected"], "reached"],
    ["terminated", "Creating", ["Create canceled"], "set-as-erred"],
    ["terminated", "Updating", ["Create done"], "set-as-erred"],
    ["terminated", "Creating", [], "unsupported-by-server", { ruledOut: ["set-as-erred"] }],
    ["terminated", "A state of tomorrow", [], "unsupported-by-server"],

    // A failed order can be run again, unless what it ordered is out of date.
    ["ok", "Erred", ["Create erred"], "set-as-ok", { setsStates: true }],
    ["ok", "Erred", ["Create erred"], "reopen Create", NO_STATES],
    ["ok", "Erred", ["Update erred", "Create done"], "reopen Update", NO_STATES],
    ["ok", "Erred", ["Terminate rejected", "Create erred"], "reopen Create", NO_STATES],
    ["ok", "Erred", ["Terminate erred", "Create erred"], "reopen Create", NO_STATES],
    ["ok", "Erred", ["Update done", "Update erred", "Create done"], "unsupported-by-server", NO_STATES],
    ["ok", "Erred", ["Terminate erred", "Create done"], "unsupported-by-server", NO_STATES],
    ["ok", "Erred", ["Create erred"], "unsupported-by-server", { setsStates: false, ruledOut: ["reopen"] }],
    ["ok", "Creating", ["Create erred"], "unsupported-by-server", NO_STATES],

    // Marked by itself, and the order goes on.
    ["erred", "Erred", ["Create executing"], "reached", { type: BASIC, ruledOut: ["fail"] }],

    // Other ways, where the server does not let an order be failed or completed.
    ["erred", "Creating", ["Create executing"], "set-as-erred", { type: BASIC, ruledOut: ["fail"] }],
    [
      "erred",
      "Creating",
      ["Create executing"],
      "unsupported-by-server",
      { type: BASIC, ruledOut: ["fail", "set-as-erred"] },
    ],
    [
      "ok",
      "Terminating",
      ["Terminate executing"],
      "unsupported-by-server",
      { type: BASIC, ruledOut: ["fail"] },
    ],
    [
      "terminated",
      "Creating",
      ["Create executing"],
      "unsupported-by-server",
      { type: BASIC, ruledOut: ["fail"] },
    ],
    ["terminated", "Updating", ["Update executing"], "complete Update", { type: BASIC, ruledOut: ["fail"] }],
    ["ok", "Creating", ["Create executing"], "wait Create", { type: BOOKING, ruledOut: ["complete"] }],

    // What is approved cannot be taken back: before, it must be known that there is a way on.
    ["erred", "Creating", ["Create pending-provider"], "probe", { type: BASIC, onPending: "approve" }],
    ["erred", "Creating", ["Create pending-provider"], "probe", { type: SUPPORT, onPending: "approve" }],
    [
      "erred",
      "Creating",
      ["Create pending-provider"],
      "approve Create",
      { type: BASIC, onPending: "approve", setsStates: true },
    ],
    [
      "erred",
      "Creating",
      ["Create pending-provider"],
      "unsupported-by-server",
      { type: BASIC, onPending: "approve", setsStates: false },
    ],
    [
      "erred",
      "Creating",
      ["Create pending-provider"],
      "unsupported-by-server",
      { type: BASIC, onPending: "approve", ruledOut: ["probe"] },
    ],
  ];

  test.each(cells)("towards %s from %s with %j: %s", (target, state, orders, expected, circumstances) => {
    expect(next(target, state, orders, circumstances)).toBe(expected);
  });

  test("of two open orders, the one a provider can act on counts", () => {
    expect(next("ok", "Creating", ["Update pending-consumer", "Create pending-provider"])).toBe(
      "approve Create",
    );
  });
});

describe("an executing order the server may still be at work on", () => {
  const fresh = { forMs: PATIENCE_MS - 1 };

  test.each<Cell>([
    ["ok", "Creating", ["Create executing"], "wait Create", { type: BASIC }],
    ["ok", "Updating", ["Update executing"], "wait Update", { type: BOOKING }],
    ["erred", "Creating", ["Create executing"], "wait Create", { type: BASIC }],
    ["terminated", "Terminating", ["Terminate executing"], "wait Terminate", { type: BASIC }],
    ["terminated", "Creating", ["Create executing"], "wait Create", { type: BASIC }],
    // Slurm: the server only begins it, by moving the resource.
    ["terminated", "OK", ["Terminate executing"], "wait Terminate"],
    ["terminated", "Erred", ["Terminate executing"], "wait Terminate"],
    ["ok", "OK", ["Terminate executing"], "wait Terminate"],
    ["ok", "Erred", ["Terminate executing"], "wait Terminate"],
    ["ok", "OK", ["Update executing"], "wait Update"],
    ["erred", "OK", ["Update executing"], "wait Update"],
    ["terminated", "OK", ["Update executing"], "wait Update"],
  ])("is waited for towards %s from %s with %j", (target, state, orders, expected, circumstances) => {
    expect(next(target, state, orders, { ...circumstances, ...fresh })).toBe(expected);
  });

  test.each<Cell>([
    ["ok", "Creating", ["Create executing"], "complete Create", { type: BASIC }],
    ["erred", "Creating", ["Create executing"], "fail Create", { type: BASIC }],
    ["terminated", "OK", ["Terminate executing"], "complete Terminate"],
    ["ok", "Erred", ["Terminate executing"], "fail Terminate"],
    // It would crash the server.
    ["ok", "OK", ["Terminate executing"], "wait Terminate"],
    ["terminated", "Creating", ["Create executing"], "fail Create", { type: BOOKING }],
  ])("is gone on with towards %s from %s with %j when patience is over", (...cell) => {
    const [target, state, orders, expected, circumstances] = cell;
    expect(next(target, state, orders, { ...circumstances, forMs: PATIENCE_MS })).toBe(expected);
  });

  test.each<Cell>([
    ["ok", "Creating", ["Create executing"], "complete Create"],
    ["ok", "Creating", ["Create executing"], "complete Create", { type: SUPPORT }],
    ["ok", "Updating", ["Update executing"], "complete Update"],
    // Reopened by a provider: no worker knows of it.
    ["ok", "Erred", ["Update executing"], "complete Update"],
    ["ok", "Terminating", ["Terminate executing"], "fail Terminate"],
    ["terminated", "Terminating", ["Terminate executing"], "complete Terminate"],
    ["erred", "Creating", ["Create executing"], "fail Create"],
    // Failing one is refused on Basic offerings, and its end would be the wrong one: no use in waiting.
    ["ok", "Terminating", ["Terminate executing"], "fail Terminate", { type: BASIC }],
    ["ok", "OK", ["Terminate executing"], "fail Terminate", { type: BASIC }],
  ])("is left to the provider at once towards %s from %s with %j", (...cell) => {
    const [target, state, orders, expected, circumstances] = cell;
    expect(next(target, state, orders, { ...circumstances, forMs: 0 })).toBe(expected);
  });
});
