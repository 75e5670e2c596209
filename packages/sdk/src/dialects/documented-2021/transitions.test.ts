import { expect, test } from "vitest";
import { Transport } from "../../http/transport.ts";
import { createProviderApi } from "../detect.ts";
import { operationOf } from "../operations.ts";
import type { MoveFacts, Situation, TargetState } from "../transitions.ts";
import { createPuhuriHttp } from "../wire.ts";

const { transitions } = createProviderApi(
  "2021",
  createPuhuriHttp(new Transport({ baseUrl: "https://puhuri.example", token: "t".repeat(40) }, operationOf)),
).resources;

const FACTS: MoveFacts = {
  wishes: { message: "", traceback: "", onPending: undefined },
  ruledOut: new Map(),
  executingForMs: () => 0,
};

function next(target: TargetState, state: string): string {
  const situation: Situation = {
    resource: { uuid: "r", name: "r", state, backend_id: "" },
    offeringType: "",
    orders: [],
  };
  const move = transitions.next(situation, target, FACTS);
  if (move.kind === "refused") return move.error.code;
  return move.kind === "step" ? move.step : move.kind;
}

test.each<[TargetState, string, string]>([
  ["ok", "Creating", "command"],
  ["ok", "Erred", "command"],
  ["ok", "Updating", "command"],
  ["ok", "OK", "reached"],
  ["ok", "Terminating", "invalid-transition"],
  ["ok", "Terminated", "invalid-transition"],
  ["ok", "A state of tomorrow", "command"],
  ["erred", "Creating", "command"],
  ["erred", "OK", "command"],
  ["erred", "Updating", "command"],
  ["erred", "Terminating", "command"],
  ["erred", "Terminated", "command"],
  ["erred", "Erred", "reached"],
  ["terminated", "Creating", "command"],
  ["terminated", "OK", "command"],
  ["terminated", "Erred", "command"],
  ["terminated", "Updating", "command"],
  ["terminated", "Terminating", "command"],
  ["terminated", "Terminated", "reached"],
])("the next move of a 2021 server towards %s from %s is %s", (target, state, expected) => {
  expect(next(target, state)).toBe(expected);
});
