import { describe, expect, test } from "vitest";
import { errorOf } from "../http/harness.ts";
import { BASIC, createScene, type Scene, SLURM } from "./scenes.ts";
import { WITH_WORKER } from "./world.ts";

const lastOrder = (scene: Scene) => {
  const order = scene.orders().at(-1);
  if (order === undefined) throw new Error("The scene has no order.");
  return order;
};

describe.each(WITH_WORKER)("on %s, an order that was looked at before it was approved", (generation) => {
  const looked = async () => {
    const scene = createScene({
      generation,
      type: SLURM,
      state: "OK",
      orders: ["Create done", "Terminate pending-provider"],
      background: { afterReads: 8 },
    });
    const puhuri = scene.client();
    const { uuid } = lastOrder(scene);
    scene.clock.time += 60_000;
    await errorOf(puhuri.orders.complete(uuid));
    return { scene, puhuri, uuid };
  };

  test("is not taken for one that has been executing since then, by whomever it is approved", async () => {
    const { scene, puhuri, uuid } = await looked();
    await scene.client().orders.approve(uuid);
    await puhuri.orders.complete(uuid);
    scene.fake.process();
    expect(scene.standing()).toEqual(["Terminated", "Create done", "Terminate done"]);
  });

  test("neither when the answer to the approval is lost", async () => {
    const { scene, puhuri, uuid } = await looked();
    let isFirst = true;
    scene.intercepts.push(async ({ operationId }, next) => {
      if (operationId !== "orders_approve_by_provider" || !isFirst) return next();
      isFirst = false;
      await next();
      return new Response("<h1>502</h1>", { status: 502, headers: { "content-type": "text/html" } });
    });
    await puhuri.orders.approve(uuid);
    await puhuri.resources.setState(scene.resource.uuid, "Terminated");
    scene.fake.process();
    expect(scene.standing()).toEqual(["Terminated", "Create done", "Terminate done"]);
  });
});

test.each(["shows late", "is lost and shows late"])(
  "a change that is refused on the way to erred leaves the allocation OK, where that %s",
  async (how) => {
    const scene = createScene({
      generation: "8.0",
      type: SLURM,
      state: "OK",
      orders: ["Create done", "Update pending-provider"],
    });
    let listed = "[]";
    let isLate = false;
    scene.intercepts.push(async ({ operationId }, next) => {
      if (operationId === "orders_reject_by_provider") {
        isLate = true;
        const answer = await next();
        return how === "shows late" ? answer : new Response("<h1>502</h1>", { status: 502 });
      }
      if (operationId !== "orders_list") return next();
      const headers = { "content-type": "application/json" };
      if (isLate) {
        isLate = false;
        return new Response(listed, { headers });
      }
      const answer = await next();
      listed = await answer.clone().text();
      return answer;
    });
    const { resources } = scene.client();
    const options = { onPending: "reject", message: "No quota." } as const;
    await resources.setState(scene.resource.uuid, "Erred", options);
    expect(scene.standing()).toEqual(["OK", "Create done", "Update rejected"]);
  },
);

describe("an order that the server closes between two reads side by side", () => {
  /** The allocation is read as it was, and its orders as they are then. */
  function closing(scene: Scene, state: "OK" | "Terminated") {
    let lists = 0;
    scene.intercepts.push(async ({ operationId }, next) => {
      if (operationId !== "orders_list" || ++lists !== 2) return next();
      await new Promise((resolve) => setTimeout(resolve, 10));
      scene.resource.state = state;
      lastOrder(scene).state = "done";
      return next();
    });
    lastOrder(scene).modified = new Date(scene.clock.time).toISOString();
  }

  test("does not have an end ordered twice", async () => {
    const scene = createScene({
      generation: "8.0",
      type: BASIC,
      state: "Terminating",
      orders: ["Create done", "Terminate executing"],
      background: "when-told",
    });
    closing(scene, "Terminated");
    await scene.client().resources.setState(scene.resource.uuid, "Terminated");
    expect(scene.standing()).toEqual(["Terminated", "Create done", "Terminate done"]);
    expect(scene.sent().filter(({ method }) => method === "POST")).toEqual([]);
  });

  test("is not taken for a state that the server cannot be moved from", async () => {
    const scene = createScene({
      generation: "2024-10",
      type: BASIC,
      state: "Creating",
      orders: ["Create executing"],
      background: "when-told",
    });
    closing(scene, "OK");
    expect(await scene.client().resources.setState(scene.resource.uuid, "OK")).toMatchObject({ to: "OK" });
  });
});

test("a token that is empty for a moment ends no wait", async () => {
  const scene = createScene({
    generation: "8.0",
    type: SLURM,
    state: "OK",
    orders: ["Create done", "Terminate pending-provider"],
    background: { afterReads: 12 },
  });
  let asked = 0;
  const token = () => (++asked === 6 ? "" : scene.fake.tokenOf("owner"));
  const { resources } = scene.client({ token });
  expect(await resources.setState(scene.resource.uuid, "Terminated")).toMatchObject({ to: "Terminated" });
  expect(asked).toBeGreaterThan(6);
});
