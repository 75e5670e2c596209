import { ApiError, NotFoundError, PermissionDeniedError } from "../../errors.ts";
import type { Call } from "../../http/call.ts";
import type { OrdersApi } from "../provider-api.ts";
import {
  type OrderStanding,
  type Situation,
  type Step,
  type StepMove,
  type Taken,
  type TransitionWishes,
  withOrder,
  withState,
} from "../transitions.ts";
import type { PuhuriHttp } from "../wire.ts";

/** The uuid of nothing: a server that has the endpoint says that there is no such resource. */
const NOTHING = "0".repeat(32);

/** An ingress without a server behind it answers as a server without the endpoint does: that is not believed for long. */
const MISSING_FOR_MS = 300_000;

/** It was carried out, and only a look tells what came of it. */
const LOOK: Taken = { kind: "done" };

/** The steps of a provider on current servers: what each sends, and what its answer makes certain. */
export function transitionSteps(http: PuhuriHttp, orders: OrdersApi) {
  /** Learnt from the first answer: 2024-10 has no `set_as_ok`, and its `set_as_erred` is for staff. */
  let setsStates = false;
  /** When it was missing last. */
  let missingAt = Number.NEGATIVE_INFINITY;

  async function setAsOk(uuid: string, call: Call): Promise<void> {
    await http.send(call, (api, init) =>
      api.POST("/api/marketplace-provider-resources/{uuid}/set_as_ok/", {
        ...init,
        params: { path: { uuid } },
      }),
    );
  }

  async function setAsErred(uuid: string, wishes: TransitionWishes, call: Call): Promise<void> {
    const body = { error_message: wishes.message, error_traceback: wishes.traceback };
    await http.send(call, (api, init) =>
      api.POST("/api/marketplace-provider-resources/{uuid}/set_as_erred/", {
        ...init,
        params: { path: { uuid } },
        body,
      }),
    );
  }

  async function terminate(uuid: string, call: Call): Promise<void> {
    await http.send(call, (api, init) =>
      api.POST("/api/marketplace-provider-resources/{uuid}/terminate/", {
        ...init,
        params: { path: { uuid } },
        body: {},
      }),
    );
  }

  async function takeOnResource(
    { step }: StepMove,
    situation: Situation,
    wishes: TransitionWishes,
    call: Call,
  ): Promise<Taken> {
    const { uuid } = situation.resource;
    switch (step) {
      case "set-as-ok":
        await setAsOk(uuid, call);
        return { kind: "done", situation: withState(situation, "OK") };
      case "set-as-erred":
        await setAsErred(uuid, wishes, call);
        return { kind: "done", situation: withState(situation, "Erred") };
      case "terminate":
        // The order it makes may wait for the provider, for the customer, or for nobody.
        await terminate(uuid, call);
        return LOOK;
      case "probe":
        await setAsOk(NOTHING, call);
        return LOOK;
      default:
        throw new TypeError(`${step} is no step of a resource.`);
    }
  }

  async function takeOnOrder(
    { step }: StepMove,
    order: OrderStanding,
    situation: Situation,
    wishes: TransitionWishes,
    call: Call,
  ): Promise<Taken> {
    switch (step) {
      case "approve":
        await orders.approve(order.uuid, call);
        return LOOK;
      case "reject":
        await orders.reject(order.uuid, wishes.message || undefined, call);
        return rejected(order, situation);
      case "complete":
        await orders.setDone(order.uuid, call);
        return completed(order, situation);
      case "fail":
        await orders.setErred(order.uuid, wishes, call);
        return failed(order, situation);
      case "reopen":
        await orders.setExecuting(order.uuid, call);
        return {
          kind: "done",
          // No worker of the server takes notice of it.
          situation: withOrder(situation, {
            ...order,
            state: "executing",
            unchangedForMs: Number.POSITIVE_INFINITY,
          }),
        };
      default:
        throw new TypeError(`${step} is no step of an order.`);
    }
  }

  return {
    get setsStates(): boolean | undefined {
      return setsStates || (http.clock.now() - missingAt < MISSING_FOR_MS ? false : undefined);
    },

    async take(move: StepMove, situation: Situation, wishes: TransitionWishes, call: Call): Promise<Taken> {
      const { step, order } = move;
      try {
        const taken = await (order === undefined
          ? takeOnResource(move, situation, wishes, call)
          : takeOnOrder(move, order, situation, wishes, call));
        if (step === "set-as-ok") setsStates = true;
        return taken;
      } catch (error) {
        if (error instanceof NotFoundError && (step === "set-as-ok" || step === "probe")) {
          if (error.routeMissing) missingAt = http.clock.now();
          else setsStates = true;
          if (step === "probe" && setsStates) return { kind: "done", situation };
        }
        if (IMPOSSIBLE[step]?.(error) === true) return { kind: "ruled-out", refusal: error };
        throw error;
      }
    },
  };
}

const hasNoRoute = (error: unknown) => error instanceof NotFoundError && error.routeMissing;
const isNotAllowed = (error: unknown) => error instanceof PermissionDeniedError;
/** 405: the types of offering on which orders can be moved so are the server's choice. */
const isNotForType = (error: unknown) => error instanceof ApiError && error.status === 405;

/** Refusals that hold however often it is tried, and to which there may be another way. */
const IMPOSSIBLE: { readonly [S in Step]?: (error: unknown) => boolean } = {
  complete: isNotForType,
  fail: isNotForType,
  reopen: isNotForType,
  "set-as-ok": hasNoRoute,
  "set-as-erred": (error) => hasNoRoute(error) || isNotAllowed(error),
  probe: (error) => hasNoRoute(error) || isNotAllowed(error),
};

/** The server moves the resource together with the order, before it answers. */
function ended(order: OrderStanding, state: string, situation: Situation, resourceState: string): Taken {
  return { kind: "done", situation: withState(withOrder(situation, { ...order, state }), resourceState) };
}

function completed(order: OrderStanding, situation: Situation): Taken {
  if (order.type === "Create" || order.type === "Update") return ended(order, "done", situation, "OK");
  return order.type === "Terminate" ? ended(order, "done", situation, "Terminated") : LOOK;
}

function rejected(order: OrderStanding, situation: Situation): Taken {
  return order.type === "Create" ? ended(order, "rejected", situation, "Terminated") : LOOK;
}

/** Some servers end a creation that failed before it had a backend id. A change may have been closed before. */
function failed(order: OrderStanding, situation: Situation): Taken {
  const isCertain =
    order.type === "Update" || (order.type === "Create" && situation.resource.backend_id !== "");
  return isCertain ? ended(order, "erred", situation, "Erred") : LOOK;
}
