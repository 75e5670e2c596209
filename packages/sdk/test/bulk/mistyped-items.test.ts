import { expect, test } from "vitest";
import {
  ensureOfferingUserMany,
  reportUsageMany,
  setBackendIdMany,
  setStateMany,
} from "../../src/bulk/index.ts";
import { createPuhuriClient } from "../../src/index.ts";
import { OFFERING, RESOURCE, USER } from "../contract/methods/ids.ts";

let sent = 0;
const puhuri = createPuhuriClient({
  baseUrl: "https://puhuri.test",
  token: "a".repeat(40),
  fetch: async () => {
    sent++;
    return Response.json([]);
  },
});

/** Items as callers without types make them. */
function untyped(item: object): never[] {
  return JSON.parse(JSON.stringify([item]));
}

const usage = { resource: RESOURCE, amounts: { cpu: 1 } };
const mistyped = {
  reportUsageMany: [
    "onDecreese",
    () => reportUsageMany(puhuri, untyped({ ...usage, onDecreese: "send" })).finish(),
  ],
  setStateMany: [
    "onPendng",
    () => {
      const items = untyped({ resource: RESOURCE, state: "Erred", onPendng: "reject" });
      return setStateMany(puhuri, items).finish();
    },
  ],
  setBackendIdMany: [
    "backendId",
    () => {
      const items = untyped({ resource: RESOURCE, backend_id: "a", backendId: "b" });
      return setBackendIdMany(puhuri, items).finish();
    },
  ],
  ensureOfferingUserMany: [
    "usrname",
    () => {
      const items = untyped({ offering: OFFERING, user: USER, usrname: "abc" });
      return ensureOfferingUserMany(puhuri, items).finish();
    },
  ],
} as const;

test.each(Object.entries(mistyped))("%s refuses an item with a mistyped key", async (_, [key, run]) => {
  const { failed, failures } = await run();
  expect(failed).toBe(1);
  expect(failures[0]?.error).toMatchObject({
    code: "invalid-argument",
    argument: key,
    message: expect.stringMatching(
      new RegExp(
        `^item must not have "${key}", only .*tag\\.( Did you mean "\\w+"\\?)? Nothing was sent\\.$`,
      ),
    ),
  });
  expect(sent).toBe(0);
});
