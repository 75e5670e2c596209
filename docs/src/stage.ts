// What snippets find around them: a client, and the ids of what it can see. Each one plays on a new fake.
import { createPuhuriClient, type Dialect, type PuhuriClient } from "@puhuri/sdk";
import type { AllocationHandlers } from "@puhuri/sdk/loop";
import { createFakePuhuri, type FakePuhuri } from "@puhuri/testing";

export let fake: FakePuhuri;
export let puhuri: PuhuriClient;
export let token: string;
/** A running allocation. */
export let resourceUuid: string;
export let uuid: string;
export let offeringUuid: string;
/** A user without a user name. */
export let userUuid: string;
/** What links a user with the offering, on current servers. */
export let offeringUserUuid: string;
/** The provider's organization. */
export let organizationUuid: string;
export let serviceProviderUuid: string;
/** An order that waits for review, on current servers. */
export let orderUuid: string;
export let planPeriodUuid: string;
/** What a running allocation has used of one component. */
export let usageUuid: string;
/** A component of its offering. */
export let componentUuid: string;
/** The reader's cluster, with what each Slurm account there was made for. */
export let cluster: {
  find(key: string): Promise<string | undefined>;
  create(name: string, limits: Readonly<Record<string, number>>, key: string): Promise<string>;
};
/** What the reader does at their own side. */
export let handlers: AllocationHandlers;

/** Sets the stage anew, and lets the global `fetch` end there. */
export function setStage(dialect: Dialect): void {
  fake = createFakePuhuri({ dialect });
  cluster = emptyCluster();
  handlers = {
    create: async ({ name, limits }, { idempotencyKey }) => ({
      backend_id: await cluster.create(name, limits, idempotencyKey),
    }),
    update: () => {},
    terminate: () => {},
  };
  token = fake.tokenOf("owner");
  const billingTimeZone = "UTC"; // else nothing can be reported around the end of a month
  puhuri = createPuhuriClient({
    baseUrl: "https://puhuri.example",
    token,
    dialect,
    billingTimeZone,
    fetch: fake.fetch,
  });
  for (const { plugin_options } of fake.state.offerings) {
    plugin_options.enable_provider_consumer_messaging = true;
  }
  const running = fake.state.resourceNamed("Running resource");
  const period = fake.state.planPeriods.where("resource_uuid", running?.uuid ?? "")[0];
  resourceUuid = uuidOf(running);
  uuid = resourceUuid;
  planPeriodUuid = uuidOf(period);
  offeringUuid = running?.offering_uuid ?? "";
  componentUuid = uuidOf(fake.state.offerings.get(offeringUuid).components[0]);
  userUuid = uuidOf(fake.state.userNamed("newcomer"));
  offeringUserUuid = fake.state.offeringUsers.where("offering_uuid", offeringUuid)[0]?.uuid ?? "";
  const [serviceProvider] = fake.state.serviceProviders.all();
  serviceProviderUuid = uuidOf(serviceProvider);
  organizationUuid = serviceProvider?.organization_uuid ?? "";
  orderUuid = fake.state.orders.all().find(({ state }) => state === "pending-provider")?.uuid ?? "";
  usageUuid = fake.state.componentUsages.all()[0]?.uuid ?? "";
}

function emptyCluster(): typeof cluster {
  const accounts = new Map<string, string>();
  return {
    find: async (key) => [...accounts].find((account) => account.includes(key))?.[0],
    async create(name, _limits, key) {
      const account = name.toLowerCase().replaceAll(" ", "-");
      accounts.set(account, key);
      return account;
    },
  };
}

function uuidOf(row: { uuid: string } | undefined): string {
  if (row === undefined) throw new Error("The guide's world has lost a row that snippets need.");
  return row.uuid;
}
