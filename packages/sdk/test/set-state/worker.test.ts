import { describe, expect, test } from "vitest";
import { InvalidTransitionError, RequestTimeoutError } from "../../src/index.ts";
import { errorOf } from "../http/harness.ts";
import { meanwhile } from "../workflows/faults.ts";
import { BASIC, BOOKING, createScene, SLURM, SUPPORT } from "../workflows/scenes.ts";
import { WITH_WORKER, type World } from "../workflows/world.ts";

/** What was sent to orders and resources, in words: `approve_by_provider`. */
function writes({ fake }: World): string[] {
  return fake.requests
    .filter(({ method }) => method === "POST")
    .map(({ path }) => path.split("/").at(-2) ?? "");
}

const DAY = 86_400_000;
const waited = ({ clock }: World) => clock.sleeps.reduce((sum, ms) => sum + ms, 0);

describe.each(WITH_WORKER)("setState while the worker of a %s server is at work", (generation) => {
  const creation = { generation, state: "Creating", orders: ["Create pending-provider"] } as const;
  const termination = {
    generation,
    state: "OK",
    orders: ["Create done", "Terminate pending-provider"],
  } as const;

  test("waits until a worker that is late has finished an order of a Basic offering", async () => {
    const scene = createScene({ ...creation, type: BASIC, background: { afterReads: 6 } });
    const result = await scene.client().resources.setState(scene.resource.uuid, "OK");
    expect(result).toMatchObject({ outcome: "changed", to: "OK", orderUuid: scene.orders()[0]?.uuid });
    expect(writes(scene)).toEqual(["approve_by_provider"]);
    expect(scene.clock.sleeps).not.toEqual([]);
  });

  test("completes an order of a Basic offering itself only when no worker has come for a day", async () => {
    const scene = createScene({ ...creation, type: BASIC, background: "when-told" });
    const setState = () => scene.client().resources.setState(scene.resource.uuid, "OK");
    expect(await errorOf(setState())).toMatchObject({ code: "timeout", maybeApplied: true });
    scene.clock.time += DAY - 300_000;
    expect(await errorOf(setState())).toMatchObject({ code: "timeout", maybeApplied: false });
    scene.clock.time += 300_000;
    expect(await setState()).toMatchObject({ outcome: "changed", to: "OK" });
    expect(writes(scene)).toEqual(["approve_by_provider", "set_state_done"]);
    expect(scene.standing()).toEqual(["OK", "Create done"]);
    scene.fake.process();
    expect(scene.standing()).toEqual(["OK", "Create done"]);
  });

  test("does not wait with a creation that is left to the provider alone", async () => {
    const type = generation === "2024-10" ? SUPPORT : SLURM;
    const scene = createScene({ ...creation, type, background: "when-told" });
    await scene.client().resources.setState(scene.resource.uuid, "OK");
    expect(writes(scene)).toEqual(["approve_by_provider", "set_state_done"]);
    expect(scene.clock.sleeps).toEqual([]);
    scene.fake.process();
    expect(scene.standing()).toEqual(["OK", "Create done"]);
  });

  test("completes a termination on Slurm only after the worker has begun it, which would undo it", async () => {
    const scene = createScene({ ...termination, background: { afterReads: 5 } });
    await scene.client().resources.setState(scene.resource.uuid, "Terminated");
    scene.fake.process();
    expect(scene.standing()).toEqual(["Terminated", "Create done", "Terminate done"]);
    expect(scene.clock.sleeps).not.toEqual([]);
  });

  test("completes an update on Slurm only after the worker has begun it", async () => {
    const scene = createScene({
      generation,
      state: "OK",
      orders: ["Create done", "Update pending-provider"],
      background: { afterReads: 5 },
    });
    await scene.client().resources.setState(scene.resource.uuid, "OK");
    scene.fake.process();
    expect(scene.standing()).toEqual(["OK", "Create done", "Update done"]);
    expect(scene.resource.limits).toEqual({ cpu: 2 });
  });

  test("leaves an order alone that somebody else has just approved", async () => {
    const scene = createScene({
      ...creation,
      orders: ["Create executing"],
      type: BASIC,
      background: { afterReads: 4 },
    });
    const [order] = scene.orders();
    if (order !== undefined) order.modified = new Date(scene.clock.time - 1000).toISOString();
    const call = scene.client().resources.setState(scene.resource.uuid, "OK", { timeoutMs: 5000 });
    expect(await errorOf(call)).toBeInstanceOf(RequestTimeoutError);
    expect(writes(scene)).toEqual([]);
  });

  test("waits for a worker also when the server's clock is behind", async () => {
    const scene = createScene({ ...creation, type: BASIC, background: { afterReads: 6 } });
    scene.intercepts.push(async (_exchange, next) => {
      for (const order of scene.orders()) order.modified = "2026-11-23T10:00:00Z";
      return next();
    });
    await scene.client().resources.setState(scene.resource.uuid, "OK");
    expect(writes(scene)).toEqual(["approve_by_provider"]);
  });

  test("gives up when its time is over, says what was begun, and goes on when called again", async () => {
    const scene = createScene({ ...creation, type: BASIC, background: { afterReads: 14 } });
    const { resources } = scene.client();
    const error = await errorOf(resources.setState(scene.resource.uuid, "OK", { timeoutMs: 5000 }));
    expect(error).toBeInstanceOf(RequestTimeoutError);
    expect(error).toMatchObject({ which: "total", timeoutMs: 5000, maybeApplied: true });
    expect(scene.standing()).toEqual(["Creating", "Create executing"]);

    expect(await resources.setState(scene.resource.uuid, "OK")).toMatchObject({ from: "Creating", to: "OK" });
    expect(writes(scene)).toEqual(["approve_by_provider"]);
  });

  test("stops waiting when it is aborted", async () => {
    const scene = createScene({ ...creation, type: BASIC, background: "when-told" });
    const abort = new AbortController();
    const { sleep } = scene.clock;
    scene.clock.sleep = (ms, signal) => {
      abort.abort("Enough.");
      return sleep.call(scene.clock, ms, signal);
    };
    const call = scene.client().resources.setState(scene.resource.uuid, "OK", { signal: abort.signal });
    expect(await errorOf(call)).toBe("Enough.");
  });

  test("stops when the server fails to carry the order out, and does not gloss over it", async () => {
    const scene = createScene({ ...creation, type: BASIC, background: "when-told" });
    scene.intercepts.push(async (exchange, next) => {
      const response = await next();
      const [order] = scene.orders();
      if (exchange.operationId === "orders_approve_by_provider" && order !== undefined) {
        order.state = "erred";
        scene.resource.state = "Erred";
      }
      return response;
    });
    const error = await errorOf(scene.client().resources.setState(scene.resource.uuid, "OK"));
    expect(error).toBeInstanceOf(InvalidTransitionError);
    expect(error).toMatchObject({ from: "Erred", to: "OK" });
    expect(writes(scene)).toEqual(["approve_by_provider"]);
  });

  test("says what to do where neither the provider may complete an order nor a worker has in a day", async () => {
    const scene = createScene({ ...creation, orders: ["Create executing"], type: BOOKING });
    const error = await errorOf(scene.client().resources.setState(scene.resource.uuid, "OK"));
    expect(error).toMatchObject({ code: "unsupported-by-server", operation: "orders_set_state_done" });
    expect(String(error)).toContain("ask the server's operator");
    expect(writes(scene)).toEqual(["set_state_done"]);
    expect(waited(scene)).toBe(0);
  });

  test("does not fail a termination that has not begun while the allocation is OK, which would crash the server", async () => {
    const scene = createScene({ ...termination, orders: ["Create done", "Terminate executing"] });
    const call = scene.client().resources.setState(scene.resource.uuid, "OK");
    if (generation === "2024-10") {
      expect(String(await errorOf(call))).toContain('can only finish it now (setState "Terminated")');
      expect(writes(scene)).toEqual([]);
      return;
    }
    expect(await call).toMatchObject({ outcome: "changed", from: "OK", to: "OK" });
    expect(writes(scene)).toEqual(["set_as_erred", "set_state_erred"]);
    expect(scene.standing()).toEqual(["OK", "Create done", "Terminate erred"]);
  });

  test("marks as erred what a late worker has made OK, not what it is about to change", async () => {
    const scene = createScene({ ...creation, type: BASIC, background: { afterReads: 6 } });
    const call = scene.client().resources.setState(scene.resource.uuid, "Erred", { onPending: "approve" });
    if (generation === "2024-10") {
      expect(await errorOf(call)).toMatchObject({ code: "unsupported-by-server" });
      expect(scene.standing()).toEqual(["Creating", "Create pending-provider"]);
      return;
    }
    expect(await call).toMatchObject({ to: "Erred" });
    scene.fake.process();
    expect(scene.standing()).toEqual(["Erred", "Create done"]);
  });

  test("does not order a second termination when somebody refuses the first", async () => {
    const scene = createScene(termination);
    scene.intercepts.push(
      meanwhile("orders_approve_by_provider", () => {
        const [, order] = scene.orders();
        if (order !== undefined) order.state = "rejected";
      }),
    );
    const error = await errorOf(scene.client().resources.setState(scene.resource.uuid, "Terminated"));
    expect(error).toBeInstanceOf(InvalidTransitionError);
    expect(scene.standing()).toEqual(["OK", "Create done", "Terminate rejected"]);
  });
});
