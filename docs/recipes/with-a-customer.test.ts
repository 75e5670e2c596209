import { createPuhuriClient } from "@puhuri/sdk";
import { processAllocations } from "@puhuri/sdk/loop";
import { createFakePuhuri } from "@puhuri/testing";
import { expect, it } from "vitest";

it("follows an allocation from its order to its end", async () => {
  // One clock for both sides: a pass waits some seconds after it has stored a backend id, and here they cost nothing.
  let time = Date.parse("2026-11-23T12:00:00Z");
  const fake = createFakePuhuri({ dialect: "current", now: () => new Date(time) });
  const puhuri = createPuhuriClient({
    baseUrl: "https://puhuri.test",
    token: fake.tokenOf("owner"),
    fetch: fake.fetch,
    clock: {
      now: () => time,
      async sleep(ms) {
        time += ms;
      },
    },
  });
  const cluster: Record<string, number> = {};
  const pass = async () => {
    const offering_uuid = "cf4eb9c29fc74af4ade667fcb53633d5";
    const outcomes = processAllocations(
      puhuri,
      { offering_uuid },
      {
        create: ({ uuid, limits }) => {
          cluster[uuid] = limits.storage ?? 0;
          return { backend_id: uuid };
        },
        update: ({ uuid }, limits) => {
          cluster[uuid] = limits.storage ?? 0;
        },
        terminate: ({ uuid }) => {
          delete cluster[uuid];
        },
      },
    );
    for await (const outcome of outcomes) if (outcome.outcome === "failed") throw outcome.error;
  };

  const { resource_uuid } = fake.customer.order({ name: "climate", limits: { storage: 10 } });
  await pass();
  expect(cluster[resource_uuid]).toBe(10);

  fake.customer.changeLimits("climate", { storage: 20 });
  await pass();
  expect(cluster[resource_uuid]).toBe(20);

  fake.customer.terminate("climate");
  await pass();
  expect(cluster[resource_uuid]).toBeUndefined();
  expect(fake.state.resourceNamed("climate")?.state).toBe("Terminated");
});
