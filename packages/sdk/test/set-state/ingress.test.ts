import { describe, expect, test } from "vitest";
import { errorOf } from "../http/harness.ts";
import { createScene, type Scene } from "../workflows/scenes.ts";

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

describe("an ingress that answers in place of a server that sets states", () => {
  test.each([
    ["OK", "Erred"],
    ["Erred", "OK"],
  ] as const)("is an error as it is, and the next call succeeds: towards %s", async (target, state) => {
    const scene = createScene({ generation: "8.1", state, orders: ["Create done"] });
    const { resources } = scene.client();
    answerOnce(scene, `provider_resources_set_as_${target.toLowerCase()}`);
    const setState = () => resources.setState(scene.resource.uuid, target);
    expect(await errorOf(setState())).toMatchObject({ code: "not-found", routeMissing: true });
    expect(scene.resource.state).toBe(state);
    expect(await setState()).toMatchObject({ outcome: "changed" });
  });

  test("is gone round where there is another way", async () => {
    const scene = createScene({ generation: "8.1", state: "Erred", orders: ["Create erred"] });
    answerOnce(scene, "provider_resources_set_as_ok");
    const { resources } = scene.client();
    expect(await resources.setState(scene.resource.uuid, "OK")).toMatchObject({
      outcome: "changed",
      to: "OK",
    });
    expect(scene.standing()).toEqual(["OK", "Create done"]);
  });
});
