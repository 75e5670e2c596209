import { describe, expect, test } from "vitest";
import { AllocationFailed, type AllocationHandlers, processAllocations } from "../../src/loop/index.ts";
import { createSite, SITE_OFFERING, type Site } from "./site.ts";

const SCOPE = { offering_uuid: SITE_OFFERING };

/** In 2021 a provider sees no orders, only states. */
describe("a pass on a server of 2021", () => {
  function createIn(state: "Terminating" | "Updating"): Site {
    const site = createSite({
      generation: "2021",
      type: "Marketplace.Slurm",
      seed: (seed) => {
        seed.allocation({ name: "a", offering: SITE_OFFERING, state, backend_id: "hpc-a" });
      },
    });
    site.cluster.set("hpc-a", { key: site.allocation("a").uuid, limits: {} });
    return site;
  }

  test("ends what is to end, without asking whether: that is settled", async () => {
    const site = createIn("Terminating");
    const decide = () => "reject" as const;
    const [outcome] = await Array.fromAsync(
      processAllocations(site.client(), SCOPE, { ...site.handlers(), decide }),
    );
    expect(outcome).toMatchObject({
      outcome: "done",
      kind: "terminate",
      resource: { state: "Terminated" },
      steps: ["report-usage", "terminate", "complete"],
    });
    expect(site.cluster.size).toBe(0);
    expect(site.allocation("a").state).toBe("Terminated");
  });

  test("does not ask either about the end of what was never linked", async () => {
    const site = createIn("Terminating");
    site.allocation("a").backend_id = "";
    const decide = () => "reject" as const;
    const handlers = { ...site.handlers(), decide };
    expect(await processAllocations(site.client(), SCOPE, handlers).finish()).toMatchObject({ done: 1 });
  });

  test("leaves to the next pass what is to end since it was listed as new", async () => {
    const site = createSite({
      generation: "2021",
      type: "Marketplace.Slurm",
      seed: (seed) => {
        for (const name of ["a", "b"]) seed.allocation({ name, offering: SITE_OFFERING });
      },
    });
    const handlers = site.handlers();
    const create: AllocationHandlers["create"] = (allocation, context) => {
      site.allocation("b").state = "Terminating";
      return handlers.create(allocation, context);
    };
    const outcomes = await Array.fromAsync(processAllocations(site.client(), SCOPE, { ...handlers, create }));
    expect(outcomes).toMatchObject([{ outcome: "done" }, { outcome: "skipped", resource: { name: "b" } }]);
    expect([...site.cluster.keys()]).toEqual(["hpc-a"]);
  });

  test("ends at Puhuri what is gone at the cluster already", async () => {
    const site = createIn("Terminating");
    site.cluster.clear();
    const [outcome] = await Array.fromAsync(processAllocations(site.client(), SCOPE, site.handlers()));
    expect(outcome).toMatchObject({ outcome: "done", resource: { state: "Terminated" } });
    expect(site.log).toEqual([]);
    expect(site.allocation("a").state).toBe("Terminated");
  });

  test("marks as erred what a handler gives up to end", async () => {
    const site = createIn("Terminating");
    const terminate: AllocationHandlers["terminate"] = () => {
      throw new AllocationFailed("There are jobs running.");
    };
    const [outcome] = await Array.fromAsync(
      processAllocations(site.client(), SCOPE, { ...site.handlers(), terminate }),
    );
    expect(outcome).toMatchObject({ outcome: "erred", resource: { state: "Erred" } });
    expect(site.allocation("a").state).toBe("Erred");
  });

  test("leaves terminations alone for which there is no handler", async () => {
    const site = createIn("Terminating");
    const { create } = site.handlers();
    const [outcome] = await Array.fromAsync(processAllocations(site.client(), SCOPE, { create }));
    expect(outcome).toMatchObject({ outcome: "skipped", reason: expect.stringContaining("terminate") });
    expect(site.allocation("a").state).toBe("Terminating");
  });

  test("leaves changes alone: what they are to become is said in orders only", async () => {
    const site = createIn("Updating");
    expect(await processAllocations(site.client(), SCOPE, site.handlers()).finish()).toMatchObject({
      total: 0,
    });
    expect(site.allocation("a").state).toBe("Updating");
  });
});
