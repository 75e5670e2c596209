import { describe, expect, test } from "vitest";
import type { Json } from "../../src/fake/state/values.ts";
import { ask } from "./ask.ts";
import { allocation, currentFake } from "./scene.ts";

const OFFERING = "cf4eb9c29fc74af4ade667fcb53633d5";
const RUNNING = "Running resource";

describe.each(["8.0", "8.1"] as const)("%s", (generation) => {
  async function link(rules: { [key: string]: Json }, backend_id: string) {
    const fake = currentFake({ generation });
    fake.state.offerings.get(OFFERING).backend_id_rules = rules;
    const path = `marketplace-provider-resources/${allocation(fake, RUNNING).uuid}/set_backend_id/`;
    const { status, body } = await ask(fake, "owner", "POST", path, { backend_id });
    return [status, body];
  }

  test("refuses a backend id of another format than the offering's", async () => {
    const format = { regex: "hpc-\\d+", description: "hpc- and a number" };
    expect(await link({ format }, "account-1")).toEqual([
      400,
      { backend_id: ["Backend ID has wrong format: hpc- and a number"] },
    ]);
    expect((await link({ format }, "hpc-77"))[0]).toBe(200);
    expect((await link({ format }, ""))[0]).toBe(200);
  });

  test.each([
    [{ scope: "offering" }, "hpc-2", 400],
    [{ scope: "service_provider" }, "hpc-2", 400],
    [{ scope: "offering" }, "hpc-4", 400],
    [{ scope: "offering", include_terminated: false }, "hpc-4", 200],
    [{ scope: "offering" }, "hpc-5", 200],
    [{ scope: "offering" }, "hpc-1", 200],
  ])("with backend ids unique by %j answers %s with %i", async (uniqueness, backendId, status) => {
    expect((await link({ uniqueness }, backendId))[0]).toBe(status);
  });

  test("tells beforehand what its rules say to a backend id", async () => {
    const fake = currentFake({ generation });
    fake.state.offerings.get(OFFERING).backend_id_rules = {
      format: { regex: "hpc-\\d" },
      uniqueness: { scope: "offering" },
    };
    const told = async (backend_id: string) =>
      (
        await ask(
          fake,
          "owner",
          "POST",
          `marketplace-provider-offerings/${OFFERING}/check_unique_backend_id/`,
          {
            backend_id,
            use_offering_rules: true,
          },
        )
      ).body;
    expect(await told("hpc-9")).toEqual({ is_unique: true, is_valid_format: true, errors: [] });
    expect(await told("hpc-2")).toMatchObject({ is_unique: false, is_valid_format: true });
    expect(await told("slurm")).toMatchObject({ is_unique: true, is_valid_format: false });
  });

  test("lets nothing be done to allocations of an offering that is Unavailable", async () => {
    const fake = currentFake({ generation });
    fake.state.offerings.get(OFFERING).state = "Unavailable";
    const path = `marketplace-provider-resources/${allocation(fake, RUNNING).uuid}/`;
    for (const [act, body] of [
      ["set_backend_id", { backend_id: "x" }],
      ["set_as_ok", {}],
      ["terminate", {}],
    ] as const) {
      expect(await ask(fake, "owner", "POST", `${path}${act}/`, body)).toMatchObject({
        status: 400,
        body: ["Offering is unavailable."],
      });
    }
    expect((await ask(fake, "owner", "GET", path)).status).toBe(200);
  });
});
