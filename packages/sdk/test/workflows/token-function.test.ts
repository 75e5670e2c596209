import type { Intercept } from "@puhuri/testing";
import { ConnectionLost } from "@puhuri/testing";
import { expect, test } from "vitest";
import { errorOf } from "../http/harness.ts";
import { createUsageScene } from "../usage/usage-scene.ts";
import { isWrite } from "./faults.ts";
import { createScene } from "./scenes.ts";
import { GENERATIONS, type World } from "./world.ts";

/** A token function that fails so many times from the moment on in which the answer to the first write was lost. */
function failingAfterWrite({ fake, intercepts }: World, times: number): () => Promise<string> {
  let left = 0;
  let isOver = false;
  const lose: Intercept = async (exchange, next) => {
    if (isOver || !isWrite(exchange)) return next();
    isOver = true;
    left = times;
    await next();
    throw new ConnectionLost();
  };
  intercepts.push(lose);
  return async () => {
    if (left-- > 0) throw new Error("identity provider: 503");
    return fake.tokenOf("owner");
  };
}

test.each(GENERATIONS)(
  "a report that was stored is found, though its repetition got no token (%s)",
  async (generation) => {
    const scene = createUsageScene({ generation });
    const { resources } = scene.client({ token: failingAfterWrite(scene, 1) });
    expect(await resources.reportUsage(scene.resource.uuid, { cpu: 10, gpu: 1, storage: 1 })).toMatchObject({
      outcome: "changed",
    });
    expect(scene.reports()).toHaveLength(1);
  },
);

test("a report may be stored, where nobody can look for want of a token", async () => {
  const scene = createUsageScene({ generation: "8.1" });
  const { resources } = scene.client({ token: failingAfterWrite(scene, 99) });
  expect(await errorOf(resources.reportUsage(scene.resource.uuid, { cpu: 10 }))).toMatchObject({
    code: "token",
    maybeApplied: true,
    cause: { message: "identity provider: 503" },
  });
});

test("a state may have been set, where nobody can look for want of a token", async () => {
  const options = { generation: "8.1", state: "Creating", orders: ["Create executing"] } as const;
  const scene = createScene(options);
  const { resources } = scene.client({ token: failingAfterWrite(scene, 99) });
  const setting = resources.setState(scene.resource.uuid, "OK");
  expect(await errorOf(setting)).toMatchObject({ maybeApplied: true });
  expect(scene.standing()).toEqual(["OK", "Create done"]);
});
