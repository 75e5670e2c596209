import { describe, expect, test } from "vitest";
import type { SetStateOptions, TargetState } from "../../src/index.ts";
import { errorOf } from "../http/harness.ts";
import { badGateway, isWrite, losing, losingWrite } from "../workflows/faults.ts";
import { BASIC, createScene, type Scene, type SceneOptions } from "../workflows/scenes.ts";
import { CURRENT } from "../workflows/world.ts";

/** The longest ways there are, over every step a provider can take. */
const WAYS: readonly [
  name: string,
  scene: Omit<SceneOptions, "generation">,
  target: TargetState,
  options?: SetStateOptions,
][] = [
  ["approve and complete", { state: "Creating", orders: ["Create pending-provider"] }, "OK"],
  ["approve", { state: "Creating", orders: ["Create pending-provider"], type: BASIC }, "OK"],
  ["reject", { state: "Creating", orders: ["Create pending-provider"] }, "Terminated"],
  [
    "approve and fail",
    { state: "Creating", orders: ["Create pending-provider"] },
    "Erred",
    { onPending: "approve" },
  ],
  [
    "reject by choice",
    { state: "Creating", orders: ["Create pending-provider"] },
    "Erred",
    { onPending: "reject" },
  ],
  [
    "fail, terminate, approve and complete",
    { state: "Creating", orders: ["Create executing"] },
    "Terminated",
  ],
  ["terminate, approve and complete", { state: "OK", orders: ["Create done"] }, "Terminated"],
  [
    "reject, terminate and approve",
    { state: "OK", orders: ["Create done", "Update pending-provider"], type: BASIC },
    "Terminated",
  ],
  ["set as ok, or reopen and complete", { state: "Erred", orders: ["Create erred"] }, "OK"],
  ["fail a termination", { state: "Terminating", orders: ["Create done", "Terminate executing"] }, "OK"],
];

function run({ client, resource }: Scene, target: TargetState, options: SetStateOptions = {}) {
  return client().resources.setState(resource.uuid, target, options);
}

const completions = ({ sent }: Scene) =>
  sent().filter(({ operationId }) => operationId === "orders_set_state_done");

describe.each(CURRENT)("setState on %s over a connection that drops", (generation) => {
  test.each(WAYS)(
    "ends in the same place whichever answer is lost: %s",
    async (_name, options, target, choice) => {
      const calm = createScene({ generation, ...options });
      const expected = await run(calm, target, choice);
      const writes = calm.sent().filter(({ method }) => method !== "GET").length;

      for (let n = 0; n < writes; n++) {
        for (const when of ["before", "after"] as const) {
          const scene = createScene({ generation, ...options });
          scene.intercepts.push(losingWrite(n, when));
          const result = await run(scene, target, choice);
          expect({ n, when, standing: scene.standing() }).toEqual({ n, when, standing: calm.standing() });
          expect(result).toMatchObject({ outcome: "changed", from: expected.from, to: expected.to });
        }
      }
    },
  );

  test.each(WAYS)(
    "ends in the same place behind a proxy that fails: %s",
    async (_name, options, target, choice) => {
      const calm = createScene({ generation, ...options });
      await run(calm, target, choice);
      const operations = calm.sent().flatMap(({ operationId }) => operationId ?? []);
      for (const operation of new Set(operations)) {
        for (const when of ["before", "after"] as const) {
          const scene = createScene({ generation, ...options });
          scene.intercepts.push(badGateway(operation, when));
          await run(scene, target, choice);
          expect({ operation, when, standing: scene.standing() }).toEqual({
            operation,
            when,
            standing: calm.standing(),
          });
        }
      }
    },
  );

  test.each(WAYS)(
    "says that something may have changed when it stays away: %s",
    async (_name, options, target, choice) => {
      const calm = createScene({ generation, ...options });
      await run(calm, target, choice);
      const writes = calm.sent().filter(({ method }) => method !== "GET").length;
      for (let n = 0; n < writes; n++) {
        const scene = createScene({ generation, ...options });
        let seen = 0;
        scene.intercepts.push(async (exchange, next) => {
          if (isWrite(exchange)) seen++;
          if (seen <= n) return next();
          // From the n-th write on nothing comes back; it itself is carried out.
          if (isWrite(exchange) && seen === n + 1) await next();
          throw new TypeError("fetch failed");
        });
        const error = await errorOf(run(scene, target, choice));
        expect({ n, error }).toMatchObject({ n, error: { code: "connection", maybeApplied: true } });

        // A crashed job is simply run again.
        scene.intercepts.pop();
        await run(scene, target, choice).catch(() => {});
        if (choice === undefined) expect(scene.standing()).toEqual(calm.standing());
      }
    },
  );

  test("says so as well when only the reading after a step fails", async () => {
    const scene = createScene({ generation, state: "Creating", orders: ["Create pending-provider"] });
    scene.intercepts.push(async (exchange, next) => {
      const isOver = scene.standing().includes("Create executing") && !isWrite(exchange);
      return isOver ? new Response("busy", { status: 503 }) : next();
    });
    expect(await errorOf(run(scene, "OK"))).toMatchObject({
      operation: expect.stringMatching(/_get$|_list$/),
      maybeApplied: true,
      message: expect.stringContaining("This call has already taken steps, or may have"),
    });
  });

  test("says so as well when a later step is refused", async () => {
    const scene = createScene({ generation, state: "Creating", orders: ["Create pending-provider"] });
    scene.intercepts.push(async ({ operationId }, next) =>
      operationId === "orders_set_state_done" ? Response.json({ detail: "No." }, { status: 403 }) : next(),
    );
    expect(await errorOf(run(scene, "OK"))).toMatchObject({ code: "permission-denied", maybeApplied: true });
  });

  test("says so as well when the step whose answer was lost is then refused", async () => {
    const scene = createScene({ generation, state: "Creating", orders: ["Create executing"] });
    let attempts = 0;
    scene.intercepts.push(async ({ operationId }, next) => {
      if (operationId !== "orders_set_state_done") return next();
      if (attempts++ === 0) throw new TypeError("fetch failed");
      return Response.json({ detail: "No." }, { status: 403 });
    });
    expect(await errorOf(run(scene, "OK"))).toMatchObject({ code: "permission-denied", maybeApplied: true });
  });

  test("waits before it sends a lost step again, and gives up with what was lost when no time is left for it", async () => {
    const options = { generation, state: "Creating", orders: ["Create executing"] } as const;
    const patient = createScene(options);
    patient.intercepts.push(losing("orders_set_state_done", "before", 2));
    await run(patient, "OK");
    expect(patient.clock.sleeps).toEqual([500, 800]);

    const hasty = createScene(options);
    hasty.intercepts.push(losing("orders_set_state_done", "before", 2));
    const call = hasty.client().resources.setState(hasty.resource.uuid, "OK", { timeoutMs: 1000 });
    expect(await errorOf(call)).toMatchObject({ code: "connection", maybeApplied: true });
  });

  test("says nothing of changes when not even the first read succeeds", async () => {
    const scene = createScene({ generation, state: "Creating", orders: ["Create pending-provider"] });
    scene.intercepts.push(async () => new Response("busy", { status: 503 }));
    expect(await errorOf(run(scene, "OK"))).toMatchObject({ code: "server-error", maybeApplied: false });
  });

  test("sends a step that crashes the server once, and says so", async () => {
    const scene = createScene({ generation, state: "Creating", orders: ["Create executing"] });
    scene.intercepts.push(async (exchange, next) =>
      exchange.operationId === "orders_set_state_done" ? new Response("", { status: 500 }) : next(),
    );
    expect(await errorOf(run(scene, "OK"))).toMatchObject({ status: 500, maybeApplied: true });
    expect(completions(scene)).toHaveLength(1);
  });

  test("gives up after four attempts that all were lost", async () => {
    const scene = createScene({ generation, state: "Creating", orders: ["Create executing"] });
    scene.intercepts.push(losing("orders_set_state_done", "before", 99));
    expect(await errorOf(run(scene, "OK"))).toMatchObject({ code: "connection", maybeApplied: true });
    expect(completions(scene)).toHaveLength(4);
  });
});
