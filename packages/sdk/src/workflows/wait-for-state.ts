import { operationOf } from "../dialects/operations.ts";
import type { ResourcesApi } from "../dialects/provider-api.ts";
import { resourceSummaryOf, summaryColumns } from "../dialects/resource-summary.ts";
import type { ResourceSummary } from "../dialects/transitions.ts";
import { InvalidTransitionError } from "../errors.ts";
import type { Call } from "../http/call.ts";
import type { Pacing } from "./pauses.ts";
import { poll } from "./poll.ts";

/** Waits until an allocation is in one of the states. */
export function waitForState(
  resources: ResourcesApi,
  uuid: string,
  states: readonly string[],
  pacing: Pacing,
  call: Call,
): Promise<ResourceSummary> {
  const path = `${resources.listing.path}{uuid}/`;
  const facts = {
    operation: operationOf("GET", path)?.id ?? "",
    path,
    isThere: ({ state }: ResourceSummary) => states.includes(state),
    inVain: ({ state }: ResourceSummary) => endedOtherwise(state, states),
    describe: ({ state }: ResourceSummary) => `The allocation is ${state}, not ${states.join(" or ")}.`,
  };
  const read = async () => resourceSummaryOf(uuid, await resources.get(uuid, summaryColumns, call));
  return poll(read, facts, pacing, call);
}

/** From Terminated only a provider's own step leads on, to Erred: whoever waits for that may be waiting for just this. */
function endedOtherwise(from: string, states: readonly string[]): InvalidTransitionError | undefined {
  if (from !== "Terminated" || states.includes("Erred")) return undefined;
  const to = states.join(" or ");
  return new InvalidTransitionError(`The allocation is Terminated, and will not become ${to} by itself.`, {
    from,
    to,
  });
}
