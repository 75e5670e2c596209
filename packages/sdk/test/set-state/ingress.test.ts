import { describe, expect, test } from "vitest";
import { errorOf } from "../http/harness.ts";
import { createScene, type Scene, type SceneOptions } from "../workflows/scenes.ts";

/** The page of an ingress that has no server behind it, in place of the first answer to an operation. */
function answerOnce({ intercepts }: Scene, operationId: string): void {
  let isOver = false;
  intercepts.push(async (exchange, next) => {
    if (isOver || exchange.operationId !== operationId) return next();
    isOver = true;
    const headers = { "content-type": "text/html" };
    return new Response("<html>default backend - 404</html>", { status: 404, headers });
  });
}

describe("an ingress that answers in place of a server that was seen to set states", () => {
  async function createSeen(options: Omit<SceneOptions, "generation">) {
    const scene = createScene({ generation: "8.1", ...options });
    const { resources } = scene.client();
    scene.resource.state = "Updating";
    await resources.setState(scene.resource.uuid, "OK");
    scene.resource.state = options.state;
    scene.sent();
    return {
      ...scene,
      setState: (target: "OK" | "Erred") => resources.setState(scene.resource.uuid, target),
    };
  }

  test.each([
    ["OK", "Erred"],
    ["Erred", "OK"],
  ] as const)("is told as it is, and the next call succeeds: towards %s", async (target, state) => {
    const scene = await createSeen({ state, orders: ["Create done"] });
    answerOnce(scene, `provider_resources_set_as_${target.toLowerCase()}`);
    expect(await errorOf(scene.setState(target))).toMatchObject({ code: "not-found", routeMissing: true });
    expect(scene.resource.state).toBe(state);
    expect(await scene.setState(target)).toMatchObject({ outcome: "changed" });
  });

  test("is gone round where there is another way", async () => {
    const scene = await createSeen({ state: "Erred", orders: ["Create erred"] });
    answerOnce(scene, "provider_resources_set_as_ok");
    expect(await scene.setState("OK")).toMatchObject({ outcome: "changed", to: "OK" });
    expect(scene.standing()).toEqual(["OK", "Create done"]);
  });

  test("is no reason to go by what is missing for longer than five minutes", async () => {
    const scene = createScene({ generation: "8.1", state: "Erred", orders: ["Create done"] });
    const { resources } = scene.client();
    answerOnce(scene, "provider_resources_set_as_ok");
    const setState = () => resources.setState(scene.resource.uuid, "OK");
    expect(await errorOf(setState())).toMatchObject({ code: "unsupported-by-server" });
    expect(await errorOf(setState())).toMatchObject({ code: "unsupported-by-server" });
    expect(scene.sent().filter(({ method }) => method === "POST")).toHaveLength(1);
    scene.clock.time += 300_000;
    expect(await setState()).toMatchObject({ outcome: "changed" });
  });
});
