import { UnsupportedByServerError } from "@puhuri/sdk";
import { compareMembers, processAllocations, processOfferingUsers } from "@puhuri/sdk/loop";
import * as stage from "./stage.ts";

/** What a task page says the requests of. */
export interface RequestCost {
  /** What has to be there first. */
  prepare?(): unknown;
  call(): Promise<unknown>;
}

/** The rows of the tables of requests in `docs/tasks`, by page. */
export const requestCosts: Readonly<Record<string, Readonly<Record<string, RequestCost>>>> = {
  "list-allocations": {
    "up to 100 rows": { call: () => stage.puhuri.resources.list().toArray() },
    "`first()`": { call: () => stage.puhuri.resources.list().first() },
    "`count()`": { call: () => stage.puhuri.resources.list().count() },
    "`get`": { call: () => stage.puhuri.resources.get(stage.resourceUuid) },
  },
  "approve-or-reject": {
    '`"OK"`, new': { call: () => stage.puhuri.resources.setState(waiting(), "OK") },
    '`"OK"`, approved before': {
      prepare: approve,
      call: () => stage.puhuri.resources.setState(waiting(), "OK"),
    },
    '`"OK"`, nothing to do': { call: () => stage.puhuri.resources.setState(stage.resourceUuid, "OK") },
    '`"Erred"`, new': {
      call: () => stage.puhuri.resources.setState(waiting(), "Erred", { onPending: "approve" }),
    },
    '`"Terminated"`, new': { call: () => stage.puhuri.resources.setState(waiting(), "Terminated") },
    '`"Terminated"`, running': {
      call: () => stage.puhuri.resources.setState(stage.resourceUuid, "Terminated"),
    },
  },
  "link-backend-id": {
    "`setBackendId`": { call: () => stage.puhuri.resources.setBackendId(stage.resourceUuid, "a") },
    "`isBackendIdFree`": { call: () => stage.puhuri.offerings.isBackendIdFree(stage.offeringUuid, "a") },
  },
  "keep-in-step": {
    "`setLimits`": { call: () => stage.puhuri.resources.setLimits(stage.resourceUuid, { cpu: 5 }) },
    "`setEndDate`": { call: () => stage.puhuri.resources.setEndDate(stage.resourceUuid, "2035-06-30") },
  },
  "describe-access": {
    "`submitReport`": {
      call: () => stage.puhuri.resources.submitReport(stage.resourceUuid, [{ header: "a", body: "b" }]),
    },
  },
  "read-the-team": { "`team`": { call: () => stage.puhuri.resources.team(stage.resourceUuid) } },
  "report-usage": {
    "the first report of the month": { call: () => report() },
    "something has changed": { prepare: () => report(), call: () => report({ more: 1 }) },
    "nothing has changed": { prepare: () => report(), call: () => report() },
    "`dryRun` of the first report": { call: () => report({ dryRun: true }) },
  },
  "grant-access": {
    "a new offering user": { call: () => ensure("abc") },
    "nothing to do": { prepare: () => ensure("abc"), call: () => ensure("abc") },
    "to be renamed": { prepare: () => ensure("abc"), call: () => ensure("xyz") },
  },
  "run-the-loop": {
    "nothing waits": { prepare: pass, call: () => pass() },
    "one new allocation, with access details": { prepare: leaveOnlyTheNewOne, call: () => pass() },
  },
  "users-who-leave": {
    "nobody waits": { prepare: serveUsers, call: users },
    "one new user": { prepare: leaveOneUser, call: users },
    "`compareMembers`": { call: () => compareMembers(stage.puhuri, stage.resourceUuid, ["alice"]) },
  },
  "handle-orders": {
    "`approve`": { call: () => stage.puhuri.orders.approve(order()) },
    "`complete`": { prepare: approve, call: () => stage.puhuri.orders.complete(order()) },
    "`reject`": { call: () => stage.puhuri.orders.reject(order()) },
    "`fail`": {
      prepare: approve,
      call: () => stage.puhuri.orders.fail(order(), { message: "No quota." }),
    },
    "`setBackendId`": { call: () => stage.puhuri.orders.setBackendId(order(), "job-1") },
    "`setProviderInfo`": { call: () => stage.puhuri.orders.setProviderInfo(order(), { message: "Why?" }) },
  },
  "users-and-projects": {
    "users, up to 100": {
      call: () => stage.puhuri.serviceProviders.users(stage.serviceProviderUuid).toArray(),
    },
    "SSH keys, up to 100": {
      call: () => stage.puhuri.serviceProviders.sshKeys(stage.serviceProviderUuid).toArray(),
    },
    "projects, up to 100": {
      call: () => stage.puhuri.serviceProviders.projects(stage.serviceProviderUuid).toArray(),
    },
  },
};

/** How many requests a call sends on a new stage; undefined if this generation of server has nothing of the kind. */
export async function requestsOf({ prepare, call }: RequestCost): Promise<number | undefined> {
  try {
    await prepare?.();
    const before = stage.fake.requests.length;
    await call();
    return stage.fake.requests.length - before;
  } catch (error) {
    if (error instanceof UnsupportedByServerError) return undefined;
    throw error;
  }
}

function waiting(): string {
  return stage.fake.state.resourceNamed("Sample resource")?.uuid ?? "";
}

/** The order that waits for review; on a 2021 server, which has none, any uuid. */
function order(): string {
  return stage.orderUuid || waiting();
}

function approve(): Promise<unknown> {
  return stage.puhuri.orders.approve(order());
}

function report({ more = 0, dryRun = false } = {}): Promise<unknown> {
  return stage.puhuri.resources.reportUsage(stage.resourceUuid, { cpu: 12 + more, gpu: 3 }, { dryRun });
}

function ensure(username: string): Promise<unknown> {
  return stage.puhuri.offeringUsers.ensure({ offering: stage.offeringUuid, user: stage.userUuid, username });
}

function pass(): Promise<unknown> {
  const create = () => ({ backend_id: "a", report: [{ header: "Login", body: "ssh login.hpc.example" }] });
  const scope = { offering_uuid: stage.offeringUuid };
  return processAllocations(stage.puhuri, scope, { ...stage.handlers, create }).finish();
}

/** The guide's world has more that waits than the new allocation. */
function leaveOnlyTheNewOne(): void {
  const { resources, orders } = stage.fake.state;
  for (const resource of resources.all()) {
    if (resource.uuid === waiting() || resource.state === "OK") continue;
    if (resource.state !== "Erred") resource.state = "Terminated";
    for (const order of orders.where("resource_uuid", resource.uuid)) order.state = "done";
  }
}

function users(): Promise<unknown> {
  const scope = { offering_uuid: stage.offeringUuid };
  const create = () => ({ username: "abc" });
  return processOfferingUsers(stage.puhuri, scope, { create, remove: () => {} }).finish();
}

/** Everybody has a login, and the server asks for the deletion of who leaves. */
function serveUsers(): Promise<unknown> {
  stage.fake.state.offerings.get(stage.offeringUuid).plugin_options.offering_user_auto_deletion = true;
  return users();
}

async function leaveOneUser(): Promise<void> {
  await serveUsers();
  const [row] = stage.fake.state.offeringUsers.where("offering_uuid", stage.offeringUuid);
  Object.assign(row ?? {}, { username: "", state: "Requested" });
}
