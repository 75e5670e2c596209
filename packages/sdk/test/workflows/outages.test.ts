import type { Intercept } from "@puhuri/testing";
import { describe, expect, test } from "vitest";
import { errorOf } from "../http/harness.ts";
import { BASIC, createScene, type Scene } from "./scenes.ts";
import { CURRENT, WITH_WORKER } from "./world.ts";

const MINUTES = 60_000;

/** A new order that the server's worker gets to after five minutes, on a server that fails as told after five seconds. */
function createWait(generation: (typeof CURRENT)[number], untilMs: number, fail: () => Response) {
  const scene = createScene({
    generation,
    type: BASIC,
    state: "Creating",
    orders: ["Create pending-provider"],
    background: "when-told",
  });
  const start = scene.clock.time;
  const since = () => scene.clock.time - start;
  let failed = 0;
  const outage: Intercept = async (_exchange, next) => {
    if (since() > 5 * MINUTES) scene.fake.process();
    if (since() < 5000 || since() > untilMs) return next();
    failed++;
    return fail();
  };
  scene.intercepts.push(outage);
  return { ...scene, since, failed: () => failed, uuid: scene.orders()[0]?.uuid ?? "" };
}

const badGateway = () => new Response("<h1>502</h1>", { status: 502 });

const WAITS: [string, (scene: Scene, uuid: string, timeoutMs: number) => Promise<unknown>][] = [
  [
    "orders.waitFor",
    async ({ client }, uuid, timeoutMs) => {
      const { orders } = client();
      await orders.approve(uuid);
      return orders.waitFor(uuid, undefined, { timeoutMs });
    },
  ],
  [
    "resources.waitForState",
    async ({ client, resource }, uuid, timeoutMs) => {
      const { orders, resources } = client();
      await orders.approve(uuid);
      return resources.waitForState(resource.uuid, "OK", { timeoutMs });
    },
  ],
  [
    "resources.setState",
    ({ client, resource }, _uuid, timeoutMs) =>
      client({ retry: false }).resources.setState(resource.uuid, "OK", { timeoutMs }),
  ],
];

describe.each(CURRENT)("on %s", (generation) => {
  describe.each(WAITS)("%s", (_name, wait) => {
    test.each([
      ["bad gateways", badGateway],
      ["a page for maintenance", () => new Response("<h1>Back soon</h1>")],
      ["limits", () => Response.json({ detail: "Slow." }, { status: 429 })],
    ])("goes on through two minutes of %s", async (_what, fail) => {
      const scene = createWait(generation, 2 * MINUTES, fail);
      await wait(scene, scene.uuid, 10 * MINUTES);
      expect(scene.failed()).toBeGreaterThan(0);
      expect(scene.standing()).toEqual(["OK", "Create done"]);
    });

    test("ends with its time, and says what failed last", async () => {
      const scene = createWait(generation, 60 * MINUTES, badGateway);
      expect(await errorOf(wait(scene, scene.uuid, 2 * MINUTES))).toMatchObject({
        code: "timeout",
        which: "total",
        timeoutMs: 2 * MINUTES,
        cause: { code: "server-error", status: 502 },
      });
      expect(scene.since()).toBeGreaterThan(MINUTES);
    });

    test("ends at once with what does not pass by itself", async () => {
      const scene = createWait(generation, 60 * MINUTES, () =>
        Response.json({ detail: "No." }, { status: 403 }),
      );
      expect(await errorOf(wait(scene, scene.uuid, 10 * MINUTES))).toMatchObject({
        code: "permission-denied",
      });
      expect(scene.since()).toBeLessThan(20_000);
    });
  });
});

describe.each(WITH_WORKER)("on %s", (generation) => {
  test("an order is completed when its turn has come, through an outage while it is waited for", async () => {
    const scene = createScene({
      generation,
      state: "OK",
      orders: ["Create done", "Terminate pending-provider"],
      background: { afterReads: 5 },
    });
    const { orders } = scene.client({ retry: false });
    const uuid = scene.orders().at(-1)?.uuid ?? "";
    await orders.approve(uuid);
    let looks = 0;
    scene.intercepts.push(async (_exchange, next) => ([3, 4].includes(++looks) ? badGateway() : next()));
    expect(await orders.complete(uuid)).toMatchObject({ outcome: "changed", order: { state: "done" } });
    expect(looks).toBeGreaterThan(4);
  });

  test("a wait that begins in an outage ends with it: the address may be wrong from the start", async () => {
    const scene = createWait(generation, 60_000, badGateway);
    await scene.client().orders.approve(scene.uuid);
    scene.clock.time += 6000;
    expect(await errorOf(scene.client().orders.waitFor(scene.uuid, "executing"))).toMatchObject({
      code: "server-error",
      status: 502,
    });
  });

  test("a wait does not ask again before the server wants to be asked", async () => {
    const slow = () => Response.json({ detail: "Slow." }, { status: 429, headers: { "Retry-After": "200" } });
    const scene = createWait(generation, 60_000, slow);
    await scene.client().orders.approve(scene.uuid);
    const { orders } = scene.client();
    expect(await errorOf(orders.waitFor(scene.uuid))).toMatchObject({
      code: "timeout",
      message: expect.stringContaining("The Create order is executing, not done"),
      cause: { code: "rate-limited", retryAfterMs: 200_000 },
    });
    expect(scene.failed()).toBe(1);
    expect(await orders.waitFor(scene.uuid, undefined, { timeoutMs: 10 * MINUTES })).toMatchObject({
      state: "done",
    });
  });
});
