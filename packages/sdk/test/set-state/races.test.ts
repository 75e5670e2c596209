import { describe, expect, test } from "vitest";
import type { SetStateOptions, TargetState } from "../../src/index.ts";
import { errorOf } from "../http/harness.ts";
import { meanwhile } from "../workflows/faults.ts";
import { BASIC, createScene, type Scene } from "../workflows/scenes.ts";
import { CURRENT } from "../workflows/world.ts";

function run({ client, resource }: Scene, target: TargetState, options: SetStateOptions = {}) {
  return client().resources.setState(resource.uuid, target, options);
}

describe.each(CURRENT)("setState on %s when somebody else is faster", (generation) => {
  const creation = { generation, state: "Creating", orders: ["Create pending-provider"] } as const;
  /** What a creation that failed comes to. */
  const failed = generation === "8.1" ? "Terminated" : "Erred";

  async function asOwner({ client, orders }: Scene, act: "approve" | "complete" | "reject" | "fail") {
    const uuid = orders().at(-1)?.uuid ?? "";
    const puhuri = client();
    if (act === "fail") await puhuri.orders.fail(uuid, { message: "Somebody else." });
    else await puhuri.orders[act](uuid);
  }

  test("goes on where the other has got to", async () => {
    const scene = createScene(creation);
    scene.intercepts.push(meanwhile("orders_approve_by_provider", () => asOwner(scene, "approve")));
    expect(await run(scene, "OK")).toMatchObject({ to: "OK" });
    expect(scene.standing()).toEqual(["OK", "Create done"]);
  });

  test("takes what the other has completed for done", async () => {
    const scene = createScene({ ...creation, orders: ["Create executing"] });
    scene.intercepts.push(meanwhile("orders_set_state_done", () => asOwner(scene, "complete")));
    expect(await run(scene, "OK")).toMatchObject({ from: "Creating", to: "OK" });
    expect(scene.standing()).toEqual(["OK", "Create done"]);
  });

  test("does not make OK what the other has just failed", async () => {
    const scene = createScene({ ...creation, orders: ["Create executing"] });
    scene.intercepts.push(meanwhile("orders_set_state_done", () => asOwner(scene, "fail")));
    expect(await errorOf(run(scene, "OK"))).toMatchObject({ code: "invalid-transition", from: failed });
    expect(scene.standing()).toEqual([failed, "Create erred"]);
  });

  test("takes for done what the other has completed right after it was approved", async () => {
    const scene = createScene(creation);
    scene.intercepts.push(async ({ operationId }, next) => {
      const response = await next();
      if (operationId === "orders_approve_by_provider") await asOwner(scene, "complete");
      return response;
    });
    expect(await run(scene, "OK")).toMatchObject({ from: "Creating", to: "OK" });
    expect(scene.standing()).toEqual(["OK", "Create done"]);
    expect(scene.sent().filter(({ operationId }) => operationId?.endsWith("set_as_ok"))).toEqual([]);
  });

  test("is refused what the other has rejected", async () => {
    const scene = createScene(creation);
    scene.intercepts.push(meanwhile("orders_approve_by_provider", () => asOwner(scene, "reject")));
    expect(await errorOf(run(scene, "OK"))).toMatchObject({ code: "invalid-transition", from: "Terminated" });
  });

  test("fails what the other has approved instead of rejecting it", async () => {
    const scene = createScene(creation);
    scene.intercepts.push(meanwhile("orders_reject_by_provider", () => asOwner(scene, "approve")));
    expect(await run(scene, "Erred", { onPending: "reject" })).toMatchObject({ to: failed });
    expect(scene.standing()).toEqual([failed, "Create erred"]);
  });

  test("finishes a termination the other has ordered, and orders no second one", async () => {
    const scene = createScene({ generation, state: "OK", orders: ["Create done"] });
    const { api } = scene.client();
    scene.intercepts.push(
      meanwhile("provider_resources_terminate", () =>
        api.POST("/api/marketplace-provider-resources/{uuid}/terminate/", {
          params: { path: { uuid: scene.resource.uuid } },
          body: {},
        }),
      ),
    );
    await run(scene, "Terminated");
    expect(scene.standing()).toEqual(["Terminated", "Create done", "Terminate done"]);
  });

  test("gives up where the other undoes each step", async () => {
    const scene = createScene({ generation, state: "OK", orders: ["Create done"] });
    scene.intercepts.push(async ({ operationId }, next) => {
      const response = await next();
      if (operationId === "provider_resources_terminate") {
        scene.resource.state = "OK";
        for (const order of scene.orders()) if (order.state !== "done") order.state = "canceled";
      }
      return response;
    });
    expect(await errorOf(run(scene, "Terminated"))).toMatchObject({
      code: "invalid-transition",
      from: "OK",
      to: "Terminated",
      maybeApplied: true,
      message: expect.stringContaining("kept changing"),
    });
    expect(scene.orders().length).toBeGreaterThan(3);
  });

  test.each(["OK", "Terminated"] as const)("ends in one place when six set it %s at once", async (target) => {
    const scene = createScene(
      target === "OK" ? creation : { generation, state: "OK", orders: ["Create done"] },
    );
    const results = await Promise.allSettled(Array.from({ length: 6 }, () => run(scene, target)));
    expect(results.map(({ status }) => status)).toEqual(Array(6).fill("fulfilled"));
    expect(scene.standing()).toEqual(
      target === "OK" ? ["OK", "Create done"] : ["Terminated", "Create done", "Terminate done"],
    );
  });
});

describe.each(CURRENT)("setState on %s without permission", (generation) => {
  test("rejects, and changes nothing", async () => {
    const scene = createScene({ generation, state: "Creating", orders: ["Create pending-provider"] });
    const before = scene.standing();
    const set = (as: string) => errorOf(scene.client({ as }).resources.setState(scene.resource.uuid, "OK"));
    expect(await set("spmanager")).toMatchObject({ code: "permission-denied", maybeApplied: false });
    expect(await set("outsider")).toMatchObject({ code: "not-found", maybeApplied: false });
    expect(scene.standing()).toEqual(before);
  });

  test("says why when the customer is blocked", async () => {
    const scene = createScene({ generation, state: "Creating", orders: ["Create pending-provider"] });
    for (const organization of scene.fake.state.organizations) organization.is_blocked = true;
    expect(await errorOf(run(scene, "OK"))).toMatchObject({ code: "bad-request", maybeApplied: false });
    expect(scene.standing()).toEqual(["Creating", "Create pending-provider"]);
  });

  test("does not insist on a step that the offering does not have", async () => {
    const scene = createScene({ generation, state: "Creating", orders: ["Create pending-provider"] });
    scene.intercepts.push(async ({ operationId }, next) =>
      operationId === "orders_reject_by_provider"
        ? Response.json({ detail: "Method not allowed." }, { status: 405 })
        : next(),
    );
    expect(await errorOf(run(scene, "Terminated"))).toMatchObject({ status: 405, maybeApplied: false });
    expect(scene.sent().filter(({ method }) => method === "POST")).toHaveLength(1);
  });

  test("refuses words it does not know before it sends anything", async () => {
    const scene = createScene({ generation, state: "OK", orders: [] });
    const { resources } = scene.client();
    const wrong = JSON.parse('{ "state": "ok", "onPending": "decline" }');
    expect(await errorOf(resources.setState(scene.resource.uuid, wrong.state))).toMatchObject({
      code: "invalid-argument",
      argument: "state",
    });
    expect(
      await errorOf(resources.setState(scene.resource.uuid, "Erred", { onPending: wrong.onPending })),
    ).toMatchObject({ code: "invalid-argument", argument: "onPending" });
    expect(scene.sent()).toEqual([]);
  });

  test("does not ask again what it has learnt from a step", async () => {
    const scene = createScene({ generation, state: "Erred", orders: ["Create done"], type: BASIC });
    const { resources } = scene.client();
    await resources.setState(scene.resource.uuid, "OK").catch(() => {});
    scene.resource.state = "OK";
    const [creation] = scene.orders();
    if (creation === undefined) throw new Error("The seed lost its order.");
    scene.fake.state.orders.add({
      ...creation,
      uuid: "f".repeat(32),
      type: "Update",
      state: "pending-provider",
      created: "2026-11-23T11:00:00Z",
    });
    scene.sent();
    await resources.setState(scene.resource.uuid, "Erred", { onPending: "approve" }).catch(() => {});
    expect(scene.sent().filter(({ path }) => path.includes("0".repeat(32)))).toEqual([]);
    expect(scene.resource.state).toBe(generation !== "2024-10" ? "Erred" : "OK");
  });

  test("asks a client's server once whether it lets a provider set states", async () => {
    const scene = createScene({ generation, state: "Erred", orders: ["Create done"] });
    const { resources } = scene.client();
    const first = await resources.setState(scene.resource.uuid, "OK").catch((error: unknown) => error);
    scene.resource.state = "Erred";
    scene.sent();
    const second = await resources.setState(scene.resource.uuid, "OK").catch((error: unknown) => error);
    expect(scene.sent()).toHaveLength(generation !== "2024-10" ? 3 : 2);
    for (const result of [first, second]) {
      expect(result).toMatchObject(
        generation !== "2024-10" ? { to: "OK" } : { code: "unsupported-by-server" },
      );
    }
  });
});
