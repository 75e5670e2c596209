import { expect, test } from "vitest";
import { type PlannedReport, sendReport } from "../../src/usage/send-report.ts";
import { type Answer, answering, createServer } from "../nouns/answering.ts";

const REPORT: PlannedReport = {
  resourceUuid: "a1916bd53fd04b1ab1a4e700c926607b",
  month: "2026-11-01",
  usages: [{ type: "cpu", amount: 1200n }],
  parts: new Map(),
  stored: {
    open: new Map([["cpu", { amount: 1000n, description: "", policy: "none", uuids: [] }]]),
    closed: new Map(),
  },
};

const refused =
  (body: unknown): Answer =>
  () =>
    Response.json(body, { status: 400 });
const lost: Answer = () => {
  throw new TypeError("fetch failed");
};
/** What is stored of cpu: in the list, and in the open plan period. */
const storing =
  (usage: string): Answer =>
  (line) => {
    const row = { uuid: "c".repeat(32), type: "cpu", usage };
    const periods = [{ uuid: "p", start: null, end: null, components: [row] }];
    return Response.json(line.includes("plan_periods") ? periods : [row]);
  };

/** Sends a report of 12 cpu. */
function send(setting: Answer, reading: Answer = storing("10.00")) {
  const { http, sent } = answering("current", (line, init) =>
    (line.startsWith("GET") ? reading : setting)(line, init),
  );
  const call = http.begin({ retry: false, timeoutMs: 60_000 });
  return { done: sendReport(createServer("current", http), REPORT, call, call), sent };
}

test("a resource that takes no usage is told as such, with the server's words", async () => {
  const { done, sent } = send(refused({ resource: ["It is erred.", "It has no plan."] }));
  await expect(done).rejects.toMatchObject({
    code: "usage-report",
    reason: "not-reportable",
    maybeApplied: false,
    message: expect.stringMatching(
      /takes no usage for this allocation: It is erred\. It has no plan\. It must be OK/,
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
      /^Too much cpu\. Too much gpu\. Some components of this report may have been stored/,
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
  const api = createServer("current", http);
  const gone = http.begin({ timeoutMs: 1 });
  await http.wait(http.begin(), 2);
  const left = http.begin({ timeoutMs: 60_000 });
  const inMonth = { ...left, isOver: () => true };
  await expect(sendReport(api, REPORT, left, inMonth)).rejects.toMatchObject({ reason: "month-changed" });
  // Its own time was up: nothing to do with the month.
  await expect(sendReport(api, REPORT, gone, gone)).rejects.toMatchObject({
    code: "timeout",
    which: "total",
  });
});

const crashed: Answer = () => new Response("<h1>Server Error (500)</h1>", { status: 500 });

test.each([
  ["the server crashed, and nothing of it shows", crashed, storing("10.00")],
  ["the server had stored something of it", crashed, storing("11.00")],
  ["what is stored cannot be read", crashed, refused({})],
  ["the server may still be at work", () => new Response(null, { status: 504 }), storing("10.00")],
])("a report that failed may be stored when %s", async (_what, setting, reading) => {
  await expect(send(setting, reading).done).rejects.toMatchObject({
    status: expect.any(Number),
    maybeApplied: true,
  });
});

const PARTS = new Map([
  ["cpu", new Map([["alice", 700n]])],
  ["gpu", new Map([["bob", 100n]])],
]);

function sendParts(usages: PlannedReport["usages"], setting: Answer = () => Response.json({})) {
  const { http, sent } = answering("current", (line, init) => {
    if (line.startsWith("GET")) return storing("10.00")(line, init);
    return line.includes("/set_usage/") ? Response.json({}) : setting(line, init);
  });
  const call = http.begin({ retry: false });
  const report = { ...REPORT, usages, parts: PARTS };
  return { done: sendReport(createServer("current", http), report, call, call), sent };
}

test("parts of a total that the server does not show are refused, and what was stored before is said", async () => {
  const { done, sent } = sendParts([]);
  await expect(done).rejects.toMatchObject({
    code: "usage-report",
    reason: "missing-component",
    component: "gpu",
    maybeApplied: true,
    message: expect.stringMatching(/^The server shows no total of gpu .* Some of the report was stored/),
  });
  expect(sent.filter((line) => line.startsWith("POST"))).toHaveLength(1);
});

test("a part that is refused first leaves only what was reported just before", async () => {
  await expect(sendParts([], refused({ usage: ["No."] })).done).rejects.toMatchObject({
    code: "bad-request",
  });
  const refuse: Answer = () => Response.json({ detail: "No." }, { status: 403 });
  await expect(sendParts([], refuse).done).rejects.toMatchObject({
    code: "permission-denied",
    maybeApplied: false,
  });
  await expect(sendParts(REPORT.usages, refuse).done).rejects.toMatchObject({
    code: "permission-denied",
    maybeApplied: true,
    message: expect.stringMatching(/Some of the report was stored: totals, or parts of other users\.$/),
  });
});
