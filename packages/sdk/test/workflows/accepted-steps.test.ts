import { describe, expect, test } from "vitest";
import { InvalidTransitionError } from "../../src/index.ts";
import { processAllocations } from "../../src/loop/index.ts";
import { errorOf } from "../http/harness.ts";
import { createScene, type Scene } from "./scenes.ts";
import { CURRENT } from "./world.ts";

function approvals({ fake }: Scene): number {
  return fake.requests.filter(({ operationId }) => operationId === "orders_approve_by_provider").length;
}

/** As a mock that keeps nothing answers. */
function acceptAndForget({ intercepts }: Scene): void {
  intercepts.push(async ({ operationId }, next) =>
    operationId === "orders_approve_by_provider" ? new Response(null, { status: 200 }) : next(),
  );
}

describe.each(CURRENT)("a step that a %s server accepts", (generation) => {
  const create = () => createScene({ generation, state: "Creating", orders: ["Create pending-provider"] });

  test("and of which nothing shows is not taken again without a pause, nor for ever", async () => {
    const scene = create();
    acceptAndForget(scene);
    const error = await errorOf(scene.client().resources.setState(scene.resource.uuid, "OK"));
    expect(error).toBeInstanceOf(InvalidTransitionError);
    expect(error).toMatchObject({ from: "Creating", to: "OK", maybeApplied: true });
    expect(String(error)).toMatch(
      /accepted this step \(approve\) 3 times, but nothing happened: the allocation is still Creating, and its Create order pending-provider/,
    );
    expect(approvals(scene)).toBe(3);
    expect(scene.clock.sleeps).toEqual([500, 800]);
  });

  test("and of which nothing shows is told so before the call's time is over", async () => {
    const scene = create();
    acceptAndForget(scene);
    const call = scene.client().resources.setState(scene.resource.uuid, "OK", { timeoutMs: 1000 });
    expect(await errorOf(call)).toMatchObject({ code: "invalid-transition", maybeApplied: true });
    expect(approvals(scene)).toBe(2);
  });

  test("and shows a moment later is not taken again", async () => {
    const scene = create();
    let before: Response | undefined;
    scene.intercepts.push(async ({ operationId }, next) => {
      if (operationId !== "orders_list") return next();
      const isFirstAfter = before !== undefined && approvals(scene) === 1 && scene.clock.sleeps.length === 0;
      const response = isFirstAfter && before !== undefined ? before : await next();
      before = response.clone();
      return response;
    });
    expect(await scene.client().resources.setState(scene.resource.uuid, "OK")).toMatchObject({ to: "OK" });
    expect(approvals(scene)).toBe(1);
    expect(scene.clock.sleeps).toEqual([500]);
  });

  test("and of which nothing shows leaves the allocation to the next pass", async () => {
    const scene = create();
    acceptAndForget(scene);
    const { offering_uuid } = scene.resource;
    const run = processAllocations(
      scene.client(),
      { offering_uuid },
      { create: async () => ({ backend_id: "x" }) },
    );
    const [outcome] = await Array.fromAsync(run);
    expect(outcome).toMatchObject({ outcome: "failed", error: { code: "invalid-transition" } });
    // One by the loop itself, the others on the way to OK.
    expect(approvals(scene)).toBe(4);
    expect(scene.standing()).toEqual(["Creating", "Create pending-provider"]);
  });
});
