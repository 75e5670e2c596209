import { describe, expect, test } from "vitest";
import { errorOf } from "../http/harness.ts";
import { losing } from "../workflows/faults.ts";
import { BASIC, createScene } from "../workflows/scenes.ts";
import { CURRENT } from "../workflows/world.ts";

describe("an order that is to start on a later day", () => {
  function createLater() {
    const scene = createScene({ generation: "8.1", state: "Creating", orders: ["Create pending-provider"] });
    const [order] = scene.orders();
    if (order === undefined) throw new Error("The seed lost its order.");
    order.start_date = "2026-12-24";
    return { ...scene, order, orders: scene.client().orders };
  }

  test("is approved, and waits for that day", async () => {
    const { order, orders } = createLater();
    const approved = { uuid: order.uuid, type: "Create", state: "pending-start-date" };
    expect(await orders.approve(order.uuid)).toEqual({ outcome: "changed", order: approved });
    expect(await orders.approve(order.uuid)).toEqual({ outcome: "unchanged", order: approved });
    expect(await orders.get(order.uuid, { fields: ["start_date"] })).toEqual({ start_date: "2026-12-24" });
  });

  test("is approved once, when the answer is lost", async () => {
    const { order, orders, intercepts } = createLater();
    intercepts.push(losing("orders_approve_by_provider", "after"));
    expect(await orders.approve(order.uuid)).toMatchObject({
      outcome: "changed",
      order: { state: "pending-start-date" },
    });
  });
});

describe.each(CURRENT)("canceling an order on %s", (generation) => {
  function createOrder(state: string, type = BASIC) {
    const scene = createScene({ generation, type, state: "Creating", orders: [`Create ${state}`] });
    const uuid = scene.orders()[0]?.uuid ?? "";
    return { ...scene, uuid, orders: scene.client({ as: "cowner" }).orders };
  }

  test("is the customer's, and may be repeated", async () => {
    const { orders, uuid, client, intercepts } = createOrder("pending-provider");
    expect(await errorOf(client().orders.cancel(uuid))).toMatchObject({ code: "permission-denied" });
    intercepts.push(losing("orders_cancel", "after"));
    const canceled = { uuid, type: "Create", state: "canceled" };
    expect(await orders.cancel(uuid)).toEqual({ outcome: "changed", order: canceled });
    expect(await orders.cancel(uuid)).toEqual({ outcome: "unchanged", order: canceled });
  });

  test("is refused once the order is done, and where its type of offering has it not", async () => {
    const done = createOrder("done");
    expect(await errorOf(done.orders.cancel(done.uuid))).toMatchObject({ code: "invalid-transition" });
    const slurm = createOrder("pending-provider", "Marketplace.Slurm");
    expect(await errorOf(slurm.orders.cancel(slurm.uuid))).toMatchObject({ code: "unsupported-by-server" });
  });
});
