import { describe, expect, test } from "vitest";
import type { CallOptions } from "../../src/index.ts";
import { processAllocations } from "../../src/loop/index.ts";
import { errorOf } from "../http/harness.ts";
import { BASIC, createScene, type Scene, SLURM } from "../workflows/scenes.ts";
import { CURRENT, WITH_WORKER } from "../workflows/world.ts";

const DAY = 86_400_000;

/** The worker comes so long after the first order was approved; then it does what has been waiting for it. */
function workerComesAfter(lagMs: number, { intercepts, clock, fake }: Scene): void {
  let approvedAt = Number.POSITIVE_INFINITY;
  intercepts.push(async ({ operationId }, next) => {
    if (clock.time >= approvedAt + lagMs) fake.process();
    const answer = await next();
    if (operationId === "orders_approve_by_provider" && answer.ok)
      approvedAt = Math.min(approvedAt, clock.time);
    return answer;
  });
}

/** Calls again, as a program does that runs every hour, until it ends in something else than a timeout. */
async function again<T>({ clock }: Scene, call: (options: CallOptions) => Promise<T>): Promise<T> {
  for (let calls = 0; calls < 30; calls++) {
    try {
      return await call({ timeoutMs: 40_000 });
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "timeout")) throw error;
      clock.time += 3_600_000;
    }
  }
  throw new Error("It never ended.");
}

const WAYS = [
  ["a creation", SLURM, "Creating", ["Create pending-provider"], "OK", ["OK", "Create done"]],
  ["a creation", BASIC, "Creating", ["Create pending-provider"], "OK", ["OK", "Create done"]],
  [
    "a change",
    SLURM,
    "OK",
    ["Create done", "Update pending-provider"],
    "OK",
    ["OK", "Create done", "Update done"],
  ],
  [
    "a change",
    BASIC,
    "OK",
    ["Create done", "Update pending-provider"],
    "OK",
    ["OK", "Create done", "Update done"],
  ],
  [
    "a termination",
    SLURM,
    "OK",
    ["Create done", "Terminate pending-provider"],
    "Terminated",
    ["Terminated", "Create done", "Terminate done"],
  ],
  [
    "a termination",
    BASIC,
    "OK",
    ["Create done", "Terminate pending-provider"],
    "Terminated",
    ["Terminated", "Create done", "Terminate done"],
  ],
] as const;

describe.each(CURRENT)("on %s, whatever the lag of the worker", (generation) => {
  describe.each([0, 1_000, 31_000, 600_000])("of %i ms", (lagMs) => {
    test.each(WAYS)("%s on %s from %s with %j does not count as done before it is", async (...way) => {
      const [, type, state, orders, target, end] = way;
      const scene = createScene({ generation, type, state, orders, background: "when-told" });
      workerComesAfter(lagMs, scene);
      await again(scene, (options) =>
        scene.client().resources.setState(scene.resource.uuid, target, options),
      );
      expect(scene.standing()).toEqual(end);
      scene.fake.process();
      expect(scene.standing()).toEqual(end);
    });

    test.each(WAYS)("%s on %s from %s with %j is closed by orders alone as well", async (...way) => {
      const [, type, state, orders, , end] = way;
      const scene = createScene({ generation, type, state, orders, background: "when-told" });
      workerComesAfter(lagMs, scene);
      const uuid = scene.orders().at(-1)?.uuid ?? "";
      const puhuri = scene.client();
      await puhuri.orders.approve(uuid);
      await again(scene, (options) => puhuri.orders.complete(uuid, options));
      scene.fake.process();
      expect(scene.standing()).toEqual(end);
    });
  });
});

describe.each(WITH_WORKER)("on %s", (generation) => {
  test("a worker that has lost the task is given up after a day", async () => {
    const scene = createScene({
      generation,
      state: "OK",
      orders: ["Create done", "Terminate pending-provider"],
      background: "when-told",
    });
    const before = scene.clock.time;
    await again(scene, (options) =>
      scene.client().resources.setState(scene.resource.uuid, "Terminated", options),
    );
    expect(scene.clock.time - before).toBeGreaterThanOrEqual(DAY);
    expect(scene.standing()).toEqual(["Terminated", "Create done", "Terminate done"]);
  });
});

describe.each([
  ["a change", "OK", "Update", "OK"],
  ["a termination", "OK", "Terminate", "Terminated"],
  ["a termination of what is Erred", "Erred", "Terminate", "Terminated"],
] as const)("on 8.1, whose workers leave Slurm to its provider", (name, state, type, target) => {
  const scene = () =>
    createScene({ generation: "8.1", state, orders: ["Create done", `${type} pending-provider`] });

  test(`${name} ordered before the server was updated is closed at once`, async () => {
    const { client, resource, clock, standing, sent } = scene();
    const { resources } = client();
    await resources.setState(resource.uuid, target);
    expect(standing()).toEqual([target, "Create done", `${type} done`]);
    expect(clock.sleeps).toEqual([]);
    expect(sent().filter(({ path }) => path === "/api/version/")).toHaveLength(1);
  });

  test.each([403, 404])(
    `${name} is waited for where the server does not tell its version (%i)`,
    async (status) => {
      const { client, resource, intercepts } = scene();
      intercepts.push(async ({ operationId }, next) =>
        operationId === "version_get" ? Response.json({ detail: "No." }, { status }) : next(),
      );
      const call = client().resources.setState(resource.uuid, target, { timeoutMs: 30_000 });
      expect(await errorOf(call)).toMatchObject({ code: "timeout", maybeApplied: true });
    },
  );
});

test("a worker is not waited for where asking about it is refused for good, and the error says so", async () => {
  const scene = createScene({
    generation: "8.0",
    state: "OK",
    orders: ["Create done", "Terminate executing"],
  });
  for (const order of scene.orders()) order.modified = new Date(scene.clock.time).toISOString();
  scene.intercepts.push(async ({ operationId }, next) =>
    operationId === "version_get" ? Response.json({ detail: "No." }, { status: 400 }) : next(),
  );
  const call = scene.client().resources.setState(scene.resource.uuid, "Terminated");
  expect(await errorOf(call)).toMatchObject({ code: "bad-request", operation: "version_get" });
});

test("a worker is waited for while the server cannot be asked whether it has one", async () => {
  const scene = createScene({
    generation: "8.0",
    state: "OK",
    orders: ["Create done", "Terminate pending-provider"],
    background: { afterReads: 8 },
  });
  scene.intercepts.push(async ({ operationId }, next) =>
    operationId === "version_get" ? new Response(null, { status: 502 }) : next(),
  );
  await scene.client({ retry: false }).resources.setState(scene.resource.uuid, "Terminated");
  scene.fake.process();
  expect(scene.standing()).toEqual(["Terminated", "Create done", "Terminate done"]);
});

describe("an order that fails while its worker is waited for", () => {
  const createWait = (state: "OK" | "Erred") => {
    const scene = createScene({
      generation: "2024-10",
      state: "OK",
      orders: ["Create done", "Update executing"],
      background: "when-told",
    });
    const [, change] = scene.orders();
    Object.assign(change ?? {}, { modified: new Date(scene.clock.time).toISOString() });
    scene.intercepts.push(async (_exchange, next) => {
      if (scene.clock.sleeps.length > 0) {
        Object.assign(change ?? {}, { state: "erred" });
        scene.resource.state = state;
      }
      return next();
    });
    return scene;
  };

  test("is told, although it leaves the allocation OK", async () => {
    const { client, resource } = createWait("OK");
    expect(await errorOf(client().resources.setState(resource.uuid, "OK"))).toMatchObject({
      code: "invalid-transition",
      message: expect.stringContaining("Update order was erred in the meantime"),
      maybeApplied: false,
    });
  });

  test("is as wanted by whoever wants the allocation Erred", async () => {
    const { client, resource } = createWait("Erred");
    expect(await client().resources.setState(resource.uuid, "Erred")).toMatchObject({
      outcome: "changed",
      from: "OK",
      to: "Erred",
    });
  });
});

describe("an order that the server lets fail as it is approved", () => {
  const createRefusal = () => {
    const scene = createScene({
      generation: "2024-10",
      state: "OK",
      orders: ["Create done", "Update pending-provider"],
      background: "when-told",
    });
    scene.intercepts.push(async ({ operationId }, next) => {
      const answer = await next();
      const order = scene.orders().at(-1);
      if (operationId === "orders_approve_by_provider" && order !== undefined) order.state = "erred";
      return answer;
    });
    return scene;
  };

  test("is no success because the allocation is OK as before", async () => {
    const scene = createRefusal();
    expect(await errorOf(scene.client().resources.setState(scene.resource.uuid, "OK"))).toMatchObject({
      code: "invalid-transition",
      from: "OK",
      maybeApplied: true,
      message: expect.stringContaining("Its Update order was erred in the meantime"),
    });
  });
});

test("a Slurm allocation is confirmed before each order is closed", async () => {
  const scene = createScene({
    generation: "2024-10",
    state: "Creating",
    orders: ["Create pending-provider"],
  });
  const confirmed: string[] = [];
  scene.intercepts.push(async ({ request }, next) => {
    if (!request.url.includes("/marketplace-slurm-remote/")) return next();
    confirmed.push(`${scene.standing().join()} ${await request.text()}`);
    return Response.json({ detail: "Allocation state has been changed to ok" });
  });
  await scene.client().resources.setState(scene.resource.uuid, "OK");
  expect(confirmed).toEqual(['Creating,Create executing {"state":"ok"}']);
});

test("where the server has no such part of an allocation, its order is closed all the same", async () => {
  const scene = createScene({
    generation: "2024-10",
    state: "Creating",
    orders: ["Create pending-provider"],
  });
  scene.intercepts.push(async ({ request }, next) =>
    request.url.includes("/marketplace-slurm-remote/")
      ? Response.json({ detail: "No Resource matches the given query." }, { status: 404 })
      : next(),
  );
  expect(await scene.client().resources.setState(scene.resource.uuid, "OK")).toMatchObject({ to: "OK" });
});

describe("what a late worker of 2024-10 has begun once more after it was done", () => {
  const stuck = (state: "Terminating" | "Updating", order: string) =>
    createScene({ generation: "2024-10", state, orders: ["Create done", order], background: "at-once" });

  test("a termination is ordered anew, and ends", async () => {
    const scene = stuck("Terminating", "Terminate done");
    expect(await scene.client().resources.setState(scene.resource.uuid, "Terminated")).toMatchObject({
      from: "Terminating",
      to: "Terminated",
    });
    expect(scene.standing()).toEqual(["Terminated", "Create done", "Terminate done", "Terminate done"]);
  });

  test("a termination that is not wanted any more is taken back", async () => {
    const scene = stuck("Terminating", "Terminate done");
    expect(await scene.client().resources.setState(scene.resource.uuid, "OK")).toMatchObject({ to: "OK" });
  });

  test("a change can be marked as erred, and ended, but does not come back to OK", async () => {
    const scene = stuck("Updating", "Update done");
    const { resources } = scene.client();
    const { uuid } = scene.resource;
    expect(await errorOf(resources.setState(uuid, "OK"))).toMatchObject({ code: "unsupported-by-server" });
    expect(scene.standing()).toEqual(["Updating", "Create done", "Update done"]);
    expect(await resources.setState(uuid, "Erred")).toMatchObject({ from: "Updating", to: "Erred" });
    expect(await resources.setState(uuid, "Terminated")).toMatchObject({ to: "Terminated" });
  });
});

describe("a creation that failed, where the server ends what never got a backend id", () => {
  const createFailing = () => {
    const scene = createScene({ generation: "8.1", state: "Creating", orders: ["Create executing"] });
    scene.intercepts.push(async ({ operationId }, next) => {
      const answer = await next();
      if (operationId === "orders_set_state_erred") scene.resource.state = "Terminated";
      return answer;
    });
    return scene;
  };

  test("has ended, and is not brought back as Erred", async () => {
    const scene = createFailing();
    const { resources } = scene.client();
    expect(await resources.setState(scene.resource.uuid, "Erred", { message: "No quota." })).toMatchObject({
      outcome: "changed",
      to: "Terminated",
    });
    expect(scene.sent().filter(({ method }) => method === "POST")).toHaveLength(1);
    expect(await resources.setState(scene.resource.uuid, "Erred")).toMatchObject({ outcome: "unchanged" });
    expect(scene.standing()).toEqual(["Terminated", "Create erred"]);
  });
});

test("an approval that waits for its day says which day that is, and that nothing is to be done", async () => {
  const scene = createScene({
    generation: "8.1",
    state: "Creating",
    orders: ["Create pending-provider"],
    background: "when-told",
  });
  scene.intercepts.push(async ({ operationId }, next) => {
    const answer = await next();
    const [order] = scene.orders();
    if (operationId === "orders_approve_by_provider" && order) order.state = "pending-start-date";
    if (operationId !== "orders_list") return answer;
    const rows: object[] = await answer.json();
    const headers = { "content-type": "application/json" };
    return new Response(JSON.stringify(rows.map((row) => ({ ...row, start_date: "2026-12-01" }))), {
      headers,
    });
  });
  expect(await errorOf(scene.client().resources.setState(scene.resource.uuid, "OK"))).toMatchObject({
    code: "invalid-transition",
    waitsFor: "pending-start-date",
    startDate: "2026-12-01",
    maybeApplied: true,
    message: expect.stringContaining("waits for its start date, 2026-12-01"),
  });
  expect(scene.standing()).toEqual(["Creating", "Create pending-start-date"]);
});

test("a pass of the loop carries out a change of limits of an allocation that was not confirmed", async () => {
  const scene = createScene({
    generation: "2024-10",
    state: "OK",
    orders: ["Create done", "Update pending-provider"],
  });
  // As it is left by a creation that was only completed.
  Object.assign(scene.resource.plugin_object ?? {}, { state: "Creation Scheduled" });
  const { offering_uuid } = scene.resource;
  const handlers = { create: async () => ({ backend_id: "x" }), update: async () => {} };
  const tally = await processAllocations(scene.client(), { offering_uuid }, handlers).finish();
  expect(tally).toMatchObject({ done: 1 });
  expect(scene.standing()).toEqual(["OK", "Create done", "Update done"]);
  expect(scene.resource.limits).toEqual({ cpu: 2 });
});

describe("a worker of 2024-10 that saves whole rows, as it has read them some time before", () => {
  test.each(WAYS)("undoes nothing of %s on %s from %s with %j", async (...way) => {
    const [, type, state, orders, target, end] = way;
    for (const [lagMs, takesMs] of [
      [0, 3000],
      [4000, 20_000],
      [90_000, 100_000],
    ] as const) {
      const scene = createScene({
        generation: "2024-10",
        type,
        state,
        orders,
        background: { lagMs, takesMs },
      });
      await again(scene, (options) =>
        scene.client().resources.setState(scene.resource.uuid, target, options),
      );
      scene.clock.time += DAY;
      scene.fake.process();
      expect(scene.standing()).toEqual(end);
    }
  });
});
