import { describe, expect, test } from "vitest";
import type { Clock } from "../../src/http/clock.ts";
import { processAllocations } from "../../src/loop/index.ts";
import { errorOf } from "../http/harness.ts";
import { createScene, type Scene, SLURM } from "./scenes.ts";
import { WITH_WORKER } from "./world.ts";

const HOUR = 3_600_000;
const SKEWS = [-HOUR, -31_000, 0, 31_000, HOUR];
const ENDED = ["Terminated", "Create done", "Terminate done"];

/** A machine whose clock is ahead of the server's. */
function aheadBy(skewMs: number, { clock }: Scene): Clock {
  return { now: () => clock.now() + skewMs, sleep: (ms, signal) => clock.sleep(ms, signal) };
}

/** As a page of another origin sees answers: without the server's time. */
function hideDate({ intercepts }: Scene): void {
  intercepts.push(async (_exchange, next) => {
    const response = await next();
    response.headers.delete("date");
    return response;
  });
}

describe.each(WITH_WORKER)("a termination that the worker of a %s server begins late", (generation) => {
  const createTermination = (options: { type?: string; order?: string; afterReads?: number } = {}) => {
    const { type = SLURM, order = "Terminate pending-provider", afterReads = 5 } = options;
    return createScene({
      generation,
      type,
      state: "OK",
      orders: ["Create done", order],
      background: { afterReads },
    });
  };
  const terminationOf = (scene: Scene) => scene.orders().at(-1)?.uuid ?? "";

  describe.each(["with", "without"])("%s the server's time in its answers", (date) => {
    const create = (skew: number, options?: Parameters<typeof createTermination>[0]) => {
      const scene = createTermination(options);
      if (date === "without") hideDate(scene);
      return { scene, client: () => scene.client({ clock: aheadBy(skew, scene) }) };
    };

    test.each(SKEWS)("ends by a pass of a machine that is ahead by %i ms", async (skew) => {
      const { scene, client } = create(skew, { afterReads: 8 });
      const { offering_uuid } = scene.resource;
      const handlers = { create: async () => ({ backend_id: "x" }), terminate: async () => {} };
      const tally = await processAllocations(client(), { offering_uuid }, handlers).finish();
      expect(tally).toMatchObject({ done: 1 });
      scene.fake.process();
      expect(scene.standing()).toEqual(ENDED);
    });

    test.each(SKEWS)("ends by orders.approve and complete of a machine ahead by %i ms", async (skew) => {
      const { scene, client } = create(skew);
      const { orders } = client();
      await orders.approve(terminationOf(scene));
      await orders.complete(terminationOf(scene));
      scene.fake.process();
      expect(scene.standing()).toEqual(ENDED);
    });

    test.each(SKEWS)(
      "ends when another client, ahead by %i ms, completes what one approved",
      async (skew) => {
        const { scene, client } = create(skew);
        await client().orders.approve(terminationOf(scene));
        await client().orders.complete(terminationOf(scene));
        scene.fake.process();
        expect(scene.standing()).toEqual(ENDED);
      },
    );

    test.each(SKEWS)(
      "ends by setState, called again after it was too short, ahead by %i ms",
      async (skew) => {
        const { scene, client } = create(skew, { afterReads: 12 });
        const { resources } = client();
        const { uuid } = scene.resource;
        await resources.setState(uuid, "Terminated", { timeoutMs: 800 }).catch(() => {});
        expect(scene.standing()).toEqual(["OK", "Create done", "Terminate executing"]);
        await resources.setState(uuid, "Terminated");
        scene.fake.process();
        expect(scene.standing()).toEqual(ENDED);
      },
    );
  });

  test.each(SKEWS)(
    "is not waited for that has long been executing, by a machine ahead by %i ms",
    async (skew) => {
      const scene = createTermination({ order: "Terminate executing" });
      scene.clock.time += 31_000;
      await scene.client({ clock: aheadBy(skew, scene) }).orders.complete(terminationOf(scene));
      expect(scene.clock.sleeps).toEqual([]);
      expect(scene.standing()).toEqual(ENDED);
    },
  );

  test.each(SKEWS)(
    "is waited for a minute if the allocation is Erred and may stay so (8.0), by a machine ahead by %i ms",
    async (skew) => {
      const scene = createScene({
        generation,
        type: SLURM,
        state: "Erred",
        orders: ["Create erred", "Terminate executing"],
        background: "when-told",
      });
      const [, termination] = scene.orders();
      Object.assign(termination ?? {}, { modified: new Date(scene.clock.time).toISOString() });
      const { orders } = scene.client({ clock: aheadBy(skew, scene) });
      const complete = () => orders.complete(terminationOf(scene), { timeoutMs: 5000 });
      expect(await errorOf(complete())).toMatchObject({ code: "timeout", maybeApplied: false });
      scene.clock.time += 61_000;
      if (generation === "8.0") expect(await complete()).toMatchObject({ outcome: "changed" });
      else expect(await errorOf(complete())).toMatchObject({ code: "timeout" });
    },
  );

  test("is timed from the answer to its approval, however long the server made that wait", async () => {
    const scene = createTermination();
    scene.intercepts.push(async ({ operationId }, next) => {
      if (operationId !== "orders_approve_by_provider" || scene.clock.sleeps.length > 0) return next();
      return new Response("", { status: 429, headers: { "retry-after": "60" } });
    });
    await scene.client().resources.setState(scene.resource.uuid, "Terminated");
    scene.fake.process();
    expect(scene.standing()).toEqual(ENDED);
  });
});
