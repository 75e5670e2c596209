import { describe, expect, test } from "vitest";
import { CURRENT_GENERATIONS } from "../../src/fake/state/words.ts";
import { ask } from "./ask.ts";
import { act, allocation, currentFake, standing } from "./scene.ts";

const OFFERING = "cf4eb9c29fc74af4ade667fcb53633d5";
const SAMPLE = "marketplace-provider-resources/a1916bd53fd04b1ab1a4e700c926607b/";

describe.each(CURRENT_GENERATIONS)("the guide's steps on %s", (generation) => {
  test("lead from the order that arrives to the report of its usage", async () => {
    const fake = currentFake({ generation });
    const offering = await ask(fake, "owner", "GET", `marketplace-provider-offerings/${OFFERING}/`);
    expect(offering.body).toMatchObject({
      components: [{ type: "cpu" }, { type: "gpu" }, { type: "setup" }, { type: "storage" }],
    });
    const waiting = await ask(fake, "owner", "GET", "marketplace-orders/?state=pending-provider&type=Create");
    expect(waiting.column("marketplace_resource_uuid")).toEqual([allocation(fake, "Sample resource").uuid]);

    await act(fake, "owner", "Sample resource", "approve_by_provider");
    const named = await ask(fake, "owner", "POST", `${SAMPLE}set_backend_id/`, { backend_id: "hpc-9" });
    expect(named.body).toEqual({ status: "Resource backend_id has been changed." });
    await act(fake, "owner", "Sample resource", "set_state_done");
    expect(standing(fake, "Sample resource")).toBe("OK, Create done, periods: open");

    const team = await ask(fake, "owner", "GET", `${SAMPLE}team/`);
    expect(team.column("username")).toEqual(["csc_api_user", "etais_api_user"]);
    const [period] = (await ask(fake, "owner", "GET", `${SAMPLE}plan_periods/`)).column("uuid");
    const usages = ["cpu", "gpu", "storage"].map((type) => ({ type, amount: "1.50" }));
    const reported = await ask(fake, "owner", "POST", "marketplace-component-usages/set_usage/", {
      plan_period: period ?? null,
      usages,
    });
    expect(reported.status).toBe(201);
    const shown = generation === "2024-10" ? "1.50" : 1.5;
    expect((await ask(fake, "owner", "GET", SAMPLE)).body).toMatchObject({
      state: "OK",
      backend_id: "hpc-9",
      current_usages: { cpu: shown, gpu: shown, storage: shown },
    });
    const report = { report: [{ header: "Log", body: "done" }] };
    expect((await ask(fake, "owner", "POST", `${SAMPLE}submit_report/`, report)).body).toEqual({
      status: "Report is submitted",
    });
  });

  test("show every allocation of the default seed, whose answers hold to the spec", async () => {
    const fake = currentFake({ generation });
    for (const path of ["marketplace-provider-resources/", "marketplace-orders/"]) {
      const list = await ask(fake, "owner", "GET", path);
      expect(list.rows.length).toBeGreaterThan(5);
      for (const uuid of list.column("uuid")) {
        expect((await ask(fake, "owner", "GET", `${path}${uuid}/`)).status).toBe(200);
      }
    }
  });

  test.each(["{}", '{"backend_id": 7}', '{"backend_id": null}'])(
    "set_backend_id with %s is answered as the server does",
    async (body) => {
      const fake = currentFake({ generation });
      const answer = await ask(fake, "owner", "POST", `${SAMPLE}set_backend_id/`, JSON.parse(body));
      const expected = { "{}": 500, '{"backend_id": 7}': 200, '{"backend_id": null}': 400 }[body];
      expect(answer.status).toBe(expected);
    },
  );
});
