import type { Method } from "../contract.ts";
import { OFFERING, ORDER, PLAN_PERIOD, RESOURCE, SERVICE_PROVIDER, USAGE, USER } from "./ids.ts";

// What callers without types, or with data from elsewhere, may pass: refused in words, and nothing is sent.

/** Not even what is taken for true or false elsewhere. */
const NO_FLAGS: readonly unknown[] = ["false", "", 0, 1, null, {}];
const NO_OBJECTS: readonly unknown[] = [null, 17, "state=OK", ["state"]];
const LONG_NAME = "a".repeat(101);

const account = (username: unknown) => [{ offering: OFFERING, user: USER, username }];
const usage = (usages: unknown) => [{ plan_period: PLAN_PERIOD, usages }];
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

/** What one method refuses besides what all of its form do: lists of arguments. */
export const refused: { readonly [M in Method]?: readonly (readonly unknown[])[] } = {
  server: [[5], [{ timeoutMs: 0 }], [{ retry: { retries: 2 } }]],
  "resources.list": [
    [{ state: [] }],
    [{ name: "" }],
    [{ name: "\ud800" }],
    [{ offering_uuid: "x" }],
    [{ state: Number.NaN }],
  ],
  "resources.setState": [
    ...[undefined, "ok", "done", null].map((state) => [RESOURCE, state]),
    // Several requests are sent: the last one must not be the first that is refused.
    ...[null, 17, { reason: "No quota" }, new Error("No quota")].flatMap((text) => [
      [RESOURCE, "Erred", { onPending: "approve", message: text }],
      [RESOURCE, "Erred", { onPending: "approve", message: "No quota", traceback: text }],
    ]),
    [RESOURCE, "OK", { onPendng: "approve" }],
  ],
  "resources.waitForState": [[RESOURCE], [RESOURCE, []], [RESOURCE, "ok"], [RESOURCE, ["OK", "Done"]]],
  "resources.setBackendId": [[RESOURCE], [RESOURCE, null], [RESOURCE, 17], [RESOURCE, "é".repeat(256)]],
  "resources.submitReport": [
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
  ],
  "resources.setLimits": [
    ...[undefined, ...NO_OBJECTS].map((limits) => [RESOURCE, limits]),
    ...[-1, Number.NaN, Number.POSITIVE_INFINITY, "5", null, undefined].map((cpu) => [
      RESOURCE,
      { gpu: 1, cpu },
    ]),
  ],
  "resources.setBackendMetadata": [undefined, ...NO_OBJECTS].map((metadata) => [RESOURCE, metadata]),
  "resources.setEndpoints": [
    ...[undefined, null, "ssh://login", {}, [null], [{}], [{ name: "Login" }], [{ name: "", url: "x" }]].map(
      (endpoints) => [RESOURCE, endpoints],
    ),
    [RESOURCE, [{ name: "Login", url: 17 }]],
  ],
  "resources.setEndDate": [
    undefined,
    "",
    "tomorrow",
    "2027-02-29",
    "2027-06-31",
    "2027-6-1",
    17,
    new Date(0),
  ].map((day) => [RESOURCE, day]),
  "resources.reportUsage": [
    [RESOURCE, {}],
    ...[-1, 0.001, Number.NaN, "1,5", "", null, undefined, 1e30, "1e3"].map((cpu) => [RESOURCE, { cpu }]),
    [RESOURCE, { cpu: 1 }, { description: "x".repeat(2001) }],
    ...NO_FLAGS.flatMap((flag) => [
      [RESOURCE, { cpu: 1 }, { dryRun: flag }],
      [RESOURCE, { cpu: 1 }, { force: flag }],
    ]),
    [RESOURCE, { cpu: 1 }, { mesuredAt: new Date(0) }],
  ],
  "usages.list": [[{ resource_uuid: "" }]],
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
  "usages.setForUser": [
    ...[undefined, null, {}, { username: "a" }, { username: "", usage: 1 }].map((part) => [USAGE, part]),
    [USAGE, { username: LONG_NAME, usage: 1 }],
    [USAGE, { username: "alice", usage: -1 }],
  ],
  "usages.setDaily": [
    ...[undefined, ...NO_OBJECTS, {}, { cpu: {} }, { cpu: 5 }].map((amounts) => [RESOURCE, amounts]),
    ...["2026-11-31", "today", "2026-11"].map((day) => [RESOURCE, { cpu: { [day]: 1 } }]),
    ...[-1, "many", undefined, 0.001].map((amount) => [RESOURCE, { cpu: { "2026-11-01": amount } }]),
  ],
  "usages.setUserLimit": [
    ...[undefined, ...NO_OBJECTS, {}].map((limit) => [limit]),
    ...[-1, "many", undefined, 1.234].map((limit) => [
      { resourceUuid: RESOURCE, componentUuid: OFFERING, offeringUserUuid: USER, limit },
    ]),
    [{ resourceUuid: RESOURCE, componentUuid: "cpu", offeringUserUuid: USER, limit: 1 }],
  ],
  "offerings.isBackendIdFree": [
    ...[undefined, null, "", " ", 17, "é".repeat(256)].map((id) => [OFFERING, id]),
    ...NO_FLAGS.map((allOfferings) => [OFFERING, "hpc-17", { allOfferings }]),
    [OFFERING, "hpc-17", { everywhere: true }],
  ],
  "offeringUsers.create": accounts,
  "offeringUsers.ensure": accounts,
  "offeringUsers.setState": [
    ...[undefined, null, "ok", "Requested"].map((state) => [OFFERING, state]),
    [OFFERING, "OK", null],
    ...[{ comment: null }, { comment: 17 }, { commentUrl: false }, { coment: "Link it." }].map((options) => [
      OFFERING,
      "OK",
      options,
    ]),
  ],
  "offeringUsers.update": [
    ...[undefined, null, {}, { username: undefined }, { username: null }, { username: "x".repeat(101) }],
    { is_restricted: "false" },
    { runtime_state: "active" },
    { user_name: "abc" },
  ].map((changes) => [OFFERING, changes]),
  "orders.reject": [
    [ORDER, null],
    ...[null, 17, new Error("No quota")].map((comment) => [ORDER, { comment }]),
    [ORDER, { coment: "no" }],
  ],
  "orders.fail": [
    [ORDER],
    [ORDER, null],
    [ORDER, {}],
    [ORDER, { message: "a", traceback: null }],
    [ORDER, { message: "a", trace: "b" }],
  ],
  "orders.setBackendId": [[ORDER], [ORDER, null], [ORDER, 17], [ORDER, "é".repeat(256)]],
  "orders.setProviderInfo": [
    ...[undefined, ...NO_OBJECTS, {}, { message: undefined }].map((message) => [ORDER, message]),
    [ORDER, { message: null }],
    [ORDER, { message: "a", url: 17 }],
    [ORDER, { text: "a" }],
  ],
  "orders.waitFor": [
    [ORDER, []],
    [ORDER, null],
  ],
  "serviceProviders.setOfferingsUsername": [
    ...[undefined, null, {}, { user_uuid: USER }, { user_uuid: USER, username: " " }].map((it) => [
      SERVICE_PROVIDER,
      it,
    ]),
    [SERVICE_PROVIDER, { user_uuid: "alice", username: "alice" }],
  ],
  "bulk.reportUsageMany": [
    ...runsOf,
    ...NO_FLAGS.flatMap((flag) => [
      [[], { dryRun: flag }],
      [[], { force: flag }],
    ]),
  ],
  "bulk.setStateMany": runsOf,
  "bulk.setBackendIdMany": runsOf,
  "bulk.ensureOfferingUserMany": runs,
};
