import { ConnectionLost } from "@puhuri/testing";
import { afterEach, describe, expect, test } from "vitest";
import { createPuhuriClient, type PuhuriClient } from "../../src/index.ts";
import { CELL_ROWS } from "../set-state/cells.ts";
import { createUsageScene } from "../usage/usage-scene.ts";
import { isWrite } from "./faults.ts";
import { createScene } from "./scenes.ts";
import { CURRENT, createWorld, GENERATIONS, type World } from "./world.ts";

const opened: World[] = [];

afterEach(async () => {
  await Promise.all(opened.splice(0).map(({ fake }) => fake.close()));
});

/** A client that speaks HTTP to the fake, over sockets and with the real clock. */
async function connect<Scene extends World>(scene: Scene): Promise<Scene & { puhuri: PuhuriClient }> {
  opened.push(scene);
  const { url } = await scene.fake.listen();
  const puhuri = createPuhuriClient({
    baseUrl: url,
    token: scene.fake.tokenOf("owner"),
    dialect: scene.generation === "2021" ? "2021" : "current",
    clock: scene.clock,
  });
  return { ...scene, puhuri };
}

/** Loses the answer of every second write, in turns before and after the server has acted. */
function dropEverySecondWrite({ intercepts }: World): void {
  let writes = 0;
  intercepts.push(async (exchange, next) => {
    if (!isWrite(exchange)) return next();
    writes++;
    if (writes % 2 === 0) return next();
    if (writes % 4 === 1) await next();
    throw new ConnectionLost();
  });
}

describe.each(GENERATIONS)(
  "a provider's day on %s over HTTP, while every second write is lost",
  (generation) => {
    test("ends where it ends without", async () => {
      const world = createWorld({ generation, seed: (seed) => seed.allocation({ name: "it" }) });
      const { puhuri, fake } = await connect(world);
      const resource = fake.state.resourceNamed("it");
      const member = fake.state.userNamed("newcomer");
      if (resource === undefined || member === undefined) throw new Error("The seed lost its rows.");
      dropEverySecondWrite(world);
      const { uuid } = resource;
      const report = [{ header: "Login", body: "ssh login.hpc.example" }];

      for (const _ of [1, 2]) {
        await puhuri.resources.setState(uuid, "OK");
        await puhuri.resources.setBackendId(uuid, "slurm-17");
        await puhuri.resources.submitReport(uuid, report);
      }
      expect(await puhuri.resources.waitForState(uuid, "OK")).toMatchObject({ backend_id: "slurm-17" });
      expect(resource.report).toEqual(report);

      const access = { offering: resource.offering_uuid, user: member.uuid, username: "nils" };
      for (const _ of [1, 2, 3]) await puhuri.offeringUsers.ensure(access).catch(() => {});
      const accounts = fake.state.offeringUsers.where("user_uuid", member.uuid);
      expect(accounts.map(({ username }) => username)).toEqual(["nils"]);

      await puhuri.resources.setState(uuid, "Terminated");
      expect(await puhuri.resources.setState(uuid, "Terminated")).toMatchObject({ outcome: "unchanged" });
      expect(resource.state).toBe("Terminated");
      expect(fake.state.orders.where("resource_uuid", uuid).map(({ state }) => state)).toEqual(
        generation === "2021" ? ["executing"] : ["done", "done"],
      );
    });

    test("reports the usage it measured", async () => {
      const scene = await connect(createUsageScene({ generation, usages: { cpu: 10 } }));
      dropEverySecondWrite(scene);
      const perUser = generation === "2021" ? {} : { perUser: { alice: { cpu: 7 }, bob: { cpu: 5 } } };
      const amounts = { cpu: 12, gpu: 3, storage: 5 };
      const { reportUsage } = scene.puhuri.resources;
      await reportUsage.call(scene.puhuri.resources, scene.resource.uuid, amounts, perUser);
      expect(await scene.puhuri.resources.reportUsage(scene.resource.uuid, amounts, perUser)).toMatchObject({
        outcome: "unchanged",
      });
      expect(scene.totals()).toEqual({ cpu: "12.00", gpu: "3.00", storage: "5.00" });
    });
  },
);

describe.each(CURRENT)("setState on %s over HTTP", (generation) => {
  const column = `Slurm ${generation}`;
  const rows = CELL_ROWS.filter(({ target, onPending }) => target !== "Erred" || onPending === "approve")
    // What waits for a worker asks for half a minute, and here time does not fly.
    .filter(({ outcomes }) => Number(outcomes[column]?.split(" ").at(-1)) < 20);

  test.each(rows)(
    "$target from $state with $orders",
    async ({ state, orders, target, onPending, outcomes }) => {
      const scene = await connect(createScene({ generation, state, orders }));
      const call = scene.puhuri.resources.setState(scene.resource.uuid, target, { onPending });
      const result = await call.then(
        ({ outcome, to }) => (outcome === "unchanged" ? "as it is" : to),
        ({ code }: { code: string }) => (code === "invalid-transition" ? "no way" : "unsupported"),
      );
      expect(`${result} ${scene.sent().length}`).toBe(outcomes[column]);
    },
  );
});
