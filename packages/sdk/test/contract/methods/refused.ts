import type { Method } from "../contract.ts";
import { OFFERING, ORDER, PLAN_PERIOD, RESOURCE, SERVICE_PROVIDER, USAGE, USER } from "./ids.ts";

// What callers without types, or with data from elsewhere, may pass: refused in words, and nothing is sent.

const NO_UUIDS: readonly unknown[] = [
  undefined,
  null,
  "",
  " ",
  17,
  {},
  "..",
  "a1916bd53fd04b1ab1a4e700c926607",
  `${RESOURCE}0`,
  `../${RESOURCE}`,
  "g1916bd53fd04b1ab1a4e700c926607b",
];
/** Not even what is taken for true or false elsewhere. */
const NO_FLAGS: readonly unknown[] = ["false", "", 0, 1, null, {}];
const NO_OBJECTS: readonly unknown[] = [null, 17, "state=OK", ["state"]];
const QUERIES: readonly unknown[] = [
  { sate: "OK" },
  { state: "OK", fields: ["stat"] },
  { fields: ["name", "stat"] },
  { fields: "name" },
  { fields: [] },
  { omit: ["nmae"] },
  { fields: ["name"], omit: ["name"] },
  { page: 2 },
  { page_size: 1000 },
  { field: ["name"] },
  { constructor: 1 },
];
const LONG_NAME = "a".repeat(101);

const withUuid = (more: readonly unknown[][] = []) => [...NO_UUIDS.map((uuid) => [uuid]), ...more];
const account = (username: unknown) => [{ offering: OFFERING, user: USER, username }];
const usage = (usages: unknown) => [{ plan_period: PLAN_PERIOD, usages }];
const lists = [...NO_OBJECTS, ...QUERIES].map((query) => [query]);
const listsOf = withUuid([...NO_OBJECTS, ...QUERIES].map((query) => [SERVICE_PROVIDER, query]));
const gets = withUuid([
  ...[...NO_OBJECTS, ...QUERIES.slice(1, 7)].map((query) => [RESOURCE, query]),
  [RESOURCE, { timeoutMs: 1000 }],
]);
const accounts = [
  ...[undefined, ...NO_OBJECTS].map((input) => [input]),
  [{ offering: OFFERING }],
  [{ user: USER }],
  [{ offering: "https://puhuri.test/api/marketplace-offerings/", user: USER }],
  [{ offering: OFFERING, user: "alice" }],
  account(null),
  account(LONG_NAME),
  [{ offering: OFFERING, user: USER, usrname: "abc" }],
];

const runs = [
  ...[undefined, null, 17, "text", {}].map((source) => [source]),
  ...NO_OBJECTS.map((options) => [[], options]),
  ...[0, -1, 1.5, Number.NaN, "4"].map((concurrency) => [[], { concurrency }]),
  [[], { onProgress: true }],
  [[], { timeoutMs: 0 }],
  [[], { signal: "stop" }],
  ...["no", true, 5].map((retry) => [[], { retry }]),
  [[], { concurency: 1 }],
];
const runsOf = [...runs, [[], { offering_uuid: "x" }]];

/** Lists of arguments by method. */
export const refused: Record<Method, readonly (readonly unknown[])[]> = {
  "resources.list": [
    ...lists,
    [{ state: [] }],
    [{ name: "" }],
    [{ offering_uuid: "x" }],
    [{ state: Number.NaN }],
  ],
  "resources.get": gets,
  "resources.setState": withUuid([
    ...[undefined, "OK", "done", null].map((state) => [RESOURCE, state]),
    // Several requests are sent: the last one must not be the first that is refused.
    ...[null, 17, { reason: "No quota" }, new Error("No quota")].flatMap((text) => [
      [RESOURCE, "erred", { onPending: "approve", message: text }],
      [RESOURCE, "erred", { onPending: "approve", message: "No quota", traceback: text }],
    ]),
    [RESOURCE, "ok", { onPendng: "approve" }],
  ]),
  "resources.setStateMany": runsOf,
  "resources.setBackendIdMany": runsOf,
  "resources.waitForState": withUuid([
    [RESOURCE],
    [RESOURCE, []],
    [RESOURCE, "ok"],
    [RESOURCE, ["OK", "Done"]],
  ]),
  "resources.setBackendId": withUuid([
    [RESOURCE],
    [RESOURCE, null],
    [RESOURCE, 17],
    [RESOURCE, "é".repeat(256)],
  ]),
  "resources.submitReport": withUuid([
    ...[undefined, "text", {}, [], [null], [{}], [{ header: "a" }], [{ header: " ", body: "b" }]].map(
      (report) => [RESOURCE, report],
    ),
    [
      RESOURCE,
      [
        { header: "a", body: "b" },
        { header: "a", body: 1 },
      ],
    ],
  ]),
  "resources.team": withUuid(),
  "resources.planPeriods": withUuid(),
  "resources.reportUsage": withUuid([
    [RESOURCE, {}],
    ...[-1, 0.001, Number.NaN, "1,5", "", null, undefined, 1e30, "1e3"].map((cpu) => [RESOURCE, { cpu }]),
    [RESOURCE, { cpu: 1 }, { description: "x".repeat(2001) }],
    ...NO_FLAGS.flatMap((flag) => [
      [RESOURCE, { cpu: 1 }, { dryRun: flag }],
      [RESOURCE, { cpu: 1 }, { force: flag }],
    ]),
    [RESOURCE, { cpu: 1 }, { mesuredAt: new Date(0) }],
  ]),
  "offerings.list": lists,
  "offerings.get": gets,
  "usages.list": [...lists, [{ resource_uuid: "" }]],
  "usages.listUsers": lists,
  "usages.reportMany": [
    ...runsOf,
    ...NO_FLAGS.flatMap((flag) => [
      [[], { dryRun: flag }],
      [[], { force: flag }],
    ]),
  ],
  "usages.set": [
    ...[undefined, ...NO_OBJECTS, {}].map((request) => [request]),
    [{ usages: [{ type: "cpu", amount: 1 }] }],
    [{ plan_period: PLAN_PERIOD, resource: RESOURCE, usages: [{ type: "cpu", amount: 1 }] }],
    [{ plan_period: "x", usages: [{ type: "cpu", amount: 1 }] }],
    ...[undefined, [], {}, [null], [{}], [{ type: "", amount: 1 }], [{ type: "cpu" }]].map(usage),
    usage([{ type: "cpu", amount: 1.234 }]),
    usage([
      { type: "cpu", amount: 1 },
      { type: "gpu", amount: 1 },
      { type: " cpu", amount: 2 },
    ]),
    usage([{ type: "cpu", amount: 1, description: "x".repeat(2001) }]),
    usage([{ type: "cpu", amount: 1, descripton: "x" }]),
    [{ resource: RESOURCE, dat: "2026-11-23T12:00:00Z", usages: [{ type: "cpu", amount: 1 }] }],
    ...["tomorrow", "2026-11-01", 17, null].map((date) => [
      { resource: RESOURCE, date, usages: [{ type: "cpu", amount: 1 }] },
    ]),
  ],
  "usages.setForUser": withUuid([
    ...[undefined, null, {}, { username: "a" }, { username: "", usage: 1 }].map((part) => [USAGE, part]),
    [USAGE, { username: LONG_NAME, usage: 1 }],
    [USAGE, { username: "alice", usage: -1 }],
  ]),
  "offeringUsers.list": lists,
  "offeringUsers.create": accounts,
  "offeringUsers.ensure": accounts,
  "offeringUsers.ensureMany": runs,
  "orders.list": lists,
  "orders.get": gets,
  "orders.approve": withUuid(),
  "orders.reject": withUuid([
    [ORDER, null],
    ...[null, 17, new Error("No quota")].map((comment) => [ORDER, { comment }]),
    [ORDER, { coment: "no" }],
  ]),
  "orders.complete": withUuid(),
  "orders.fail": withUuid([
    [ORDER],
    [ORDER, null],
    [ORDER, {}],
    [ORDER, { message: "a", traceback: null }],
    [ORDER, { message: "a", trace: "b" }],
  ]),
  "orders.waitFor": withUuid([
    [ORDER, []],
    [ORDER, null],
  ]),
  "serviceProviders.list": lists,
  "serviceProviders.users": listsOf,
  "serviceProviders.sshKeys": listsOf,
  "serviceProviders.projects": listsOf,
  "serviceProviders.projectPermissions": listsOf,
  "serviceProviders.setOfferingsUsername": withUuid([
    ...[undefined, null, {}, { user_uuid: USER }, { user_uuid: USER, username: " " }].map((it) => [
      SERVICE_PROVIDER,
      it,
    ]),
    [SERVICE_PROVIDER, { user_uuid: "alice", username: "alice" }],
  ]),
};
