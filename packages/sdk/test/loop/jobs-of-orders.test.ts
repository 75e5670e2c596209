import { expect, test } from "vitest";
import { processAllocations } from "../../src/loop/index.ts";
import { createSite, SITE_OFFERING } from "./site.ts";

test("hands a handler its own id of the order again, so that the next pass finds the job", async () => {
  const site = createSite({
    generation: "8.1",
    type: "Marketplace.Slurm",
    seed: (seed) => {
      const allocation = seed.allocation({
        name: "a",
        offering: SITE_OFFERING,
        state: "Creating",
        order: null,
      });
      seed.order({ type: "Create", allocation, state: "pending-provider" });
    },
  });
  const jobs: (string | undefined)[] = [];
  /** One pass of a process that remembers nothing. */
  async function pass() {
    const puhuri = site.client();
    const handlers = {
      async create(
        _allocation: unknown,
        { order }: { readonly order: { uuid: string; backend_id?: string } | undefined },
      ) {
        jobs.push(order?.backend_id);
        if (order?.backend_id === "job-1") return { backend_id: "hpc-a" };
        await puhuri.orders.setBackendId(order?.uuid ?? "", "job-1");
        return "wait" as const;
      },
    };
    const outcomes = await Array.fromAsync(
      processAllocations(puhuri, { offering_uuid: SITE_OFFERING }, handlers),
    );
    return outcomes.map(({ outcome }) => outcome);
  }

  expect(await pass()).toEqual(["waiting"]);
  expect(await pass()).toEqual(["done"]);
  expect(jobs).toEqual(["", "job-1"]);
});
