import * as stage from "./stage.ts";

/** A row of the table of operations: a method, and a call of it that shows what it sends. */
export interface OperationCall {
  /** The method, by its place in the client: `resources.list`. */
  readonly method: string;
  /** How the table writes it, where its name alone does not say enough. */
  readonly shown?: string;
  /** What has to be there first. */
  prepare?(): Promise<unknown>;
  call(): Promise<unknown>;
}

/** The methods by the guide's headings. Every method of the client stands here: a test sees to it. */
export const operationCalls: ReadonlyMap<string, readonly OperationCall[]> = new Map([
  [
    "Getting a list of resource allocations",
    [{ method: "resources.list", call: () => stage.puhuri.resources.list().toArray() }],
  ],
  [
    "Approving/rejecting allocations in status “CREATING”",
    [
      state("ok", () => stage.puhuri.resources.setState(waiting(), "ok")),
      state("erred", () => stage.puhuri.resources.setState(waiting(), "erred", { onPending: "approve" })),
      state("terminated", () => stage.puhuri.resources.setState(waiting(), "terminated")),
    ],
  ],
  [
    "Updating resource allocation with local reference",
    [
      {
        method: "resources.setBackendId",
        call: () => stage.puhuri.resources.setBackendId(stage.resourceUuid, "a"),
      },
    ],
  ],
  [
    "Providing additional access detail for resource allocation",
    [
      {
        method: "resources.submitReport",
        call: () => stage.puhuri.resources.submitReport(stage.resourceUuid, [{ header: "a", body: "b" }]),
      },
    ],
  ],
  [
    "Getting a list of members in a project with active resource allocations",
    [{ method: "resources.team", call: () => stage.puhuri.resources.team(stage.resourceUuid) }],
  ],
  [
    "Reporting usage for a resource allocation",
    [
      { method: "offerings.get", call: () => stage.puhuri.offerings.get(stage.offeringUuid) },
      { method: "resources.planPeriods", call: () => stage.puhuri.resources.planPeriods(stage.resourceUuid) },
      {
        method: "usages.set",
        call: () => stage.puhuri.usages.set({ plan_period: stage.planPeriodUuid, usages }),
      },
      {
        method: "resources.reportUsage",
        call: () => stage.puhuri.resources.reportUsage(stage.resourceUuid, { cpu: 1, gpu: 2 }),
      },
    ],
  ],
  [
    "Granting user access to resource",
    [
      { method: "offeringUsers.create", call: () => stage.puhuri.offeringUsers.create(account()) },
      { method: "offeringUsers.ensure", call: () => stage.puhuri.offeringUsers.ensure(account()) },
    ],
  ],
  [
    "Many at once",
    [
      {
        method: "usages.reportMany",
        call: () =>
          stage.puhuri.usages
            .reportMany([{ resource: stage.resourceUuid, amounts: { cpu: 1, gpu: 2 } }])
            .finish(),
      },
      {
        method: "resources.setStateMany",
        call: () => stage.puhuri.resources.setStateMany([{ resource: waiting(), state: "ok" }]).finish(),
      },
      {
        method: "resources.setBackendIdMany",
        call: () =>
          stage.puhuri.resources
            .setBackendIdMany([{ resource: stage.resourceUuid, backend_id: "a" }])
            .finish(),
      },
      {
        method: "offeringUsers.ensureMany",
        call: () => stage.puhuri.offeringUsers.ensureMany([account()]).finish(),
      },
    ],
  ],
  [
    "Beyond the guide",
    [
      {
        method: "resources.list",
        shown: "resources.list().count()",
        call: () => stage.puhuri.resources.list().count(),
      },
      { method: "resources.get", call: () => stage.puhuri.resources.get(stage.resourceUuid) },
      {
        method: "resources.waitForState",
        call: () => stage.puhuri.resources.waitForState(stage.resourceUuid, "OK"),
      },
      { method: "offerings.list", call: () => stage.puhuri.offerings.list().toArray() },
      { method: "usages.list", call: () => stage.puhuri.usages.list().toArray() },
      { method: "usages.listUsers", call: () => stage.puhuri.usages.listUsers().toArray() },
      {
        method: "usages.setForUser",
        prepare: () => stage.puhuri.resources.reportUsage(stage.resourceUuid, { cpu: 10, gpu: 1 }),
        call: () => stage.puhuri.usages.setForUser(storedUsage(), { username: "alice", usage: 2 }),
      },
      { method: "offeringUsers.list", call: () => stage.puhuri.offeringUsers.list().toArray() },
      { method: "orders.list", call: () => stage.puhuri.orders.list().toArray() },
      { method: "orders.get", call: () => stage.puhuri.orders.get(order("pending-provider")) },
      { method: "orders.approve", call: () => stage.puhuri.orders.approve(order("pending-provider")) },
      { method: "orders.reject", call: () => stage.puhuri.orders.reject(order("pending-provider")) },
      { method: "orders.complete", call: () => stage.puhuri.orders.complete(order("executing")) },
      {
        method: "orders.fail",
        call: () => stage.puhuri.orders.fail(order("executing"), { message: "No quota." }),
      },
      { method: "orders.waitFor", call: () => stage.puhuri.orders.waitFor(order("done")) },
      { method: "serviceProviders.list", call: () => stage.puhuri.serviceProviders.list().toArray() },
      ofProvider("users", (uuid) => stage.puhuri.serviceProviders.users(uuid).toArray()),
      ofProvider("sshKeys", (uuid) => stage.puhuri.serviceProviders.sshKeys(uuid).toArray()),
      ofProvider("projects", (uuid) => stage.puhuri.serviceProviders.projects(uuid).toArray()),
      ofProvider("projectPermissions", (uuid) =>
        stage.puhuri.serviceProviders.projectPermissions(uuid).toArray(),
      ),
      ofProvider("setOfferingsUsername", (uuid) =>
        stage.puhuri.serviceProviders.setOfferingsUsername(uuid, {
          user_uuid: stage.userUuid,
          username: "abc",
        }),
      ),
    ],
  ],
]);

const usages = [
  { type: "cpu", amount: 1 },
  { type: "gpu", amount: 2 },
];

function state(name: string, call: OperationCall["call"]): OperationCall {
  return { method: "resources.setState", shown: `resources.setState(…, "${name}")`, call };
}

function ofProvider(name: string, call: (uuid: string) => Promise<unknown>): OperationCall {
  return { method: `serviceProviders.${name}`, call: () => call(stage.serviceProviderUuid) };
}

function waiting(): string {
  return stage.fake.state.resourceNamed("Sample resource")?.uuid ?? "";
}

function account() {
  return { offering: stage.offeringUuid, user: stage.userUuid, username: "abc" };
}

/** The order of the allocation that waits, brought to a state; on a 2021 server, any uuid. */
function order(state: "pending-provider" | "executing" | "done"): string {
  const found = stage.fake.state.orders.where("resource_uuid", waiting())[0];
  if (found === undefined) return waiting();
  found.state = state;
  return found.uuid;
}

function storedUsage(): string {
  return stage.fake.state.componentUsages.where("resource_uuid", stage.resourceUuid)[0]?.uuid ?? "";
}
