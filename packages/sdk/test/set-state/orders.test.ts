import { describe, expect, test } from "vitest";
import { InvalidTransitionError, UnsupportedByServerError } from "../../src/index.ts";
import { errorOf } from "../http/harness.ts";
import { badGateway, losing, meanwhile } from "../workflows/faults.ts";
import { BASIC, createScene, type SceneOptions } from "../workflows/scenes.ts";
import { CURRENT, createWorld } from "../workflows/world.ts";

const STEPS = [
  { step: "approve", operation: "orders_approve_by_provider", from: "pending-provider", to: "executing" },
  { step: "reject", operation: "orders_reject_by_provider", from: "pending-provider", to: "rejected" },
  { step: "complete", operation: "orders_set_state_done", from: "executing", to: "done" },
  { step: "fail", operation: "orders_set_state_erred", from: "executing", to: "erred" },
] as const;

function createOrder(
  options: Partial<SceneOptions> & Pick<SceneOptions, "generation">,
  state: string,
  type = "Create",
) {
  const scene = createScene({ state: "Creating", ...options, orders: [`${type} ${state}`] });
  const [order] = scene.orders();
  if (order === undefined) throw new Error("The seed lost its order.");
  const { orders } = scene.client();
  const take = (step: (typeof STEPS)[number]["step"]) =>
    step === "fail" ? orders.fail(order.uuid, { message: "No quota left." }) : orders[step](order.uuid);
  return { ...scene, order, take };
}

describe.each(CURRENT)("on %s", (generation) => {
  describe.each(STEPS)("orders.$step", ({ step, operation, from, to }) => {
    // Steps that close an order read it first, and fail, which the server does not check, reads it afterwards, too.
    const confirms = generation === "2024-10" ? 1 : 0;
    const requests = { approve: 2, reject: 2, complete: 2 + confirms, fail: 3 }[step];

    test("takes the step and tells where the order stands", async () => {
      const { order, take, sent } = createOrder({ generation }, from);
      expect(await take(step)).toEqual({
        outcome: "changed",
        order: { uuid: order.uuid, type: "Create", state: to },
      });
      expect(order.state).toBe(to);
      expect(sent()).toHaveLength(requests);
    });

    test("is unchanged when the order is there already", async () => {
      const { take } = createOrder({ generation }, from);
      await take(step);
      expect(await take(step)).toMatchObject({ outcome: "unchanged", order: { state: to } });
    });

    test.each(["before", "after"] as const)(
      "settles an answer lost %s the server has acted",
      async (when) => {
        const { order, take, intercepts } = createOrder({ generation }, from);
        intercepts.push(losing(operation, when));
        expect(await take(step)).toMatchObject({ outcome: "changed", order: { state: to } });
        expect(order.state).toBe(to);
      },
    );

    test.each(["before", "after"] as const)(
      "settles a proxy's error page %s the server has acted",
      async (when) => {
        const { take, intercepts } = createOrder({ generation }, from);
        intercepts.push(badGateway(operation, when));
        expect(await take(step)).toMatchObject({ outcome: "changed", order: { state: to } });
      },
    );

    test("says that it may have been taken when every answer is lost", async () => {
      const { order, take, intercepts } = createOrder({ generation }, from);
      intercepts.push(losing(operation, "before", 99));
      expect(await errorOf(take(step))).toMatchObject({ code: "connection", maybeApplied: true });
      expect(order.state).toBe(from);
    });

    test("was taken, and says so, when the order cannot be read afterwards", async () => {
      const { order, take, intercepts } = createOrder({ generation }, from);
      intercepts.push(async (_exchange, next) => {
        if (order.state === from) return next();
        return new Response("busy", { status: 503 });
      });
      const taken = take(step);
      // What was completed needs no second look: the server checks that it was executing.
      if (step === "complete")
        expect(await taken).toMatchObject({ outcome: "changed", order: { state: to } });
      else expect(await errorOf(taken)).toMatchObject({ code: "server-error", maybeApplied: true });
      expect(order.state).toBe(to);
    });

    test.each(["pending-consumer", "canceled", from === "executing" ? "pending-provider" : "erred"])(
      "is refused from %s, and changes nothing",
      async (state) => {
        const { order, take, standing } = createOrder({ generation }, state);
        const before = standing();
        const error = await errorOf(take(step));
        expect(error).toBeInstanceOf(InvalidTransitionError);
        expect(error).toMatchObject({ from: state, to });
        expect(order.state).toBe(state);
        expect(standing()).toEqual(before);
      },
    );

    test("ends in one place when six take it at once", async () => {
      const { take, order } = createOrder({ generation }, from);
      const results = await Promise.allSettled(Array.from({ length: 6 }, () => take(step)));
      expect(order.state).toBe(to);
      for (const result of results) expect(result).toMatchObject({ value: { order: { state: to } } });
    });
  });

  test("orders.approve is unchanged when somebody has just approved and completed the order", async () => {
    const { order, take, intercepts } = createOrder({ generation }, "pending-provider");
    intercepts.push(meanwhile("orders_approve_by_provider", () => Object.assign(order, { state: "done" })));
    expect(await take("approve")).toMatchObject({ outcome: "unchanged", order: { state: "done" } });
  });

  test("orders.complete is refused when somebody has just failed the order", async () => {
    const { order, take, intercepts } = createOrder({ generation }, "executing");
    intercepts.push(meanwhile("orders_set_state_done", () => Object.assign(order, { state: "erred" })));
    expect(await errorOf(take("complete"))).toMatchObject({ code: "invalid-transition", from: "erred" });
  });

  test.each([
    ["Create", "Creating"],
    ["Update", "Updating"],
  ] as const)(
    "orders.fail is refused when somebody has just completed the %s order, which the server does not check",
    async (type, state) => {
      const { order, take, intercepts } = createOrder({ generation, state }, "executing", type);
      intercepts.push(meanwhile("orders_set_state_erred", () => Object.assign(order, { state: "done" })));
      expect(await errorOf(take("fail"))).toMatchObject({ code: "invalid-transition", from: "done" });
    },
  );

  test("orders.fail says when orders of the offering's type cannot be failed", async () => {
    const { order, take } = createOrder({ generation, type: BASIC }, "executing");
    expect(await errorOf(take("fail"))).toBeInstanceOf(UnsupportedByServerError);
    expect(order.state).toBe("executing");
  });

  test("orders.approve of an order on a Basic offering tells that it is done", async () => {
    const { take } = createOrder({ generation, type: BASIC }, "pending-provider");
    expect(await take("approve")).toMatchObject({ outcome: "changed", order: { state: "done" } });
  });

  test("orders.reject passes its comment on, orders.fail its message", async () => {
    const rejected = createOrder({ generation }, "pending-provider");
    await rejected.client().orders.reject(rejected.order.uuid, { comment: "Not eligible." });
    const [request] = rejected.sent();
    expect(request?.body).toEqual({ provider_rejection_comment: "Not eligible." });
    const failed = createOrder({ generation }, "executing");
    await failed.take("fail");
    expect(failed.order).toMatchObject({ error_message: "No quota left.", error_traceback: "" });
  });

  test.each([
    ["reject", "executing", "orders.fail()"],
    ["complete", "pending-provider", "orders.approve()"],
    ["fail", "pending-provider", "orders.reject()"],
  ] as const)("orders.%s of an order that is %s says what to do instead", async (step, state, instead) => {
    const { take } = createOrder({ generation }, state);
    expect(await errorOf(take(step))).toMatchObject({
      code: "invalid-transition",
      message: expect.stringContaining(instead),
    });
  });

  test("an order is for its provider's owners only", async () => {
    const { client, order } = createOrder({ generation }, "pending-provider");
    const approve = (as: string) => errorOf(client({ as }).orders.approve(order.uuid));
    expect(await approve("spmanager")).toMatchObject({ code: "permission-denied", maybeApplied: false });
    expect(await approve("outsider")).toMatchObject({ code: "not-found" });
    expect(order.state).toBe("pending-provider");
  });
});

test("a 2021 server has no orders to act on", async () => {
  const { client, sent } = createWorld({ generation: "2021" });
  const { orders } = client();
  const uuid = "0".repeat(32);
  const calls = [
    orders.approve(uuid),
    orders.reject(uuid),
    orders.complete(uuid),
    orders.fail(uuid, { message: "No." }),
  ];
  for (const call of calls) expect(await errorOf(call)).toBeInstanceOf(UnsupportedByServerError);
  expect(sent()).toEqual([]);
});
