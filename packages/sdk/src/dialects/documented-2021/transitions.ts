import type { ResourceCommand } from "@puhuri/api-types";
import { InvalidTransitionError } from "../../errors.ts";
import type { Call } from "../../http/call.ts";
import { resourceSummaryOf, summaryColumns } from "../resource-summary.ts";
import {
  inState,
  type Move,
  reached,
  refused,
  type Situation,
  type TargetState,
  type Transitions,
} from "../transitions.ts";
import { fieldQuery, type PuhuriHttp } from "../wire.ts";

/** What the server calls a resource that was brought to the target. */
const STATE_OF = { ok: "OK", erred: "Erred", terminated: "Terminated" } as const;

/** `ok` is the only command this server can refuse, and these are the states it refuses it in. */
const NO_WAY_TO_OK: readonly string[] = ["Terminating", "Terminated"];

/** In 2021 a provider sets the state itself: one command, whatever the order says. */
export function transitions2021(http: PuhuriHttp): Transitions {
  return {
    async read(uuid, call) {
      const params = { path: { uuid }, query: fieldQuery(summaryColumns, summaryColumns) };
      const { data } = await http.send(call, (api, init) =>
        api.GET("/api/marketplace-resources/{uuid}/", { ...init, params }),
      );
      return { resource: resourceSummaryOf(uuid, data) };
    },

    next(situation, target) {
      const from = situation.resource.state;
      if (from === STATE_OF[target]) return reached;
      if (target === "ok" && NO_WAY_TO_OK.includes(from)) return refused(noWayBack(from));
      return setState(http, situation, target);
    },
  };
}

function setState(http: PuhuriHttp, situation: Situation, target: TargetState): Move {
  const state: ResourceCommand = target;
  const { uuid } = situation.resource;
  return {
    kind: "act",
    async act(call: Call) {
      const request = { params: { path: { uuid } }, body: { state } };
      await http.send(call, (api, init) =>
        api.POST("/api/marketplace-resources/{uuid}/set_state_by_provider/", { ...init, ...request }),
      );
      return inState(situation, STATE_OF[target]);
    },
  };
}

function noWayBack(from: string): InvalidTransitionError {
  return new InvalidTransitionError(
    `A resource that is ${from} cannot go straight to OK. If it shall live on, set it to erred first, then to ok.`,
    { from, to: "ok" },
  );
}
