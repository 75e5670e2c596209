import { expect, test } from "vitest";
import { Transport } from "../../src/http/transport.ts";
import { operationOf } from "../../src/servers/operations.ts";
import { type TargetState, withoutOrders } from "../../src/servers/states.ts";
import { createServer } from "../nouns/answering.ts";

const transport = new Transport({ baseUrl: "https://puhuri.example", token: "t".repeat(40) }, operationOf);
const server = createServer("2021", transport);

function next(target: TargetState, state: string): string {
  const situation = withoutOrders({ uuid: "r", name: "r", state, backend_id: "" });
  const move = server.courseOf?.("r", target).next(situation, { ruledOut: new Map() });
  if (move === undefined) return "no way of its own";
  if (move.kind === "refused") return move.error.code;
  return move.kind === "step" ? move.step : move.kind;
}

test.each<[TargetState, string, string]>([
  ["OK", "Creating", "command"],
  ["OK", "Erred", "command"],
  ["OK", "Updating", "command"],
  ["OK", "OK", "reached"],
  ["OK", "Terminating", "invalid-transition"],
  ["OK", "Terminated", "invalid-transition"],
  ["OK", "A state of tomorrow", "command"],
  ["Erred", "Creating", "command"],
  ["Erred", "OK", "command"],
  ["Erred", "Updating", "command"],
  ["Erred", "Terminating", "command"],
  ["Erred", "Terminated", "command"],
  ["Erred", "Erred", "reached"],
  ["Terminated", "Creating", "command"],
  ["Terminated", "OK", "command"],
  ["Terminated", "Erred", "command"],
  ["Terminated", "Updating", "command"],
  ["Terminated", "Terminating", "command"],
  ["Terminated", "Terminated", "reached"],
])("the next move of a 2021 server towards %s from %s is %s", (target, state, expected) => {
  expect(next(target, state)).toBe(expected);
});
