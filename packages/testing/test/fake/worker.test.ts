import { describe, expect, test } from "vitest";
import type { FakePuhuri, FakePuhuriOptions } from "../../src/fake/create-fake-puhuri.ts";
import { ask } from "./ask.ts";
import { act, allocation, currentFake, lastOrder, NOW, standing } from "./scene.ts";

const WAITING = "Sample resource";
const RUNNING = "Running resource";

/** A fake of 2024-10 whose clock the test moves. */
function lateFake(background: FakePuhuriOptions["background"], type = "Marketplace.Slurm") {
  let clock = Date.parse(NOW);
  const now = (): Date => new Date(clock);
  const fake = currentFake({ generation: "2024-10", type, now, ...(background ? { background } : {}) });
  return {
    fake,
    pass(seconds: number): void {
      clock += seconds * 1000;
    },
  };
}

async function setBackendId(fake: FakePuhuri, name: string, backend_id: string): Promise<void> {
  const path = `marketplace-provider-resources/${allocation(fake, name).uuid}/set_backend_id/`;
  expect((await ask(fake, "owner", "POST", path, { backend_id })).status).toBe(200);
}

async function approveTermination(fake: FakePuhuri): Promise<void> {
  const { uuid } = allocation(fake, RUNNING);
  await ask(fake, "owner", "POST", `marketplace-provider-resources/${uuid}/terminate/`, {});
  expect((await act(fake, "owner", RUNNING, "approve_by_provider")).status).toBe(200);
}

describe("a worker that lags", () => {
  test("acts when the clock says so, and not before", async () => {
    const { fake, pass } = lateFake({ lagMs: 60_000 });
    await act(fake, "owner", WAITING, "approve_by_provider");
    pass(59);
    expect([fake.worker.waiting, allocation(fake, WAITING).plugin_object]).toEqual([1, null]);
    pass(1);
    expect(allocation(fake, WAITING).plugin_object).toMatchObject({ state: "Creation Scheduled" });
    expect(fake.worker.waiting).toBe(0);
  });

  test("undoes a termination that the provider has closed over its head", async () => {
    const { fake, pass } = lateFake({ lagMs: 60_000 });
    await approveTermination(fake);
    await act(fake, "owner", RUNNING, "set_state_done");
    expect(standing(fake, RUNNING)).toBe("Terminated, Terminate done, periods: closed");
    pass(60);
    expect(standing(fake, RUNNING)).toBe("Terminating, Terminate done, periods: closed");
  });

  test("waits while it is stopped, and catches up when it goes on", async () => {
    const { fake, pass } = lateFake({ lagMs: 1000 });
    fake.worker.stop();
    await approveTermination(fake);
    pass(3600);
    expect(allocation(fake, RUNNING).state).toBe("OK");
    fake.worker.start();
    expect(allocation(fake, RUNNING).state).toBe("Terminating");
  });

  test("can lose what waits", async () => {
    const { fake, pass } = lateFake({ lagMs: 1000 });
    await approveTermination(fake);
    expect([fake.worker.lose(), fake.worker.waiting]).toEqual([1, 0]);
    pass(3600);
    expect(standing(fake, RUNNING)).toBe("OK, Terminate executing, periods: open");
  });

  test("is stopped and let go on where it acts at once, too", async () => {
    const { fake } = lateFake(undefined);
    fake.worker.stop();
    await approveTermination(fake);
    expect([allocation(fake, RUNNING).state, fake.worker.waiting]).toEqual(["OK", 1]);
    fake.worker.start();
    expect([allocation(fake, RUNNING).state, fake.worker.waiting]).toEqual(["Terminating", 0]);
  });
});

test("a worker that writes whole rows takes back what was written between its reading and its writing", async () => {
  const { fake, pass } = lateFake({ takesMs: 100 });
  await act(fake, "owner", WAITING, "approve_by_provider");
  await setBackendId(fake, WAITING, "hpc-1");
  expect(allocation(fake, WAITING).backend_id).toBe("hpc-1");
  pass(0.1);
  expect(allocation(fake, WAITING)).toMatchObject({
    backend_id: "",
    plugin_object: { path: "slurm-allocations" },
  });
  await setBackendId(fake, WAITING, "hpc-1");
  pass(60);
  expect(allocation(fake, WAITING).backend_id).toBe("hpc-1");
});

test("a worker that has waited for reads still takes its time to write", async () => {
  const { fake, pass } = lateFake({ afterReads: 0, takesMs: 100 });
  await act(fake, "owner", WAITING, "approve_by_provider");
  for (let reads = 0; reads < 3; reads += 1) await ask(fake, "owner", "GET", "marketplace-orders/");
  expect([allocation(fake, WAITING).plugin_object, fake.worker.waiting]).toEqual([null, 1]);
  pass(0.1);
  expect(allocation(fake, WAITING).plugin_object).toMatchObject({ state: "Creation Scheduled" });
});

test("a Basic Update that was completed before its worker came ends erred, and so does the resource", async () => {
  const { fake, pass } = lateFake({ lagMs: 1000 }, "Marketplace.Basic");
  const { uuid } = allocation(fake, RUNNING);
  await ask(fake, "cowner", "POST", `marketplace-resources/${uuid}/update_limits/`, {
    limits: { storage: 20 },
  });
  await act(fake, "owner", RUNNING, "approve_by_provider");
  await act(fake, "owner", RUNNING, "set_state_done");
  expect(standing(fake, RUNNING)).toBe("OK, Update done, periods: open");
  pass(1);
  expect(standing(fake, RUNNING)).toBe("Erred, Update erred, periods: open");
  expect(lastOrder(fake, RUNNING).error_message).toContain("using method 'complete'");
});

test("a change of limits on a Slurm offering of 2024-10 passes once the server's own allocation is told to be OK", async () => {
  const { fake } = lateFake(undefined);
  await act(fake, "owner", WAITING, "approve_by_provider");
  await act(fake, "owner", WAITING, "set_state_done");
  const { uuid } = allocation(fake, WAITING);
  const change = async (): Promise<string> => {
    const limits = { limits: { storage: 20 } };
    await ask(fake, "cowner", "POST", `marketplace-resources/${uuid}/update_limits/`, limits);
    await act(fake, "owner", WAITING, "approve_by_provider");
    return standing(fake, WAITING);
  };
  expect(await change()).toBe("OK, Update erred, periods: open");
  const told = await ask(fake, "owner", "POST", `marketplace-slurm-remote/${uuid}/set_state/`, {
    state: "ok",
  });
  expect(told.status).toBe(200);
  expect(await change()).toBe("Updating, Update executing, periods: open");
});
