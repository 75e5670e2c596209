import { describe, expect, test } from "vitest";
import { UnsupportedByServerError } from "../../src/index.ts";
import { moveOrder } from "../../src/set-state/move-order.ts";
import { type Answer, answering, createServer } from "../nouns/answering.ts";

const ORDER = "3b7d1a5e8c2f4960b1d4e7a9c0f26358";
const APPROVE = `POST /api/marketplace-orders/${ORDER}/approve_by_provider/`;
const READ = `GET /api/marketplace-orders/${ORDER}/?field=uuid&field=type&field=state`;

const refused =
  (status: number): Answer =>
  () =>
    Response.json({ detail: "No." }, { status });
const lost: Answer = () => {
  throw new TypeError("fetch failed");
};
const DONE: Answer = () => Response.json({});
const inState =
  (state: string): Answer =>
  () =>
    Response.json({ uuid: ORDER, type: "Create", state });

const PENDING = inState("pending-provider");

/** Approves an order on a server that answers the approval and the reading so. */
function approve(approving: Answer, reading: Answer, step: "approve" | "fail" = "approve") {
  const { http, context, sent } = answering("current", (line, init) =>
    (line.startsWith("GET") ? reading : approving)(line, init),
  );
  const api = createServer("current", http);
  return { moved: moveOrder(api, ORDER, step, {}, context, http.begin({ retry: false })), sent };
}

test("an order that cannot be moved says where it stands, and that nothing was done", async () => {
  const { moved, sent } = approve(refused(409), inState("canceled"));
  await expect(moved).rejects.toMatchObject({
    code: "invalid-transition",
    from: "canceled",
    to: "executing",
    maybeApplied: false,
    message: "This Create order is canceled, so it cannot be approved.",
    cause: { code: "conflict" },
  });
  expect(sent).toEqual([APPROVE, READ]);
});

test("an order found elsewhere after a lost answer may have been moved there by this call", async () => {
  const { moved } = approve(lost, inState("canceled"));
  await expect(moved).rejects.toMatchObject({
    code: "invalid-transition",
    maybeApplied: true,
    message: expect.stringMatching(/it cannot be approved\. This call has already taken steps, or may have/),
  });
});

test("an order found where it should be was moved by this call after a lost answer, else by another", async () => {
  const order = { uuid: ORDER, type: "Create", state: "done" };
  expect(await approve(lost, inState("done")).moved).toEqual({ outcome: "changed", order });
  expect(await approve(refused(409), inState("done")).moved).toEqual({ outcome: "unchanged", order });
});

test("a step whose answer is lost is sent four times in all, with a look after each and before the next", async () => {
  const { moved, sent } = approve(lost, inState("pending-provider"));
  await expect(moved).rejects.toMatchObject({ code: "connection", maybeApplied: true });
  const looked = [APPROVE, READ, READ];
  expect(sent).toEqual([...looked, ...looked, ...looked, APPROVE, READ]);
});

test.each([500, 409])("a step that is answered with %i, and did nothing, is sent once", async (status) => {
  const { moved, sent } = approve(refused(status), inState("pending-provider"));
  await expect(moved).rejects.toMatchObject({ status });
  expect(sent).toEqual([APPROVE, READ]);
});

test("a step that was taken says so when the order cannot be read afterwards", async () => {
  const { moved } = approve(inState("executing"), refused(403));
  const message = expect.stringMatching(/ This call has already taken steps/);
  await expect(moved).rejects.toMatchObject({ code: "permission-denied", maybeApplied: true, message });
});

test("what stays out of reading after a failure is the failure", async () => {
  const { moved } = approve(lost, refused(403));
  await expect(moved).rejects.toMatchObject({ code: "connection" });
});

/** The first answer is the first one given, and so on; the last one goes on. */
function each(...answers: [Answer, ...Answer[]]): Answer {
  let [now, ...later] = answers;
  return (line, init) => {
    const answer = now;
    [now = answer, ...later] = later;
    return answer(line, init);
  };
}

describe.each([400, 401, 403, 404, 409, 429])(
  "a step that was lost, and is then refused with %i",
  (status) => {
    const refusal = refused(status);

    test("was taken, if the order shows it", async () => {
      const { moved } = approve(each(lost, refusal), each(PENDING, PENDING, inState("executing")));
      const order = { uuid: ORDER, type: "Create", state: "executing" };
      expect(await moved).toEqual({ outcome: "changed", order });
    });

    test("may have been taken, if the order does not show it", async () => {
      const { moved, sent } = approve(each(lost, refusal), inState("pending-provider"));
      await expect(moved).rejects.toMatchObject({ status, maybeApplied: true });
      expect(sent).toEqual([APPROVE, READ, READ, APPROVE, READ]);
    });

    test("may have been taken, if the order cannot be read", async () => {
      const { moved } = approve(each(lost, refusal), each(PENDING, PENDING, refused(403)));
      await expect(moved).rejects.toMatchObject({
        status,
        maybeApplied: true,
        message: expect.stringMatching(/ An earlier request of this call may still have been carried out\./),
      });
    });
  },
);

test("a step that never left the machine is not in doubt, whatever comes after", async () => {
  const unsent: Answer = () => {
    throw new TypeError("fetch failed", { cause: new Error("connect ECONNREFUSED 127.0.0.1:1") });
  };
  const { moved } = approve(each(unsent, refused(403)), inState("pending-provider"));
  await expect(moved).rejects.toMatchObject({ status: 403, maybeApplied: false });
  const order = { uuid: ORDER, type: "Create", state: "executing" };
  expect(await approve(unsent, inState("executing")).moved).toEqual({ outcome: "unchanged", order });
});

test("a step that offerings of this type do not have says what to do instead", async () => {
  const { moved, sent } = approve(refused(405), inState("executing"));
  await expect(moved).rejects.toBeInstanceOf(UnsupportedByServerError);
  await expect(moved).rejects.toMatchObject({
    operation: "orders_approve_by_provider",
    instead: "wait until the order is closed (orders.waitFor), and then act on the allocation.",
    message: expect.stringMatching(/carries out orders by itself: a provider's order cannot be approved\./),
    cause: { status: 405 },
  });
  expect(sent).toEqual([APPROVE]);
});

test("a step the server does not check is in doubt when the order does not show it", async () => {
  const { moved } = approve(DONE, each(inState("executing"), inState("canceled")), "fail");
  await expect(moved).rejects.toMatchObject({ from: "canceled", maybeApplied: true });
  const order = { uuid: ORDER, type: "Create", state: "canceled" };
  expect(await approve(DONE, inState("canceled")).moved).toEqual({ outcome: "changed", order });
});
