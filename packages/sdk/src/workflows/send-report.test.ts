import { expect, test } from "vitest";
import { type Answer, answering } from "../../test/nouns/answering.ts";
import { createProviderApi } from "../dialects/detect.ts";
import { areStored, sendReport } from "./send-report.ts";

const RESOURCE = "a1916bd53fd04b1ab1a4e700c926607b";
const STORED = new Map([["cpu", { amount: 1000n, description: "" }]]);
const USAGES = [{ type: "cpu", amount: 1200n }];

const refused =
  (body: unknown): Answer =>
  () =>
    Response.json(body, { status: 400 });
const lost: Answer = () => {
  throw new TypeError("fetch failed");
};
/** The open plan period, with what is stored of cpu. */
const storing =
  (usage: string): Answer =>
  () =>
    Response.json([{ uuid: "p", start: null, end: null, components: [{ uuid: "c", type: "cpu", usage }] }]);

/** Sends a report of 12 cpu, with less time for sending than for reading. */
function send(
  setting: Answer,
  reading: Answer = storing("10.00"),
  times = { call: 60_000, inMonth: 60_000 },
) {
  const { http, sent } = answering("current", (line, init) =>
    (line.startsWith("GET") ? reading : setting)(line, init),
  );
  const report = {
    resourceUuid: RESOURCE,
    month: "2026-11-01",
    address: { resourceUuid: RESOURCE },
    usages: USAGES,
    stored: STORED,
  };
  const call = http.begin({ retry: false, timeoutMs: times.call });
  const inMonth = http.begin({ retry: false, timeoutMs: times.inMonth });
  return { done: sendReport(createProviderApi("current", http), report, call, inMonth), sent };
}

test("a resource that takes no usage is told as such, with the server's words", async () => {
  const { done, sent } = send(refused({ resource: ["It is erred.", "It has no plan."] }));
  await expect(done).rejects.toMatchObject({
    code: "usage-report",
    reason: "not-reportable",
    maybeApplied: false,
    message: expect.stringMatching(
      /takes no usage for this resource: It is erred\. It has no plan\. It must be OK/,
    ),
    cause: { code: "bad-request" },
  });
  expect(sent).toHaveLength(1);
});

test("limits that are exceeded may have let other components through", async () => {
  await expect(send(refused(["Too much cpu.", "Too much gpu."])).done).rejects.toMatchObject({
    reason: "over-limit",
    maybeApplied: true,
    message: expect.stringMatching(
      /^Too much cpu\. Too much gpu\. Components of this report may have been stored/,
    ),
    cause: { code: "bad-request" },
  });
});

test("another refusal is the server's own", async () => {
  const { done } = send(refused({ usages: [{ amount: ["A valid number is required."] }] }));
  await expect(done).rejects.toMatchObject({ code: "bad-request" });
});

test("a lost report is taken for sent when it is stored, and only then", async () => {
  await expect(send(lost, storing("12.00")).done).resolves.toBeUndefined();
  await expect(send(lost, storing("10.00")).done).rejects.toMatchObject({
    code: "connection",
    maybeApplied: true,
  });
  await expect(send(lost, refused({})).done).rejects.toMatchObject({
    code: "connection",
    maybeApplied: true,
  });
});

test("a report that is refused is not looked for, although the amounts are stored", async () => {
  const { done, sent } = send(refused({ usages: ["No."] }), storing("12.00"));
  await expect(done).rejects.toMatchObject({ code: "bad-request" });
  expect(sent).toHaveLength(1);
});

const busy: Answer = () => new Response(null, { status: 503, headers: { "retry-after": "50" } });

test("a report that was held back until the month was over is of the month before", async () => {
  const { http } = answering("current", busy);
  const report = {
    resourceUuid: RESOURCE,
    month: "2026-11-01",
    address: { resourceUuid: RESOURCE },
    usages: USAGES,
    stored: STORED,
  };
  const api = createProviderApi("current", http);
  const gone = http.begin({ timeoutMs: 1 });
  await http.wait(http.begin(), 2);
  const left = http.begin({ timeoutMs: 60_000 });
  await expect(sendReport(api, report, left, gone)).rejects.toMatchObject({ reason: "month-changed" });
  // Its own time was up: nothing to do with the month.
  await expect(sendReport(api, report, gone, gone)).rejects.toMatchObject({
    code: "timeout",
    which: "total",
  });
});

const crashed: Answer = () => new Response("<h1>Server Error (500)</h1>", { status: 500 });

test("of a report on which the server crashed nothing is stored, where reading shows it", async () => {
  const { done } = send(crashed, storing("10.00"));
  await expect(done).rejects.toMatchObject({
    code: "server-error",
    status: 500,
    maybeApplied: false,
    message: expect.stringMatching(/answered 500\. Nothing of it was stored, as reading showed\.$/),
    cause: { code: "server-error", maybeApplied: true },
  });
});

test.each([
  ["the server had stored something of it", crashed, storing("11.00")],
  ["what is stored cannot be read", crashed, refused({})],
  ["the server may still be at work", () => new Response(null, { status: 504 }), storing("10.00")],
])("a report that failed may be stored when %s", async (_what, setting, reading) => {
  await expect(send(setting, reading).done).rejects.toMatchObject({
    status: expect.any(Number),
    maybeApplied: true,
  });
});

test("a report on which the server crashed may be stored when an earlier answer to it was lost", async () => {
  let sent = 0;
  const { http } = answering("current", (line) => {
    if (line.startsWith("GET")) return storing("10.00")(line, {});
    return sent++ === 0 ? new Response(null, { status: 502 }) : new Response(null, { status: 500 });
  });
  const report = { resourceUuid: RESOURCE, month: "2026-11-01", address: { resourceUuid: RESOURCE } };
  const call = http.begin();
  const done = sendReport(
    createProviderApi("current", http),
    { ...report, usages: USAGES, stored: STORED },
    call,
    call,
  );
  await expect(done).rejects.toMatchObject({ status: 500, attempts: 2, maybeApplied: true });
});

test("texts are compared as servers keep them", () => {
  const stored = new Map([["cpu", { amount: 1200n, description: " until noon" }]]);
  expect(areStored([{ type: "cpu", amount: 1200n, description: "until noon " }], { stored })).toBe(true);
  expect(areStored([{ type: "cpu", amount: 1200n, description: "until night" }], { stored })).toBe(false);
  expect(areStored([{ type: "cpu", amount: 1200n }], { stored })).toBe(true);
  expect(areStored([{ type: "gpu", amount: 1200n }], { stored })).toBe(false);
});
