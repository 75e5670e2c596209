import { describe, expect, test } from "vitest";
import { ensureOfferingUserMany, setBackendIdMany, setStateMany } from "../../src/bulk/index.ts";
import { CURRENT, createWorld, GENERATIONS, type Generation, type World } from "../workflows/world.ts";
import { tallyOf } from "./cluster.ts";

const OFFERING_UUID = "d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1";
const OF_OFFERING = { offering_uuid: OFFERING_UUID };

/** A server with so many allocations that are linked and OK, and as many that are neither. */
function createHalves(generation: Generation, half: number): World {
  return createWorld({
    generation,
    seed: (seed) => {
      const offering = seed.offering({ uuid: OFFERING_UUID, name: "cluster", type: "Marketplace.Slurm" });
      for (let i = 0; i < half; i++) {
        seed.allocation({ name: `done ${i}`, state: "OK", offering, backend_id: `hpc-${i}` });
        const order = { type: "Create", state: "executing" } as const;
        seed.allocation({ name: `open ${i}`, state: "Creating", offering, order });
      }
    },
  });
}

function allocationsOf({ fake }: World) {
  return fake.state.resources.where("offering_uuid", OFFERING_UUID);
}

describe.each(GENERATIONS)("in bulk (%s)", (generation) => {
  test("states are set where they are not so yet, and nothing is asked of the others", async () => {
    const world = createHalves(generation, 6);
    // Executing for a day: no worker of the server will come for them any more.
    world.clock.time += 1000;
    const items = allocationsOf(world).map(({ uuid }) => ({ resource: uuid, state: "OK" }) as const);
    world.sent();
    const puhuri = world.client();
    const outcomes = await Array.fromAsync(setStateMany(puhuri, items, OF_OFFERING));
    expect(new Set(allocationsOf(world).map(({ state }) => state))).toEqual(new Set(["OK"]));
    const named = (outcome: string) =>
      outcomes
        .filter((it) => it.outcome === outcome)
        .map((it) => ("result" in it ? it.result.resource.name.split(" ")[0] : undefined));
    expect(new Set(named("unchanged"))).toEqual(new Set(["done"]));
    expect(named("unchanged")).toHaveLength(6);
    expect(named("changed")).toHaveLength(6);

    const tally = tallyOf(world.sent());
    if (generation === "2021") {
      expect(tally).toEqual({ resources_list: 1, resources_get: 6, resources_set_state_by_provider: 6 });
    } else {
      expect(tally).toEqual({
        provider_resources_list: 1,
        // One for all of them, and one for each that is open.
        orders_list: 7,
        provider_resources_get: 6,
        orders_set_state_done: 6,
        // That an allocation is there, Slurm of 2024-10 has to be told.
        ...(generation === "2024-10" ? { slurm_remote_set_state: 6 } : {}),
      });
    }
    const again = await setStateMany(puhuri, items, OF_OFFERING).finish();
    expect(again).toMatchObject({ changed: 0, unchanged: 12, failed: 0 });
  });

  test("a state that cannot be reached is one failure, and wrong words are refused", async () => {
    const world = createHalves(generation, 2);
    const [done, open] = allocationsOf(world);
    if (done === undefined || open === undefined) throw new Error("The seed lost its allocations.");
    done.state = "Terminated";
    const items = [
      { resource: done.uuid, state: "OK" },
      { resource: open.uuid, state: JSON.parse('"ok"') },
      { resource: open.uuid, state: "OK", message: JSON.parse("null") },
      { resource: open.uuid, state: "OK" },
    ] as const;
    const summary = await setStateMany(world.client(), items).finish();
    expect(summary).toMatchObject({ changed: 1, failed: 3 });
    expect(summary.failures.map(({ error }) => error)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ code: "invalid-transition" }),
        expect.objectContaining({ code: "invalid-argument", argument: "state" }),
        expect.objectContaining({ code: "invalid-argument", argument: "message" }),
      ]),
    );
  });

  test("backend ids are sent where they differ", async () => {
    const world = createHalves(generation, 8);
    const items = allocationsOf(world).map(({ uuid }, i) => ({
      resource: uuid,
      backend_id: i % 2 === 0 ? ` hpc-${i / 2} ` : `new-${i}`,
    }));
    world.sent();
    const puhuri = world.client();
    expect(await setBackendIdMany(puhuri, items, OF_OFFERING).finish()).toMatchObject({
      changed: 8,
      unchanged: 8,
    });
    expect(allocationsOf(world).map(({ backend_id }) => backend_id)).toEqual(
      items.map(({ backend_id }) => backend_id.trim()),
    );
    expect(world.sent()).toHaveLength(9);
    expect(await setBackendIdMany(puhuri, items, OF_OFFERING).finish()).toMatchObject({ unchanged: 16 });
    // Without a word on the offering a few are looked at, and then the listing of all allocations is read.
    world.sent();
    expect(await setBackendIdMany(puhuri, items).finish()).toMatchObject({ unchanged: 16 });
    expect(world.sent().length).toBeLessThan(10);
  });

  test("the last one of several ids for the same allocation stays", async () => {
    const world = createHalves(generation, 1);
    const [allocation] = allocationsOf(world);
    if (allocation === undefined) throw new Error("The seed lost its allocation.");
    const items = ["a", "hpc-0", "b", "hpc-0"].map((backend_id) => ({
      resource: allocation.uuid,
      backend_id,
    }));
    let slow = 2;
    world.intercepts.push(async (exchange, next) => {
      if (exchange.request.method === "POST" && slow-- > 0) {
        await new Promise((resolve) => setImmediate(resolve));
      }
      return next();
    });
    await setBackendIdMany(world.client(), items, OF_OFFERING).finish();
    expect(allocation.backend_id).toBe("hpc-0");
  });

  test("accounts are made where there are none", async () => {
    const world = createWorld({
      generation,
      seed: (seed) => {
        const offering = seed.offering({ uuid: OFFERING_UUID, name: "cluster" });
        for (let i = 0; i < 20; i++) {
          const user = seed.user({ username: `user${i}` });
          if (i % 2 === 0) seed.offeringUser({ offering, user, username: `posix${i}` });
        }
      },
    });
    const { users, offeringUsers: stored } = world.fake.state;
    const items = users.all().flatMap(({ uuid, username }) => {
      const [, number] = /^user(\d+)$/.exec(username) ?? [];
      return number === undefined
        ? []
        : [{ offering: OFFERING_UUID, user: uuid, username: `posix${number}` }];
    });
    const puhuri = world.client();
    expect(await ensureOfferingUserMany(puhuri, items).finish()).toMatchObject({
      created: 10,
      updated: 0,
      unchanged: 10,
      failed: 0,
    });
    const accounts = stored.where("offering_uuid", OFFERING_UUID);
    expect(accounts.map(({ username }) => username).sort()).toEqual(
      items.map(({ username }) => username).sort(),
    );
    world.sent();
    expect(await ensureOfferingUserMany(puhuri, items).finish()).toMatchObject({ unchanged: 20 });
    expect(world.sent().length).toBeLessThan(10);
  });
});

describe.each(CURRENT)("in bulk, on servers with orders (%s)", (generation) => {
  test("an allocation whose order is open is looked at more closely, whatever its state", async () => {
    const world = createHalves(generation, 1);
    const [done] = allocationsOf(world);
    if (done === undefined) throw new Error("The seed lost its allocation.");
    const { orders } = world.fake.state;
    const [order] = orders.where("resource_uuid", done.uuid);
    if (order === undefined) throw new Error("The seed lost its order.");
    const termination = orders.add({
      ...order,
      uuid: "e".repeat(32),
      type: "Terminate",
      state: "pending-provider",
      created: new Date(world.clock.time).toISOString(),
    });
    const items = [{ resource: done.uuid, state: "OK" }] as const;
    expect(await setStateMany(world.client(), items, OF_OFFERING).finish()).toMatchObject({
      changed: 1,
    });
    expect(termination.state).toBe("rejected");
  });
});

test("an allocation that is moved to and fro ends where the last item wants it", async () => {
  const world = createHalves("8.1", 2);
  const [other, , done] = allocationsOf(world);
  if (other === undefined || done === undefined) throw new Error("The seed lost its allocations.");
  const items = [
    { resource: other.uuid, state: "OK" },
    ...(["Erred", "OK", "Erred", "OK"] as const).map((state) => ({ resource: done.uuid, state })),
  ] as const;
  const run = setStateMany(world.client(), items, OF_OFFERING);
  const outcomes = (await Array.fromAsync(run)).sort((a, b) => a.index - b.index);
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(["unchanged", ...Array(4).fill("changed")]);
  expect(done.state).toBe("OK");
});

test("an account under another name, or being deleted, is looked at more closely", async () => {
  const world = createWorld({
    generation: "8.1",
    seed: (seed) => {
      const offering = seed.offering({ uuid: OFFERING_UUID, name: "cluster" });
      for (let i = 0; i < 8; i++) {
        const user = seed.user({ username: `user${i}` });
        seed.offeringUser({ offering, user, username: i < 6 ? `posix${i}` : "old" });
      }
    },
  });
  const { users, offeringUsers: stored } = world.fake.state;
  const items = Array.from({ length: 8 }, (_, i) => {
    const user = users.all().find(({ username }) => username === `user${i}`);
    if (user === undefined) throw new Error("The seed lost a user.");
    return { offering: OFFERING_UUID, user: user.uuid, username: `posix${i}` };
  });
  const deleted = stored.where("user_uuid", items[5]?.user ?? "")[0];
  if (deleted === undefined) throw new Error("The seed lost an account.");
  deleted.state = "Deleting";
  const run = ensureOfferingUserMany(world.client(), items, { concurrency: 1 });
  const outcomes = (await Array.fromAsync(run)).map(({ outcome }) => outcome);
  expect(outcomes).toEqual([...Array(5).fill("unchanged"), "failed", "updated", "updated"]);
});
