import { ConnectionLost, type Intercept } from "@puhuri/testing";
import { describe, expect, test } from "vitest";
import { InvalidTransitionError, type TargetState, UnsupportedByServerError } from "../../src/index.ts";
import { errorOf } from "../http/harness.ts";
import { createWorld } from "../workflows/world.ts";

const STATES = ["Creating", "OK", "Erred", "Updating", "Terminating", "Terminated"] as const;
const TARGETS: readonly TargetState[] = ["OK", "Erred", "Terminated"];

function createScene(state: (typeof STATES)[number]) {
  const world = createWorld({ generation: "2021", seed: (seed) => seed.allocation({ name: "it", state }) });
  const resource = world.fake.state.resourceNamed("it");
  if (resource === undefined) throw new Error("The seed lost its allocation.");
  const { resources } = world.client();
  return { ...world, resource, resources };
}

/** Loses the answer to the first command, before or after the server has carried it out. */
function losing(when: "before" | "after", times = 1): Intercept {
  let left = times;
  return async ({ operationId }, next) => {
    if (operationId !== "resources_set_state_by_provider" || left-- <= 0) return next();
    if (when === "after") await next();
    throw new ConnectionLost();
  };
}

describe.each(STATES)("setState of a 2021 allocation that is %s", (state) => {
  test.each(TARGETS)("to %s ends there, or is refused and changes nothing", async (target) => {
    const { resource, resources, sent } = createScene(state);
    const call = resources.setState(resource.uuid, target, { message: "Because." });

    if (target === "OK" && (state === "Terminating" || state === "Terminated")) {
      const error = await errorOf(call);
      expect(error).toBeInstanceOf(InvalidTransitionError);
      expect(error).toMatchObject({ from: state, to: "OK" });
      expect(resource.state).toBe(state);
      expect(sent()).toHaveLength(1);
      return;
    }
    const isSo = target === state;
    expect(await call).toEqual({
      outcome: isSo ? "unchanged" : "changed",
      from: state,
      to: target,
      resource: { uuid: resource.uuid, name: "it", state: target, backend_id: "" },
    });
    expect(resource.state).toBe(target);
    expect(sent()).toHaveLength(isSo ? 1 : 2);
  });

  test.each(TARGETS)("to %s twice is the same as once", async (target) => {
    const { resource, resources, sent } = createScene(state);
    const first = await resources.setState(resource.uuid, target).catch((error: unknown) => error);
    sent();
    const second = await resources.setState(resource.uuid, target).catch((error: unknown) => error);
    expect(sent()).toHaveLength(1);
    if (first instanceof Error) expect(second).toEqual(first);
    else expect(second).toMatchObject({ outcome: "unchanged", to: target });
  });
});

describe("setState of a 2021 allocation", () => {
  test.each([
    ["before", 2],
    ["after", 1],
  ] as const)("goes on when the answer is lost %s the server has acted", async (when, commands) => {
    const { resource, resources, intercepts, sent } = createScene("Creating");
    intercepts.push(losing(when));
    expect(await resources.setState(resource.uuid, "OK")).toMatchObject({ outcome: "changed", to: "OK" });
    expect(sent().filter(({ method }) => method === "POST")).toHaveLength(commands);
  });

  test("gives up when every answer is lost, and says that it may have been carried out", async () => {
    const { resource, resources, intercepts, sent } = createScene("Creating");
    intercepts.push(losing("before", 99));
    const error = await errorOf(resources.setState(resource.uuid, "OK"));
    expect(error).toMatchObject({ code: "connection", maybeApplied: true });
    expect(sent().filter(({ method }) => method === "POST")).toHaveLength(4);
    expect(resource.state).toBe("Creating");
  });

  test("says that it may have been carried out when afterwards nothing can be read", async () => {
    const { resource, resources, intercepts } = createScene("Creating");
    intercepts.push(async (_exchange, next) => {
      const response = await next();
      if (resource.state === "OK") throw new ConnectionLost();
      return response;
    });
    const error = await errorOf(resources.setState(resource.uuid, "OK", { timeoutMs: 60_000 }));
    expect(error).toMatchObject({ code: "connection", maybeApplied: true });
    expect(resource.state).toBe("OK");
  });

  test("takes it for done when somebody else was faster", async () => {
    const { resource, resources, intercepts } = createScene("Creating");
    intercepts.push(async (exchange, next) => {
      if (exchange.operationId === "resources_set_state_by_provider") resource.state = "OK";
      return next();
    });
    expect(await resources.setState(resource.uuid, "OK")).toMatchObject({ from: "Creating", to: "OK" });
  });

  test("is refused when somebody else has terminated it", async () => {
    const { resource, resources, intercepts } = createScene("Creating");
    intercepts.push(async (exchange, next) => {
      if (exchange.operationId === "resources_set_state_by_provider") resource.state = "Terminated";
      return next();
    });
    const error = await errorOf(resources.setState(resource.uuid, "OK"));
    expect(error).toMatchObject({ code: "invalid-transition", from: "Terminated" });
  });

  test("says that a server is of the years between, which have no such command", async () => {
    const { resource, resources, intercepts, sent } = createScene("Creating");
    intercepts.push(async ({ operationId }, next) => {
      if (operationId !== "resources_set_state_by_provider") return next();
      return new Response("<h1>Not Found</h1>", { status: 404, headers: { "content-type": "text/html" } });
    });
    const error = await errorOf(resources.setState(resource.uuid, "OK"));
    expect(error).toBeInstanceOf(UnsupportedByServerError);
    expect(error).toMatchObject({
      operation: "resources_set_state_by_provider",
      instead: expect.stringContaining('dialect to "current"'),
      maybeApplied: false,
    });
    expect(String(error)).toContain("was removed in September 2021");
    expect(sent()).toHaveLength(2);
  });

  test("says that it is gone when somebody has just deleted it", async () => {
    const { resource, resources, intercepts } = createScene("Creating");
    intercepts.push(async ({ operationId }, next) =>
      operationId === "resources_set_state_by_provider"
        ? Response.json({ detail: "Not found." }, { status: 404 })
        : next(),
    );
    expect(await errorOf(resources.setState(resource.uuid, "OK"))).toMatchObject({ code: "not-found" });
  });

  test("ends in one place when six set it at once", async () => {
    const { resource, client } = createScene("Creating");
    const calls = Array.from({ length: 6 }, () => client().resources.setState(resource.uuid, "OK"));
    for (const result of await Promise.all(calls)) expect(result).toMatchObject({ to: "OK" });
    expect(resource.state).toBe("OK");
  });

  test("tells who may not do it, and who may not see it", async () => {
    const { resource, client, sent } = createScene("Creating");
    const refused = errorOf(client({ as: "CSC_api_user" }).resources.setState(resource.uuid, "OK"));
    expect(await refused).toMatchObject({ code: "permission-denied", maybeApplied: false });
    const hidden = errorOf(client({ as: "outsider" }).resources.setState(resource.uuid, "OK"));
    expect(await hidden).toMatchObject({ code: "not-found", maybeApplied: false });
    expect(resource.state).toBe("Creating");
    expect(sent().filter(({ status }) => status === 200)).toHaveLength(1);
  });
});
