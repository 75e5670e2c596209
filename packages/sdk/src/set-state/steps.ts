import { ApiError, NotFoundError, PermissionDeniedError } from "../errors.ts";
import type { Call } from "../http/call.ts";
import type { Server } from "../servers/server.ts";
import {
  type Situation,
  type Step,
  type StepMove,
  type Taken,
  type Wishes,
  withOrder,
  withState,
} from "../servers/states.ts";

type Send = (server: Server, uuid: string, wishes: Wishes, call: Call) => Promise<unknown>;

/** Each step is one request, about an order or about the allocation itself. */
const SEND: Readonly<Record<Step, Send>> = {
  approve: ({ orders }, uuid, _wishes, call) => orders.approve(uuid, call),
  reject: ({ orders }, uuid, { message }, call) => orders.reject(uuid, message || undefined, call),
  complete: ({ orders }, uuid, _wishes, call) => orders.setDone(uuid, call),
  fail: ({ orders }, uuid, wishes, call) => orders.setErred(uuid, wishes, call),
  cancel: ({ orders }, uuid, _wishes, call) => orders.cancel(uuid, call),
  reopen: ({ orders }, uuid, _wishes, call) => orders.setExecuting(uuid, call),
  "set-as-ok": ({ resources }, uuid, _wishes, call) => resources.setAsOk(uuid, call),
  "set-as-erred": ({ resources }, uuid, wishes, call) => resources.setAsErred(uuid, wishes, call),
  terminate: ({ resources }, uuid, _wishes, call) => resources.terminate(uuid, call),
  confirm: ({ resources }, uuid, _wishes, call) => resources.confirmSlurm(uuid, call),
  command: () => Promise.reject(new TypeError("Only a 2021 server takes commands for allocations.")),
};

/** Takes a step on a current server. */
export async function takeStep(
  server: Server,
  move: StepMove,
  situation: Situation,
  wishes: Wishes,
  call: Call,
): Promise<Taken> {
  try {
    await SEND[move.step](server, move.order?.uuid ?? situation.resource.uuid, wishes, call);
  } catch (error) {
    if (error instanceof ApiError && isImpossible(move.step, error)) return { refusal: error };
    throw error;
  }
  return certainAfter(move, { ...situation, mayBeTorn: false });
}

/** Whether the refusal will hold however often it is tried. There may be another way, so it is no error yet. */
function isImpossible(step: Step, error: ApiError): boolean {
  const isUnknown = error instanceof NotFoundError && error.routeMissing;
  if (step === "set-as-ok") return isUnknown;
  // On 2024-10 only the server's staff may.
  if (step === "set-as-erred") return isUnknown || error instanceof PermissionDeniedError;
  // On some types of offering orders cannot be moved so.
  return error.status === 405;
}

/** The states of order and allocation that need no reading after a success: the server moves both before it answers. */
const CERTAIN: Readonly<Record<string, readonly [order: string, allocation: string]>> = {
  "complete Create": ["done", "OK"],
  "complete Update": ["done", "OK"],
  "complete Terminate": ["done", "Terminated"],
  "reject Create": ["rejected", "Terminated"],
  "fail Create": ["erred", "Erred"],
  "fail Update": ["erred", "Erred"],
};

function certainAfter({ step, order }: StepMove, situation: Situation): Taken {
  if (step === "confirm") return { situation };
  if (step === "set-as-ok") return { situation: withState(situation, "OK") };
  if (step === "set-as-erred") return { situation: withState(situation, "Erred") };
  // The order stays done.
  if (order === undefined || order.state === "done") return {};
  // No worker of the server takes it up.
  if (step === "reopen") return { situation: withOrder(situation, { ...order, state: "executing" }) };
  const certain = CERTAIN[`${step} ${order.type}`];
  // Newer servers terminate an allocation whose creation failed before it had a backend id.
  const isUnmade = step === "fail" && order.type === "Create" && situation.resource.backend_id === "";
  if (certain === undefined || isUnmade) return {};
  const [state, resourceState] = certain;
  return { situation: withState(withOrder(situation, { ...order, state }), resourceState) };
}
