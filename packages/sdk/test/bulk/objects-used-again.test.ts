import { describe, expect, test } from "vitest";
import { reportUsageMany } from "../../src/bulk/index.ts";
import { createCluster, OFFERING_UUID } from "./cluster.ts";

const STORED = [
  { cpu: 1, gpu: 1, storage: 1 },
  { cpu: 1, gpu: 1, storage: 1 },
];
const cpuOf = (cluster: ReturnType<typeof createCluster>) =>
  cluster.allocations.map((allocation) => cluster.storedOf(allocation).cpu);

describe("a caller's object that is used again for something else", () => {
  test("stands in bulk for what it was when it was given, also while it waits for its turn", async () => {
    const cluster = createCluster({ generation: "8.1", stored: STORED });
    const [a, b] = cluster.allocations;
    if (a === undefined || b === undefined) throw new Error("The seed lost its allocations.");
    function* source() {
      const item = { resource: a?.uuid ?? "", amounts: { cpu: 10 } };
      yield item;
      item.amounts = { cpu: 11 };
      yield item;
      item.resource = b?.uuid ?? "";
      item.amounts = { cpu: 999 };
      yield item;
    }
    const puhuri = cluster.client();
    expect(await reportUsageMany(puhuri, source()).finish()).toMatchObject({ changed: 3, failed: 0 });
    expect(cpuOf(cluster)).toEqual(["11.00", "999.00"]);
  });

  test("stands as options and as a query for what it was in the call", async () => {
    const cluster = createCluster({ generation: "8.1", stored: STORED });
    const { resources } = cluster.client();
    const options = { description: "" };
    const calls = cluster.allocations.map(({ uuid, name }) => {
      options.description = `usage of ${name}`;
      return resources.reportUsage(uuid, { cpu: 5 }, options);
    });
    await Promise.all(calls);
    const rows = [...cluster.fake.state.componentUsages].filter(
      ({ component_type }) => component_type === "cpu",
    );
    for (const { uuid, name } of cluster.allocations) {
      const row = rows.find(({ resource_uuid }) => resource_uuid === uuid);
      expect(row?.description).toBe(`usage of ${name}`);
    }

    const query: { offering_uuid: string; name_exact?: string } = { offering_uuid: OFFERING_UUID };
    const all = resources.list(query);
    query.name_exact = "r1";
    expect(await all.count()).toBe(2);
    expect(await resources.list(query).count()).toBe(1);
  });
});

test("what is to be changed is read again where the listing is older than a minute", async () => {
  const cluster = createCluster({ generation: "8.1", stored: STORED });
  const [, b] = cluster.allocations;
  if (b === undefined) throw new Error("The seed lost its allocations.");
  const puhuri = cluster.client();
  let listed = false;
  cluster.intercepts.push(async ({ operationId }, next) => {
    const response = await next();
    if (operationId !== "component_usages_list" || listed) return response;
    listed = true;
    // So slow a listing holds longer than that. Meanwhile somebody else reports more.
    cluster.clock.time += 90_000;
    await cluster.client().resources.reportUsage(b.uuid, { cpu: 50 });
    return response;
  });
  const items = [{ resource: b.uuid, amounts: { cpu: 20, gpu: 1, storage: 1 } }];
  const { failures } = await reportUsageMany(puhuri, items, { offering_uuid: OFFERING_UUID }).finish();
  expect(failures.map(({ error }) => error)).toMatchObject([{ reason: "decrease", component: "cpu" }]);
  expect(cluster.storedOf(b).cpu).toBe("50.00");
});
