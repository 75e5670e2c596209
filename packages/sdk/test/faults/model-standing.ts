import type { Call, OrderMove } from "./calls.ts";
import type { Standing } from "./scene.ts";

/** From which state of an order a call leads to which; an approved one may be carried out at once. */
const MOVES: { readonly [Move in OrderMove]: { readonly from: string; readonly to: readonly string[] } } = {
  approve: { from: "pending-provider", to: ["executing", "done"] },
  reject: { from: "pending-provider", to: ["rejected"] },
  complete: { from: "executing", to: ["done"] },
  fail: { from: "executing", to: ["erred"] },
};

type Words = Readonly<Record<string, string>>;

/** What an order that the server has begun to carry out makes of its resource; a creation shows nothing. */
const BEGUN: Words = { Update: "Updating", Terminate: "Terminating" };

/** What an order that has come to a state has made of its resource. */
const RESOURCE_AFTER: Readonly<Record<string, Words>> = {
  executing: BEGUN,
  done: { Create: "OK", Update: "OK", Terminate: "Terminated" },
  erred: { Create: "Erred", Update: "Erred", Terminate: "OK" },
  rejected: { Create: "Terminated", Update: "OK", Terminate: "OK" },
};

/** Where an allocation and its order may stand after a call. */
export function nextStandings(now: Standing, call: Call): readonly Standing[] {
  switch (call.do) {
    case "setState":
      return endsOf(call, now).flatMap((state) => withAnyOrder({ ...now, state }));
    case "approve":
    case "reject":
    case "complete":
    case "fail": {
      const { from, to } = MOVES[call.do];
      if (to.includes(now.order)) return [now];
      return now.order === from
        ? to.flatMap((order) => statesAfter(order, now).map((state) => ({ ...now, order, state })))
        : [];
    }
    default:
      return [];
  }
}

/** How they may stand in between, or after a call that says that it did not get through. */
export function standingsOnTheWay(now: Standing, call: Call, seen: Standing): readonly Standing[] {
  // A server lets any order be failed: of one that was closed since the call looked, only the resource is hit.
  if (call.do === "fail" && seen.order === "executing") {
    return statesAfter("erred", now).map((state) => ({ ...now, state }));
  }
  if (call.do !== "setState") return [];
  const ways = now.type === "" ? [] : [now.state, ...statesAfter("executing", now), ...WAYS[call.target]];
  return [...ways, ...endsOf(call, now)].flatMap((state) => withAnyOrder({ ...now, state }));
}

/**
 * What a worker that is late makes of an order that is executing: on Basic offerings it ends it, on others it begins
 * it. It does so, too, after the order was completed or failed, and then undoes that: nobody may be that early.
 */
export function standingsByItself(now: Standing): readonly Standing[] {
  if (now.worker === "ends" && now.order === "executing") {
    return ["done", "erred"].flatMap((order) =>
      statesAfter(order, now).map((state) => ({ ...now, order, state })),
    );
  }
  return now.worker === "begins" && now.order === "executing"
    ? [{ ...now, state: BEGUN[now.type] ?? now.state }]
    : [];
}

type SetState = Extract<Call, { readonly do: "setState" }>;

/** States of a resource on its way to another, on servers with orders. */
const WAYS = { OK: [], Erred: ["OK"], Terminated: ["Erred", "OK", "Terminating"] } as const;

/** Where the call brings the resource; having refused an order is an end, too, if the caller chose that. */
function endsOf({ target, onPending }: SetState, { endsUnmade }: Standing): readonly string[] {
  if (target !== "Erred") return [target];
  if (onPending === "reject") return ["Erred", "Terminated", "OK"];
  return endsUnmade === true ? ["Erred", "Terminated"] : ["Erred"];
}

/** Which order `setState` moves on the way, and how, is its own business. */
function withAnyOrder(standing: Standing): Standing[] {
  const orders = OPEN.includes(standing.order)
    ? [standing.order, "executing", "done", "erred", "rejected"]
    : [standing.order];
  return [...new Set(orders)].map((order) => ({ ...standing, order }));
}

/** An erred order can run again. */
const OPEN: readonly string[] = ["pending-provider", "executing", "erred"];

/** What may become of the resource as its order comes to a state; a late worker has not begun then. */
function statesAfter(order: string, { type, state, worker, endsUnmade }: Standing): readonly string[] {
  if (order === "executing" && worker !== undefined) return [state];
  const after = RESOURCE_AFTER[order]?.[type] ?? state;
  // By whether there is a backend id by then.
  return order === "erred" && type === "Create" && endsUnmade === true ? [after, "Terminated"] : [after];
}
