import { describe, expect, test } from "vitest";
import { badGateway, losing } from "./faults.ts";
import { createWorld, GENERATIONS } from "./world.ts";

const REPORT = [{ header: "Login", body: "ssh login.hpc.example" }];

describe.each(GENERATIONS)("on %s", (generation) => {
  const operations =
    generation === "2021"
      ? { setBackendId: "resources_set_backend_id", submitReport: "resources_submit_report" }
      : {
          setBackendId: "provider_resources_set_backend_id",
          submitReport: "provider_resources_submit_report",
        };

  function createScene() {
    const world = createWorld({ generation, seed: (seed) => seed.allocation({ name: "it", state: "OK" }) });
    const resource = world.fake.state.resourceNamed("it");
    if (resource === undefined) throw new Error("The seed lost its allocation.");
    return { ...world, resource, ...world.client() };
  }

  test.each(["Creating", "OK", "Erred", "Terminated"] as const)(
    "setBackendId may be repeated while the allocation is %s",
    async (state) => {
      const { resource, resources } = createScene();
      resource.state = state;
      await resources.setBackendId(resource.uuid, "slurm-17");
      await resources.setBackendId(resource.uuid, "slurm-17");
      expect(resource.backend_id).toBe("slurm-17");
      await resources.setBackendId(resource.uuid, "");
      expect(resource.backend_id).toBe("");
    },
  );

  test("submitReport may be repeated, and replaces the report", async () => {
    const { resource, resources } = createScene();
    await resources.submitReport(resource.uuid, [{ header: "Old", body: "Old" }]);
    await resources.submitReport(resource.uuid, REPORT);
    await resources.submitReport(resource.uuid, REPORT);
    expect(resource.report).toEqual(REPORT);
  });

  test.each(["before", "after"] as const)(
    "both are sent again when answers are lost %s the server has acted",
    async (when) => {
      const { resource, resources, intercepts } = createScene();
      intercepts.push(losing(operations.setBackendId, when, 2), badGateway(operations.submitReport, when, 3));
      await resources.setBackendId(resource.uuid, "slurm-17");
      await resources.submitReport(resource.uuid, REPORT);
      expect(resource).toMatchObject({ backend_id: "slurm-17", report: REPORT });
    },
  );
});
