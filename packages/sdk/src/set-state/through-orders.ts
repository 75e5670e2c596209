import { ApiError, NotFoundError, PermissionDeniedError } from "../errors.ts";
import type { Call } from "../http/call.ts";
import type { Transport } from "../http/transport.ts";
import type { Server } from "../servers/server.ts";
import {
  type MoveFacts,
  type Situation,
  type States,
  type Step,
  type StepMove,
  type Taken,
  type TargetState,
  type Wishes,
  withOrder,
  withState,
} from "../servers/states.ts";
import { nextToErred, nextToOk, nextToTerminated } from "./next-step.ts";
import { readAllocation } from "./read-standing.ts";
import type { CurrentFacts, Rule } from "./rules.ts";

const NEXT = {
  OK: nextToOk,
  Erred: nextToErred,
  Terminated: nextToTerminated,
} as const satisfies Record<TargetState, Rule>;

/** What the rules go by on this server: what it lets a provider do is learnt from its answers. */
export function currentFacts({ learnt }: Server, http: Transport, facts: MoveFacts): CurrentFacts {
  const { wishes, ruledOut, last } = facts;
  const wasMissing = (at = Number.NEGATIVE_INFINITY) => http.clock.now() - at < MISSING_FOR_MS;
  return {
    wishes,
    ruledOut,
    last,
    // 2024-10 has no `set_as_ok`, and its `set_as_erred` is for staff.
    setsStates: learnt.setsStates ?? (wasMissing(learnt.setsNoStatesAt) ? false : undefined),
  };
}

/** On current servers a provider moves the order, and the resource follows. */
export function throughOrders(server: Server, http: Transport): States {
  const { learnt } = server;

  /** An address that is there, and one that is not, tell the generation. */
  function learn(step: Step, error?: unknown): void {
    if (step !== "set-as-ok" && step !== "probe") return;
    if (hasNoRoute(error)) learnt.setsNoStatesAt = http.clock.now();
    else if (error instanceof NotFoundError || (error === undefined && step === "set-as-ok")) {
      learnt.setsStates = true;
    }
  }

  return {
    reading: { operation: "orders_list", path: "/api/marketplace-orders/" },

    read: (uuid, call, after) => readAllocation(server, http, uuid, call, after),

    next: (situation, target, facts) => NEXT[target](situation, currentFacts(server, http, facts)),

    async take(move, situation, _target, wishes, call) {
      const { step } = move;
      const { send, isImpossible } = STEPS[step];
      try {
        await send(server, move.order?.uuid ?? situation.resource.uuid, wishes, call);
      } catch (error) {
        learn(step, error);
        if (step === "probe" && error instanceof NotFoundError && !error.routeMissing) {
          return { kind: "done", situation };
        }
        if (isImpossible?.(error) === true) return { kind: "ruled-out", refusal: error };
        throw error;
      }
      learn(step);
      return certainAfter(move, situation);
    },
  };
}

/**
 * Tells Slurm of 2024-10 that an allocation is there: without it the server lets its next change fail as that is approved.
 * A server or an offering that knows nothing of it has no need of it.
 */
export async function confirmSlurm({ resources }: Server, uuid: string, call: Call): Promise<void> {
  try {
    await resources.confirmSlurm(uuid, call);
  } catch (error) {
    if (!isRefused(error)) throw error;
  }
}

/** An ingress without a server behind it answers as a server without the endpoint does: that is not believed for long. */
const MISSING_FOR_MS = 300_000;

/** The uuid of nothing: a server that has the endpoint says that there is no such resource. */
const NOTHING = "0".repeat(32);

interface StepOf {
  /** @param uuid - Of the order it acts on, else of the allocation. */
  send(server: Server, uuid: string, wishes: Wishes, call: Call): Promise<unknown>;
  /** Refusals that hold however often it is tried, and to which there may be another way. */
  isImpossible?(error: unknown): boolean;
}

function isRefused(error: unknown): boolean {
  return error instanceof ApiError && error.status < 500 && error.status !== 429;
}

const hasNoRoute = (error: unknown) => error instanceof NotFoundError && error.routeMissing;
const isNotAllowed = (error: unknown) => error instanceof PermissionDeniedError;
/** 405: the types of offering on which orders can be moved so are the server's choice. */
const isNotForType = (error: unknown) => error instanceof ApiError && error.status === 405;

const STEPS: Readonly<Record<Step, StepOf>> = {
  approve: {
    send: ({ orders }, uuid, _wishes, call) => orders.approve(uuid, call),
    isImpossible: isNotForType,
  },
  reject: {
    send: ({ orders }, uuid, { message }, call) => orders.reject(uuid, message || undefined, call),
    isImpossible: isNotForType,
  },
  complete: {
    send: ({ orders }, uuid, _wishes, call) => orders.setDone(uuid, call),
    isImpossible: isNotForType,
  },
  fail: {
    send: ({ orders }, uuid, wishes, call) => orders.setErred(uuid, wishes, call),
    isImpossible: isNotForType,
  },
  cancel: {
    send: ({ orders }, uuid, _wishes, call) => orders.cancel(uuid, call),
    isImpossible: isNotForType,
  },
  reopen: {
    send: ({ orders }, uuid, _wishes, call) => orders.setExecuting(uuid, call),
    isImpossible: isNotForType,
  },
  "set-as-ok": {
    send: ({ resources }, uuid, _wishes, call) => resources.setAsOk(uuid, call),
    isImpossible: hasNoRoute,
  },
  "set-as-erred": {
    send: ({ resources }, uuid, wishes, call) => resources.setAsErred(uuid, wishes, call),
    isImpossible: (error) => hasNoRoute(error) || isNotAllowed(error),
  },
  terminate: { send: ({ resources }, uuid, _wishes, call) => resources.terminate(uuid, call) },
  // It is for what comes later: whatever the server says against it now, the way goes on.
  confirm: {
    send: ({ resources }, uuid, _wishes, call) => resources.confirmSlurm(uuid, call),
    isImpossible: isRefused,
  },
  probe: {
    send: ({ resources }, _uuid, _wishes, call) => resources.setAsOk(NOTHING, call),
    isImpossible: (error) => hasNoRoute(error) || isNotAllowed(error),
  },
  command: {
    send: () => Promise.reject(new TypeError("Only a 2021 server takes commands for allocations.")),
  },
};

/** What a success makes certain, for the server moves a resource together with its order, before it answers. */
function certainAfter({ step, order }: StepMove, situation: Situation): Taken {
  const { resource } = situation;
  if (step === "set-as-ok") return { kind: "done", situation: withState(situation, "OK") };
  if (step === "set-as-erred") return { kind: "done", situation: withState(situation, "Erred") };
  if (step === "confirm") return { kind: "done", situation };
  // What is done stays so, whatever is done to it.
  if (order === undefined || order.state === "done") return LOOK;
  const ended = (state: string, resourceState: string): Taken => ({
    kind: "done",
    situation: withState(withOrder(situation, { ...order, state }), resourceState),
  });
  switch (`${step} ${order.type}`) {
    case "complete Create":
    case "complete Update":
      return ended("done", "OK");
    case "complete Terminate":
      return ended("done", "Terminated");
    case "reject Create":
      return ended("rejected", "Terminated");
    case "fail Update":
      return ended("erred", "Erred");
    case "fail Create":
      // Newer servers end a creation that failed before it had a backend id.
      return resource.backend_id === "" ? LOOK : ended("erred", "Erred");
    default: {
      if (step !== "reopen") return LOOK;
      // No worker of the server takes notice of it.
      const reopened = { ...order, state: "executing", unchangedForMs: Number.POSITIVE_INFINITY };
      return { kind: "done", situation: withOrder(situation, reopened) };
    }
  }
}

/** It was carried out, and only a look tells what came of it. */
const LOOK: Taken = { kind: "done" };
