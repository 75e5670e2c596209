import { describe, expect, it } from "vitest";
import type { OrderStanding, Situation, Step, StepMove, Taken } from "../../src/servers/states.ts";
import { takeStep } from "../../src/set-state/steps.ts";
import { type Answer, answering, createServer } from "../nouns/answering.ts";

const RESOURCE = "a1916bd53fd04b1ab1a4e700c926607b";
const ORDER = "3b7d1a5e8c2f4960b1d4e7a9c0f26358";
const WISHES = { message: "No space", traceback: "at disk 3", onPending: undefined };

const DONE: Answer = () => Response.json({ status: "Done." });
const NO_ROUTE: Answer = () =>
  new Response("<html>", { status: 404, headers: { "content-type": "text/html" } });
const refusing =
  (status: number): Answer =>
  () =>
    Response.json({ detail: "No." }, { status });

function orderOf(type: string): OrderStanding {
  return { uuid: ORDER, type, state: "executing", isWithWorker: false, isLinked: false };
}

function situationOf(order: OrderStanding | undefined, backend_id = "abc"): Situation {
  return {
    resource: { uuid: RESOURCE, name: "r", state: "Before", backend_id },
    offeringType: "Marketplace.Slurm",
    setsStates: true,
    mayBeTorn: false,
    orders: order === undefined ? [] : [order],
  };
}

/** Takes steps one after the other on one server. */
function onServer(answer: Answer) {
  const bodies: unknown[] = [];
  const { http, sent } = answering("current", (line, init) => {
    bodies.push(typeof init.body === "string" ? JSON.parse(init.body) : undefined);
    return answer(line, init);
  });
  const server = createServer("current", http);
  const take = (step: Step, type?: string, backendId?: string, wishes = WISHES): Promise<Taken> => {
    const order = type === undefined ? undefined : orderOf(type);
    const move: StepMove = { kind: "step", step, ...(order === undefined ? {} : { order }) };
    return takeStep(server, move, situationOf(order, backendId), wishes, http.begin({ retry: false }));
  };
  return { take, sent, bodies };
}

describe("a step on an order", () => {
  const texts = { error_message: "No space", error_traceback: "at disk 3" };

  it.each<[Step, string, unknown]>([
    ["approve", "approve_by_provider", undefined],
    ["reject", "reject_by_provider", { provider_rejection_comment: "No space" }],
    ["complete", "set_state_done", undefined],
    ["fail", "set_state_erred", texts],
    ["reopen", "set_state_executing", undefined],
  ])("%s is one request: %s", async (step, action, body) => {
    const { take, sent, bodies } = onServer(DONE);
    await take(step, "Create");
    expect(sent).toEqual([`POST /api/marketplace-orders/${ORDER}/${action}/`]);
    expect(bodies).toEqual([body]);
  });

  it("rejects without a comment where there is none to make", async () => {
    const { take, bodies } = onServer(DONE);
    await take("reject", "Create", "", { ...WISHES, message: "" });
    expect(bodies).toEqual([{}]);
  });

  it.each<[step: Step, type: string, order: string, resource: string]>([
    ["complete", "Create", "done", "OK"],
    ["complete", "Update", "done", "OK"],
    ["complete", "Terminate", "done", "Terminated"],
    ["reject", "Create", "rejected", "Terminated"],
    ["fail", "Create", "erred", "Erred"],
    ["fail", "Update", "erred", "Erred"],
  ])("%s of %s makes certain that the order is %s, and the allocation %s", async (...row) => {
    const [step, type, state, resource] = row;
    const taken = await onServer(DONE).take(step, type);
    const before = situationOf(orderOf(type));
    expect(taken).toEqual({
      situation: {
        ...before,
        resource: { ...before.resource, state: resource },
        orders: [{ ...orderOf(type), state }],
      },
    });
  });

  it("reopened is executing, with the allocation as before", async () => {
    const before = situationOf(orderOf("Create"));
    expect(await onServer(DONE).take("reopen", "Create")).toEqual({
      situation: { ...before, orders: [{ ...orderOf("Create") }] },
    });
  });

  it.each<[step: Step, type: string, backendId?: string]>([
    ["approve", "Create"],
    ["complete", "Restore"],
    ["reject", "Update"],
    ["fail", "Terminate"],
    // Some servers end what never got a backend id.
    ["fail", "Create", ""],
  ])("%s of %s leaves it to a look what came of it", async (step, type, backendId) => {
    expect(await onServer(DONE).take(step, type, backendId)).toEqual({});
  });

  it.each<Step>(["approve", "reject", "complete", "fail", "reopen"])(
    "%s is ruled out where the type of offering has none",
    async (step) => {
      const refusal = expect.objectContaining({ status: 405 });
      expect(await onServer(refusing(405)).take(step, "Create")).toEqual({ refusal });
    },
  );

  it.each<[Step, number]>([
    ["approve", 409],
    ["reject", 403],
    ["complete", 403],
    ["fail", 404],
    ["reopen", 409],
  ])("%s that is refused with %i is an error", async (step, status) => {
    await expect(onServer(refusing(status)).take(step, "Create")).rejects.toMatchObject({ status });
  });
});

describe("a step on the resource", () => {
  const RESOURCES = "POST /api/marketplace-provider-resources";

  it.each<[Step, string, unknown]>([
    ["set-as-ok", `${RESOURCES}/${RESOURCE}/set_as_ok/`, undefined],
    ["terminate", `${RESOURCES}/${RESOURCE}/terminate/`, {}],
  ])("%s is one request: %s", async (step, line, body) => {
    const { take, sent, bodies } = onServer(DONE);
    await take(step);
    expect(sent).toEqual([line]);
    expect(bodies).toEqual([body]);
  });

  it("marks it as erred with both texts", async () => {
    const { take, sent, bodies } = onServer(DONE);
    await take("set-as-erred");
    expect(sent).toEqual([`${RESOURCES}/${RESOURCE}/set_as_erred/`]);
    expect(bodies).toEqual([{ error_message: "No space", error_traceback: "at disk 3" }]);
  });

  it.each<[Step, string]>([
    ["set-as-ok", "OK"],
    ["set-as-erred", "Erred"],
  ])("%s makes certain that it is %s", async (step, state) => {
    const before = situationOf(undefined);
    expect(await onServer(DONE).take(step)).toEqual({
      situation: { ...before, resource: { ...before.resource, state } },
    });
  });

  it.each<Step>(["terminate"])("%s leaves it to a look what came of it", async (step) => {
    expect(await onServer(DONE).take(step)).toEqual({});
  });

  it.each<[Step, Answer, number]>([
    ["set-as-ok", NO_ROUTE, 404],
    ["set-as-erred", NO_ROUTE, 404],
    ["set-as-erred", refusing(403), 403],
  ])("%s is ruled out on a server without it, or that does not allow it", async (step, answer, status) => {
    const refusal = expect.objectContaining({ status });
    expect(await onServer(answer).take(step)).toEqual({ refusal });
  });

  it.each<[Step, number]>([
    ["set-as-ok", 403],
    ["set-as-ok", 404],
    ["set-as-erred", 404],
    ["terminate", 404],
    ["terminate", 403],
  ])("%s that is refused with %i is an error", async (step, status) => {
    await expect(onServer(refusing(status)).take(step)).rejects.toMatchObject({ status });
  });
});
