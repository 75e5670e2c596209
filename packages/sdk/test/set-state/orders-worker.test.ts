import { describe, expect, test } from "vitest";
import { RequestTimeoutError } from "../../src/index.ts";
import { errorOf } from "../http/harness.ts";
import { BASIC, createScene, type SceneOptions, SLURM, SUPPORT } from "../workflows/scenes.ts";
import { WITH_WORKER } from "../workflows/world.ts";

const DAY = 86_400_000;

/** An allocation whose newest order waits for review, on a server whose worker comes late. */
function createApproval(options: Partial<SceneOptions> & Pick<SceneOptions, "generation">) {
  const scene = createScene({
    state: "OK",
    orders: ["Create done", "Terminate pending-provider"],
    background: { afterReads: 5 },
    ...options,
  });
  const uuid = scene.orders().at(-1)?.uuid ?? "";
  const writes = () =>
    scene.fake.requests
      .filter(({ method }) => method === "POST")
      .map(({ path }) => path.split("/").at(-2) ?? "");
  return { ...scene, uuid, writes };
}

describe.each(WITH_WORKER)("closing an order right after its approval on %s", (generation) => {
  test.each([SLURM, SUPPORT])(
    "completes a termination on %s only once the worker has begun it",
    async (type) => {
      const scene = createApproval({ generation, type });
      const { orders } = scene.client();
      await orders.approve(scene.uuid);
      expect(await orders.complete(scene.uuid)).toEqual({
        outcome: "changed",
        order: { uuid: scene.uuid, type: "Terminate", state: "done" },
      });
      expect(scene.clock.sleeps).not.toEqual([]);
      scene.fake.process();
      expect(scene.standing()).toEqual(["Terminated", "Create done", "Terminate done"]);
    },
  );

  test("completes an update only once the worker has begun it", async () => {
    const scene = createApproval({ generation, orders: ["Create done", "Update pending-provider"] });
    const { orders } = scene.client();
    await orders.approve(scene.uuid);
    await orders.complete(scene.uuid);
    scene.fake.process();
    expect(scene.standing()).toEqual(["OK", "Create done", "Update done"]);
    expect(scene.resource.limits).toEqual({ cpu: 2 });
  });

  test("waits with a creation until the worker has linked it, where servers do so", async () => {
    const scene = createApproval({ generation, state: "Creating", orders: ["Create pending-provider"] });
    const { orders } = scene.client();
    await orders.approve(scene.uuid);
    await orders.complete(scene.uuid);
    expect(scene.clock.sleeps.length > 0).toBe(generation === "2024-10");
    expect(scene.standing()).toEqual(["OK", "Create done"]);
  });

  test("does not wait with what has long been executing", async () => {
    const scene = createApproval({ generation, orders: ["Create done", "Terminate executing"] });
    await scene.client().orders.complete(scene.uuid);
    expect(scene.clock.sleeps).toEqual([]);
    expect(scene.standing()).toEqual(["Terminated", "Create done", "Terminate done"]);
  });

  test("fails a termination only once the worker has begun it", async () => {
    const scene = createApproval({ generation });
    const { orders } = scene.client();
    await orders.approve(scene.uuid);
    await orders.fail(scene.uuid, { message: "Data are still there." });
    scene.fake.process();
    expect(scene.standing()).toEqual(["OK", "Create done", "Terminate erred"]);
    expect(scene.writes()).toEqual(["approve_by_provider", "set_state_erred"]);
  });

  test("leaves an order of a Basic offering to the worker that ends it", async () => {
    const scene = createApproval({ generation, type: BASIC });
    const { orders } = scene.client();
    await orders.approve(scene.uuid);
    expect(await orders.complete(scene.uuid)).toMatchObject({
      outcome: "unchanged",
      order: { state: "done" },
    });
    expect(scene.writes()).toEqual(["approve_by_provider"]);
  });

  test.each([SLURM, BASIC])("goes on itself only when no worker has come for a day, on %s", async (type) => {
    const scene = createApproval({ generation, type, background: "when-told" });
    const { orders } = scene.client();
    await orders.approve(scene.uuid);
    scene.clock.time += DAY - 130_000;
    expect(await errorOf(orders.complete(scene.uuid))).toMatchObject({
      code: "timeout",
      maybeApplied: false,
    });
    scene.clock.time += 130_000;
    expect(await orders.complete(scene.uuid)).toMatchObject({ outcome: "changed", order: { state: "done" } });
    expect(scene.writes()).toEqual(["approve_by_provider", "set_state_done"]);
  });

  test("gives up when its time is over, having changed nothing, and says what it waited for", async () => {
    const scene = createApproval({ generation, background: "when-told" });
    const { orders } = scene.client();
    await orders.approve(scene.uuid);
    const error = await errorOf(orders.complete(scene.uuid, { timeoutMs: 5000 }));
    expect(error).toBeInstanceOf(RequestTimeoutError);
    expect(error).toMatchObject({ which: "total", operation: "orders_get", maybeApplied: false });
    expect(String(error)).toContain("has not yet got to the Terminate order");
    expect(scene.writes()).toEqual(["approve_by_provider"]);
  });
});
