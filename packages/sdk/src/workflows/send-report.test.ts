import { expect, test } from "vitest";
import { type Answer, answering } from "../../test/nouns/answering.ts";
import { createProviderApi } from "../dialects/detect.ts";
import { areStored, sendReport } from "./send-report.ts";

const RESOURCE = "a1916bd53fd04b1ab1a4e700c926607b";
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

test("texts are compared as servers keep them", () => {
  const stored = new Map([["cpu", { amount: 1200n, description: " until noon" }]]);
  expect(areStored([{ type: "cpu", amount: 1200n, description: "until noon " }], { stored })).toBe(true);
  expect(areStored([{ type: "cpu", amount: 1200n, description: "until night" }], { stored })).toBe(false);
  expect(areStored([{ type: "cpu", amount: 1200n }], { stored })).toBe(true);
  expect(areStored([{ type: "gpu", amount: 1200n }], { stored })).toBe(false);
});
