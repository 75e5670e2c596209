import { ConnectionLost, type Intercept } from "@puhuri/testing";
import { describe, expect, test } from "vitest";
import { isWrite } from "../workflows/faults.ts";
import { createScene, type Scene } from "../workflows/scenes.ts";
import { CURRENT } from "../workflows/world.ts";

/** The first reading of the allocation takes so long, and something happens in between. */
function slowly(scene: Scene, ms: number, act: () => unknown, isLost = false): Intercept {
  let isFirst = true;
  return async (exchange, next) => {
    if (!isFirst || exchange.operationId !== "provider_resources_get") return next();
    isFirst = false;
    // The orders have been read by then.
    await new Promise((resolve) => setTimeout(resolve, 5));
    scene.clock.time += ms;
    await act();
    if (isLost) throw new ConnectionLost();
    return next();
  };
}

function stepsOf({ sent }: Scene): string[] {
  return sent().map(({ method, path }) => `${method} ${path.split("/").at(-2)}`);
}

const LOOK = ["GET", "GET"];
const methodsOf = (steps: readonly string[]) => steps.map((step) => step.split(" ")[0]);

describe.each(CURRENT)(
  "setState on %s, when allocation and orders are not read at the same moment",
  (generation) => {
    const terminated = async (isLost: boolean) => {
      const scene = createScene({ generation, state: "Erred", orders: ["Create done"] });
      const { api, orders } = scene.client();
      const terminate = async () => {
        await api.POST("/api/marketplace-provider-resources/{uuid}/terminate/", {
          params: { path: { uuid: scene.resource.uuid } },
          body: {},
        });
        await orders.approve(scene.orders().at(-1)?.uuid ?? "");
        scene.fake.process();
        scene.sent();
      };
      scene.intercepts.push(slowly(scene, isLost ? 0 : 201, terminate, isLost));
      const result = await scene.client().resources.setState(scene.resource.uuid, "OK");
      return { ...scene, result };
    };

    test.each([
      ["slowly", false],
      ["twice", true],
    ])(
      "refuses a termination that begins while it is read %s, and does not go over it",
      async (_, isLost) => {
        const scene = await terminated(isLost);
        expect(scene.result).toMatchObject({ outcome: "changed", to: "OK" });
        expect(scene.standing()).toEqual(["OK", "Create done", "Terminate erred"]);
        expect(stepsOf(scene).filter((step) => step.startsWith("POST"))).toEqual(["POST set_state_erred"]);
      },
    );
  },
);

describe("setState, before a step that no order stands for", () => {
  const scenes = {
    OK: { state: "Erred", orders: ["Create done"] },
    Erred: { state: "OK", orders: ["Create done"] },
  } as const;

  test.each(["OK", "Erred"] as const)("looks once more only if it was read slowly: %s", async (target) => {
    const looks = async (ms: number) => {
      const scene = createScene({ generation: "8.1", ...scenes[target] });
      scene.intercepts.push(slowly(scene, ms, () => {}));
      await scene.client().resources.setState(scene.resource.uuid, target);
      return methodsOf(stepsOf(scene));
    };
    expect(await looks(0)).toEqual([...LOOK, "POST"]);
    expect(await looks(200)).toEqual([...LOOK, "POST"]);
    expect(await looks(201)).toEqual([...LOOK, ...LOOK, "POST"]);
  });

  test("goes on where every read is slow, once two of them are alike", async () => {
    const scene = createScene({ generation: "8.1", ...scenes.OK });
    scene.intercepts.push(async (exchange, next) => {
      if (!isWrite(exchange)) scene.clock.time += 900;
      return next();
    });
    expect(await scene.client().resources.setState(scene.resource.uuid, "OK")).toMatchObject({ to: "OK" });
    expect(methodsOf(stepsOf(scene))).toEqual([...LOOK, ...LOOK, "POST"]);
  });

  test("does not look once more where an order is moved: that the server checks", async () => {
    const scene = createScene({ generation: "8.1", state: "Creating", orders: ["Create executing"] });
    scene.intercepts.push(slowly(scene, 900, () => {}));
    await scene.client().resources.setState(scene.resource.uuid, "OK");
    expect(methodsOf(stepsOf(scene))).toEqual([...LOOK, "POST"]);
  });
});
