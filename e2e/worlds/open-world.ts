import { createFakePuhuri, type FakePuhuri, injectFaults, type LoggedRequest } from "@puhuri/testing";
import type { ReceivedRequest, WorldFacts, WorldRequest } from "../suite/world.ts";
import { faultRule } from "./troubles.ts";

/** A fake that listens. */
export interface World {
  readonly facts: WorldFacts;
  received(): ReceivedRequest[];
  close(): Promise<void>;
}

/** Opens the world of the provider guide, with as many allocations more, and with troubles. */
export async function openWorld(id: number, request: WorldRequest): Promise<World> {
  const { dialect, moreAllocations = 0, troubles = [] } = request;
  const fake = createFakePuhuri({
    dialect,
    cors: true,
    intercept: injectFaults(troubles.map(faultRule)).intercept,
    seed: {
      guide: true,
      allocations: Array.from({ length: moreAllocations }, (_, i) => ({ name: `Allocation ${i + 1}` })),
    },
  });
  const { url } = await fake.listen();
  return {
    facts: { id, url, ...factsOf(fake) },
    received: () => fake.requests.map(receivedRequest),
    close: () => fake.close(),
  };
}

function factsOf(fake: FakePuhuri): Omit<WorldFacts, "id" | "url"> {
  const { state } = fake;
  const waiting = state.resourceNamed("Sample resource");
  const running = state.resourceNamed("Running resource");
  const [serviceProvider] = state.serviceProviders.all();
  return {
    token: fake.tokenOf("owner"),
    outsiderToken: fake.tokenOf("outsider"),
    waitingUuid: waiting?.uuid ?? "",
    orderUuid: state.orders.where("resource_uuid", waiting?.uuid ?? "")[0]?.uuid ?? "",
    runningUuid: running?.uuid ?? "",
    planPeriodUuid: state.planPeriods.where("resource_uuid", running?.uuid ?? "")[0]?.uuid ?? "",
    offeringUuid: waiting?.offering_uuid ?? "",
    organizationUuid: serviceProvider?.organization_uuid ?? "",
    serviceProviderUuid: serviceProvider?.uuid ?? "",
    userUuid: state.userNamed("newcomer")?.uuid ?? "",
  };
}

function receivedRequest({
  operationId,
  method,
  path,
  query,
  headers,
  body,
}: LoggedRequest): ReceivedRequest {
  return { operation: operationId, method, path, query, headers: Object.fromEntries(headers), body };
}
