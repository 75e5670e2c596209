// A typed program of a user, compiled against the packed types.
import { type PlanPeriod, type paths, resourceStates } from "@puhuri/api-types";
import {
  ConnectionError,
  createPuhuriClient,
  isPuhuriError,
  type Paginated,
  type PuhuriClient,
  type Resource,
} from "@puhuri/sdk";
import { type AllocationHandlers, processAllocations } from "@puhuri/sdk/loop";
import { createFakePuhuri, faults, injectFaults } from "@puhuri/testing";

const trouble = injectFaults([{ fault: faults.answerLost(), operation: "offering_users_create", first: 1 }]);
const fake = createFakePuhuri({ dialect: "2021", intercept: trouble.intercept });
const puhuri: PuhuriClient = createPuhuriClient({
  baseUrl: "https://puhuri.test",
  token: async () => fake.tokenOf("owner"),
  dialect: "2021",
  fetch: fake.fetch,
});

export const names: Paginated<Pick<Resource, "name" | "limits">> = puhuri.resources.list({
  state: "Creating",
  fields: ["name", "limits"],
});
export const handlers: AllocationHandlers = {
  create: async ({ name }, { idempotencyKey }) => ({ backend_id: `${name} ${idempotencyKey}` }),
};
export const isKnown = (state: string): boolean => resourceStates.some((known) => known === state);
export type Get = paths["/api/marketplace-resources/{uuid}/"]["get"];

export async function run(period: PlanPeriod): Promise<string> {
  for await (const { outcome } of processAllocations(puhuri, { offering_uuid: "a" }, handlers)) {
    if (outcome === "deferred") return outcome;
  }
  try {
    const { data } = await puhuri.api.GET("/api/marketplace-resources/{uuid}/", {
      params: { path: { uuid: period.uuid } },
    });
    return data?.state ?? "";
  } catch (error) {
    if (error instanceof ConnectionError && error.maybeApplied) return error.operation;
    return isPuhuriError(error) ? error.code : "";
  }
}
