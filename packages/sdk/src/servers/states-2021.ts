import type { paths } from "@puhuri/api-types";
import { InvalidTransitionError, NotFoundError, UnsupportedByServerError } from "../errors.ts";
import type { Requests } from "./requests.ts";
import {
  reached,
  refused,
  resourceSummaryOf,
  type States,
  summaryColumns,
  type TargetState,
  withState,
} from "./states.ts";

/** What the server calls the command that brings a resource there. */
const COMMAND_TO = {
  OK: "ok",
  Erred: "erred",
  Terminated: "terminated",
} as const satisfies Record<TargetState, string>;

/** `ok` is the only command this server can refuse, and these are the states it refuses it in. */
const NO_WAY_TO_OK: readonly string[] = ["Terminating", "Terminated"];

/** In 2021 a provider sets the state itself: one command, whatever the order says. */
export function states2021({ get, post }: Requests<paths>): States {
  return {
    reading: { operation: "resources_get", path: "/api/marketplace-resources/{uuid}/" },

    async read(uuid, call) {
      const params = { path: { uuid }, query: { field: [...summaryColumns] } };
      const row = await get(call, "/api/marketplace-resources/{uuid}/", params);
      return { resource: resourceSummaryOf(uuid, row), offeringType: "", orders: [] };
    },

    next({ resource: { state } }, target) {
      if (state === target) return reached;
      if (target === "OK" && NO_WAY_TO_OK.includes(state)) return refused(noWayBack(state));
      return { kind: "step", step: "command" };
    },

    async take(_move, situation, target, _wishes, call) {
      const { uuid } = situation.resource;
      const path = "/api/marketplace-resources/{uuid}/set_state_by_provider/";
      try {
        await post(call, path, { path: { uuid } }, { state: COMMAND_TO[target] });
      } catch (error) {
        // The resource could be read a moment before, so the address of the server is right.
        throw error instanceof NotFoundError && error.routeMissing ? betweenGenerations(error) : error;
      }
      return { kind: "done", situation: withState(situation, target) };
    },
  };
}

function noWayBack(from: string): InvalidTransitionError {
  return new InvalidTransitionError(
    `A resource that is ${from} cannot go straight to OK. If it shall live on, set it to Erred first, then to OK.`,
    { from, to: "OK" },
  );
}

/** Their endpoints have the same names as those of August 2021, so the list of them does not tell the two apart. */
function betweenGenerations(cause: NotFoundError): UnsupportedByServerError {
  return new UnsupportedByServerError(
    "This server has no set_state_by_provider, which went in September 2021. It is of the years between the two generations, " +
      "where reading, reports, backend ids and usage may work all the same, or it is of 2024-10 or later.",
    {
      operation: "resources_set_state_by_provider",
      instead:
        'set dialect to "current" if it is of 2024-10 or later; else approve and reject in its portal, or have it upgraded.',
      cause,
    },
  );
}
