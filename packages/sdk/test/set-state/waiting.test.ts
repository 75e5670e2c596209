import { describe, expect, test } from "vitest";
import {
  InvalidArgumentError,
  InvalidTransitionError,
  RequestTimeoutError,
  UnsupportedByServerError,
} from "../../src/index.ts";
import { errorOf } from "../http/harness.ts";
import { BASIC, createScene } from "../workflows/scenes.ts";
import { CURRENT, createWorld, GENERATIONS } from "../workflows/world.ts";

describe.each(GENERATIONS)("resources.waitForState on %s", (generation) => {
  function createAllocation() {
    const world = createWorld({ generation, seed: (seed) => seed.allocation({ name: "it" }) });
    const resource = world.fake.state.resourceNamed("it");
    if (resource === undefined) throw new Error("The seed lost its allocation.");
    return { ...world, resource, ...world.client() };
  }

  /** Brings the allocation there after it was looked at so many times. */
  function changeAfter({ intercepts, resource }: ReturnType<typeof createAllocation>, looks: number) {
    let seen = 0;
    intercepts.push(async (_exchange, next) => {
      if (seen++ === looks) resource.state = "OK";
      return next();
    });
  }

  test("resolves with where it stands as soon as it is there, and asks ever less often", async () => {
    const scene = createAllocation();
    changeAfter(scene, 4);
    const { uuid } = scene.resource;
    expect(await scene.resources.waitForState(uuid, "OK")).toEqual({
      uuid,
      name: "it",
      state: "OK",
      backend_id: "",
    });
    expect(scene.sent()).toHaveLength(5);
    expect(scene.clock.sleeps).toEqual([500, 800, 1280, 2048]);
  });

  test("asks once, and for four columns, when it is there already", async () => {
    const { resources, resource, sent, clock } = createAllocation();
    await resources.waitForState(resource.uuid, ["Creating", "OK"]);
    expect(sent().map(({ query }) => query.field)).toEqual([["uuid", "name", "state", "backend_id"]]);
    expect(clock.sleeps).toEqual([]);
  });

  test("gives up when its time is over, and says where it stands", async () => {
    const { resources, resource, clock } = createAllocation();
    const before = clock.time;
    const error = await errorOf(
      resources.waitForState(resource.uuid, ["OK", "Erred"], { timeoutMs: 30_000 }),
    );
    expect(error).toBeInstanceOf(RequestTimeoutError);
    expect(error).toMatchObject({
      which: "total",
      timeoutMs: 30_000,
      maybeApplied: false,
      operation: generation === "2021" ? "resources_get" : "provider_resources_get",
      message: expect.stringContaining("The allocation is Creating, not OK or Erred."),
    });
    expect(clock.time - before).toBeLessThan(30_000);
  });

  test("does not wait for what a Terminated allocation will not become by itself", async () => {
    const { resources, resource, sent, clock } = createAllocation();
    resource.state = "Terminated";
    const error = await errorOf(resources.waitForState(resource.uuid, ["OK", "Updating"]));
    expect(error).toBeInstanceOf(InvalidTransitionError);
    expect(error).toMatchObject({ from: "Terminated", to: "OK or Updating", maybeApplied: false });
    expect(sent()).toHaveLength(1);
    expect(clock.sleeps).toEqual([]);
  });

  test("stops as soon as the allocation is Terminated", async () => {
    const scene = createAllocation();
    scene.intercepts.push(async (_exchange, next) => {
      if (scene.clock.sleeps.length === 2) scene.resource.state = "Terminated";
      return next();
    });
    const waiting = scene.resources.waitForState(scene.resource.uuid, "OK");
    expect(await errorOf(waiting)).toMatchObject({ code: "invalid-transition", from: "Terminated" });
    expect(scene.sent()).toHaveLength(3);
  });

  test("waits for what a Terminated allocation can become by its provider's step", async () => {
    const scene = createAllocation();
    scene.resource.state = "Terminated";
    scene.intercepts.push(async (_exchange, next) => {
      if (scene.clock.sleeps.length === 2) scene.resource.state = "Erred";
      return next();
    });
    expect(await scene.resources.waitForState(scene.resource.uuid, ["Erred", "OK"])).toMatchObject({
      state: "Erred",
    });
  });

  test("stops when it is aborted", async () => {
    const { resources, resource, intercepts } = createAllocation();
    const abort = new AbortController();
    intercepts.push(async (_exchange, next) => {
      abort.abort("Enough.");
      return next();
    });
    const { signal } = abort;
    expect(await errorOf(resources.waitForState(resource.uuid, "OK", { signal }))).toBe("Enough.");
  });

  test("refuses states there are not, and no state at all, before it sends anything", async () => {
    const { resources, resource, sent } = createAllocation();
    const wrong = JSON.parse('["ok"]');
    for (const states of [wrong, []]) {
      expect(await errorOf(resources.waitForState(resource.uuid, states))).toBeInstanceOf(
        InvalidArgumentError,
      );
    }
    expect(sent()).toEqual([]);
  });

  test("rejects for what cannot be seen", async () => {
    const { client, resource } = createAllocation();
    const { resources } = client({ as: "outsider" });
    expect(await errorOf(resources.waitForState(resource.uuid, "OK"))).toMatchObject({ code: "not-found" });
  });
});

describe.each(CURRENT)("orders.waitFor on %s", (generation) => {
  const creation = {
    generation,
    type: BASIC,
    state: "Creating",
    orders: ["Create pending-provider"],
  } as const;

  test("resolves with the order once a late worker has closed it", async () => {
    const scene = createScene({ ...creation, background: { afterReads: 4 } });
    const [order] = scene.orders();
    const { orders } = scene.client();
    const uuid = order?.uuid ?? "";
    expect(await orders.approve(uuid)).toEqual({
      outcome: "changed",
      order: { uuid, type: "Create", state: "executing" },
    });
    expect(await orders.waitFor(uuid)).toEqual({ uuid, type: "Create", state: "done" });
    expect(scene.clock.sleeps).not.toEqual([]);
  });

  test("waits for any of the given states", async () => {
    const scene = createScene(creation);
    const uuid = scene.orders()[0]?.uuid ?? "";
    expect(await scene.client().orders.waitFor(uuid, "pending-provider")).toMatchObject({
      state: "pending-provider",
    });
    expect(scene.sent()).toHaveLength(1);
  });

  test.each(["done", "rejected", "canceled", "erred"])(
    "does not wait for what an order that is %s will not become by itself",
    async (state) => {
      const scene = createScene({ ...creation, orders: [`Create ${state}`] });
      const uuid = scene.orders()[0]?.uuid ?? "";
      const { orders } = scene.client();
      const wanted = state === "done" ? "rejected" : "done";
      const error = await errorOf(orders.waitFor(uuid, wanted));
      expect(error).toBeInstanceOf(InvalidTransitionError);
      expect(error).toMatchObject({ from: state, to: wanted, maybeApplied: false });
      expect(scene.sent()).toHaveLength(1);
      expect(scene.clock.sleeps).toEqual([]);
      expect(await orders.waitFor(uuid)).toMatchObject({ state });
    },
  );

  test("waits for an erred order that may be executing again", async () => {
    const scene = createScene({ ...creation, orders: ["Create erred"] });
    const [order] = scene.orders();
    scene.intercepts.push(async (_exchange, next) => {
      if (order !== undefined && scene.clock.sleeps.length === 2) order.state = "executing";
      return next();
    });
    expect(await scene.client().orders.waitFor(order?.uuid ?? "", ["executing", "done"])).toMatchObject({
      state: "executing",
    });
  });

  test("gives up when its time is over, and says how the order stands", async () => {
    const scene = createScene(creation);
    const uuid = scene.orders()[0]?.uuid ?? "";
    const error = await errorOf(scene.client().orders.waitFor(uuid, "done", { timeoutMs: 5000 }));
    expect(error).toMatchObject({
      code: "timeout",
      which: "total",
      message: expect.stringContaining("The Create order is pending-provider, not done."),
    });
  });
});

test("orders.waitFor says that a 2021 server has no orders", async () => {
  const { orders } = createWorld({ generation: "2021" }).client();
  expect(await errorOf(orders.waitFor("0".repeat(32)))).toBeInstanceOf(UnsupportedByServerError);
});
