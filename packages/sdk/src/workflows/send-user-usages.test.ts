import { expect, test } from "vitest";
import { type Answer, answering } from "../../test/nouns/answering.ts";
import { createProviderApi } from "../dialects/detect.ts";
import { sendUserUsages } from "./send-user-usages.ts";

const RESOURCE = "a1916bd53fd04b1ab1a4e700c926607b";
const users = new Map([
  ["cpu", [{ username: "alice", amount: 700n }]],
  ["gpu", [{ username: "bob", amount: 100n }]],
]);
/** An open plan period that shows a total of cpu only. */
const periods: Answer = () =>
  Response.json([
    {
      uuid: "p",
      start: null,
      end: null,
      components: [{ uuid: "c".repeat(32), type: "cpu", usage: "10.00" }],
    },
  ]);

function send(afterTotal: boolean, setting: Answer = () => Response.json({})) {
  const { http, sent } = answering("current", (line, init) =>
    (line.startsWith("GET") ? periods : setting)(line, init),
  );
  const { reporting } = createProviderApi("current", http).usages;
  const planned = { resourceUuid: RESOURCE, month: "2026-11-01", users, stored: new Map(), afterTotal };
  return { done: sendUserUsages(reporting, planned, http.begin({ retry: false })), sent };
}

test("parts of a total that the server does not show are refused, and what was stored before is said", async () => {
  const { done, sent } = send(false);
  await expect(done).rejects.toMatchObject({
    code: "usage-report",
    reason: "missing-component",
    component: "gpu",
    maybeApplied: true,
    message: expect.stringMatching(/^The server shows no total of gpu .* Some of it was stored all the same/),
  });
  expect(sent.filter((line) => line.startsWith("POST"))).toHaveLength(1);
});

test("a part that is refused first leaves only what was reported just before", async () => {
  const refuse: Answer = () => Response.json({ detail: "No." }, { status: 403 });
  await expect(send(false, refuse).done).rejects.toMatchObject({
    code: "permission-denied",
    maybeApplied: false,
  });
  await expect(send(true, refuse).done).rejects.toMatchObject({
    code: "permission-denied",
    maybeApplied: true,
    message: expect.stringMatching(/Some of it was stored all the same: totals, or parts of other users\.$/),
  });
});
