import type { Listing } from "../list/listing.ts";
import type { AllocationStanding, Waiting, WaitingWork, WorkKind } from "./waiting.ts";

/**
 * In 2021 it is the allocations that wait: a provider does not get to see the orders. What an allocation that is Updating
 * is to become is said in its order only, so nothing can be done about those.
 */
const KIND_OF: ReadonlyMap<string, WorkKind> = new Map([
  ["Creating", "create"],
  ["Terminating", "terminate"],
]);

export function waiting2021(listing: Listing): WaitingWork {
  return {
    listing,
    columns: ["uuid", "state", "backend_id"],
    showsSlug: false,
    filters: (scope) => ({ ...scope, state: [...KIND_OF.keys()] }),

    read({ uuid = "", ...standing }: { uuid?: string } & Partial<AllocationStanding>) {
      return waitingOf(uuid, { state: "", backend_id: "", ...standing });
    },

    async again({ resourceUuid, kind }, allocation) {
      const now = waitingOf(resourceUuid, allocation);
      return now.kind === kind ? now : { ...now, kind, standing: "closed" };
    },
  };
}

function waitingOf(resourceUuid: string, { state, backend_id }: AllocationStanding): Waiting {
  const kind = KIND_OF.get(state);
  return {
    resourceUuid,
    kind,
    order: undefined,
    standing: kind === undefined ? "closed" : "open",
    hasBegun: true,
    // To agree is to set it OK, and that it is linked says that it was agreed to.
    needsReview: kind === "create" && backend_id === "",
    endsWithReview: true,
  };
}
