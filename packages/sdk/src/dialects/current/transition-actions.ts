import { orderFields } from "@puhuri/api-types";
import { ApiError, NotFoundError, PermissionDeniedError, UnsupportedByServerError } from "../../errors.ts";
import type { Call } from "../../http/call.ts";
import type { OrdersApi } from "../provider-api.ts";
import {
  inState,
  type Move,
  type OrderSummary,
  type Situation,
  type TransitionWishes,
} from "../transitions.ts";
import { fieldQuery, type PuhuriHttp } from "../wire.ts";

/** A situation in which the order is known to be there. */
export interface OrderSituation extends Situation {
  readonly order: OrderSummary;
}

/** The single steps a provider can take; which of them to take when is said in `to-ok`, `to-erred`, `to-terminated`. */
export type Actions = ReturnType<typeof transitionActions>;

export function transitionActions(http: PuhuriHttp, orders: OrdersApi) {
  /** Learnt from the first HTML 404: a 2024-10 server has no `set_as_ok`. */
  let hasSetAsOk = true;

  async function order(uuid: string, call: Call): Promise<OrderSummary> {
    const params = { path: { uuid }, query: fieldQuery(orderFields, ["uuid", "type", "state"]) };
    const { data } = await http.send(call, (api, init) =>
      api.GET("/api/marketplace-orders/{uuid}/", { ...init, params }),
    );
    return { uuid, type: data.type ?? "", state: data.state ?? "" };
  }

  return {
    get hasSetAsOk() {
      return hasSetAsOk;
    },

    /** Lets the order run. Its work may be done by a worker later, so the order is read again. */
    approve: (situation: OrderSituation): Move => ({
      kind: "act",
      async act(call) {
        await orders.approve(situation.order.uuid, call);
        const after = await order(situation.order.uuid, call);
        // A finished order has moved the resource: to where, only the resource tells.
        return after.state === "executing" ? { ...situation, order: after } : undefined;
      },
    }),

    /** Refuses the order: a Create ends the resource, the others leave it as it was. */
    reject: (situation: OrderSituation, { message }: TransitionWishes, last = false): Move => ({
      kind: "act",
      last,
      async act(call) {
        await orders.reject(situation.order.uuid, message || undefined, call);
        return undefined;
      },
    }),

    /** Reports the order's work as done: the server moves the resource at once. */
    complete: (situation: OrderSituation, endsIn: "OK" | "Terminated"): Move => ({
      kind: "act",
      async act(call) {
        await orders.setDone(situation.order.uuid, call);
        return inState(situation, endsIn);
      },
    }),

    /** Reports the order's work as failed. What becomes of the resource depends on the server: it is read again. */
    fail: (situation: OrderSituation, wishes: TransitionWishes, whenRefused?: Move): Move => ({
      kind: "act",
      async act(call) {
        try {
          await orders.setErred(situation.order.uuid, wishes, call);
          return undefined;
        } catch (error) {
          if (!isStatus(error, 405)) throw error;
          if (whenRefused?.kind === "act") return whenRefused.act(call);
          throw notForThisOffering(error);
        }
      },
    }),

    /** Lets a failed order run again, so that it can be completed. */
    reopen: (situation: OrderSituation): Move => ({
      kind: "act",
      async act(call) {
        await orders.setExecuting(situation.order.uuid, call).catch((error: unknown) => {
          throw isStatus(error, 405) ? noWayToOk(error) : error;
        });
        return { ...situation, order: { ...situation.order, state: "executing" } };
      },
    }),

    /** Sets the resource to OK by itself, whatever became of its orders. */
    setAsOk: (situation: Situation, whenMissing: Move | undefined): Move => ({
      kind: "act",
      async act(call) {
        const { uuid } = situation.resource;
        try {
          await http.send(call, (api, init) =>
            api.POST("/api/marketplace-provider-resources/{uuid}/set_as_ok/", {
              ...init,
              params: { path: { uuid } },
            }),
          );
          return inState(situation, "OK");
        } catch (error) {
          if (!(error instanceof NotFoundError && error.routeMissing)) throw error;
          hasSetAsOk = false;
          if (whenMissing?.kind === "act") return whenMissing.act(call);
          throw noWayToOk(error);
        }
      },
    }),

    setAsErred: (situation: Situation, { message, traceback }: TransitionWishes): Move => ({
      kind: "act",
      async act(call) {
        const { uuid } = situation.resource;
        const body = { error_message: message, error_traceback: traceback };
        try {
          await http.send(call, (api, init) =>
            api.POST("/api/marketplace-provider-resources/{uuid}/set_as_erred/", {
              ...init,
              params: { path: { uuid } },
              body,
            }),
          );
          return inState(situation, "Erred");
        } catch (error) {
          throw error instanceof PermissionDeniedError ? staffOnly(error) : error;
        }
      },
    }),

    /** Orders the end of the resource; the order then goes its way like any other. */
    terminate: (situation: Situation): Move => ({
      kind: "act",
      async act(call) {
        const { uuid } = situation.resource;
        const { data } = await http.send(call, (api, init) =>
          api.POST("/api/marketplace-provider-resources/{uuid}/terminate/", {
            ...init,
            params: { path: { uuid } },
            body: {},
          }),
        );
        return { ...situation, order: await order(data.order_uuid, call) };
      },
    }),
  };
}

function isStatus(error: unknown, status: number): error is ApiError {
  return error instanceof ApiError && error.status === status;
}

export function noWayToOk(cause?: unknown): UnsupportedByServerError {
  return new UnsupportedByServerError(
    "This server has no way for a provider to bring this resource back to OK.",
    {
      operation: "provider_resources_set_as_ok",
      instead: "ask the server's operator, or terminate the resource and have it ordered anew.",
      cause,
    },
  );
}

function staffOnly(cause: unknown): UnsupportedByServerError {
  return new UnsupportedByServerError(
    "This server lets nobody but its staff mark a resource without an open order as erred, or the token's user lacks the permission to set states.",
    {
      operation: "provider_resources_set_as_erred",
      instead: "tell the users by resources.submitReport(), or terminate the resource.",
      cause,
    },
  );
}

function notForThisOffering(cause: unknown): UnsupportedByServerError {
  return new UnsupportedByServerError(
    "On offerings of this type the server completes orders by itself and lets nobody fail one.",
    {
      operation: "orders_set_state_erred",
      instead: "wait until the order is done (orders.waitFor) and act on the resource then.",
      cause,
    },
  );
}
