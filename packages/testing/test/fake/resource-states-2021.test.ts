import { describe, expect, test } from "vitest";
import { RESOURCE_STATES } from "../../src/fake/state/words.ts";
import { ask } from "./ask.ts";
import { createCheckedFake } from "./checked.ts";

const ENDS = { ok: "OK", erred: "Erred", terminated: "Terminated" } as const;

describe("set_state_by_provider", () => {
  const cells = RESOURCE_STATES.flatMap((from) =>
    (["ok", "erred", "terminated"] as const).map((to) => [from, to] as const),
  );

  test.each(cells)("from %s to %s changes the stored state or refuses and leaves it", async (from, to) => {
    const fake = createCheckedFake({ dialect: "2021" });
    const resource = fake.state.resources.get("a1916bd53fd04b1ab1a4e700c926607b");
    resource.state = from;
    const isRefused = to === "ok" && ["OK", "Terminating", "Terminated"].includes(from);

    const answer = await ask(
      fake,
      "owner",
      "POST",
      `marketplace-resources/${resource.uuid}/set_state_by_provider/`,
      {
        state: to,
      },
    );

    expect(answer.status).toBe(isRefused ? 400 : 200);
    expect(answer.body).toEqual({
      status: isRefused ? `Can't switch from state '${from}' to 'ok'.` : "Resource state has been changed.",
    });
    expect(resource.state).toBe(isRefused ? from : ENDS[to]);
  });

  test("a resource that was set to ok is OK in the next list, and has no plan period", async () => {
    const fake = createCheckedFake({ dialect: "2021" });
    const path = "marketplace-resources/a1916bd53fd04b1ab1a4e700c926607b/";
    await ask(fake, "owner", "POST", `${path}set_state_by_provider/`, { state: "ok" });

    const list = await ask(fake, "owner", "GET", "marketplace-resources/?state=OK&o=created&field=name");
    expect(list.column("name")).toEqual(["Sample resource", "Running resource"]);
    expect((await ask(fake, "owner", "GET", `${path}plan_periods/`)).body).toEqual([]);
  });

  test.each([
    ["OK", true],
    ["Erred", true],
    ["Updating", true],
    ["Terminating", false],
  ] as const)("terminating from %s closes the open plan period: %s", async (state, isClosed) => {
    const fake = createCheckedFake({ dialect: "2021" });
    const resource = fake.state.resourceNamed("Running resource");
    Object.assign(resource ?? {}, { state });
    const path = `marketplace-resources/${resource?.uuid}/set_state_by_provider/`;

    await ask(fake, "owner", "POST", path, { state: "terminated" });

    const period = fake.state.planPeriods.get("fb36ce56e53b43e59b3d963354d0467c");
    expect(period.end !== null).toBe(isClosed);
  });
});

describe("who may act on a resource", () => {
  const ACTIONS = {
    set_state_by_provider: { state: "erred" },
    set_backend_id: { backend_id: "x" },
    submit_report: { report: [{ header: "a", body: "b" }] },
  };
  const STATUS = {
    staff: [200, 200, 200],
    owner: [200, 200, 200],
    spmanager: [200, 200, 200],
    offmanager: [200, 200, 200],
    cowner: [403, 200, 403],
    CSC_api_user: [403, 403, 403],
    ETAIS_api_user: [403, 403, 403],
    outsider: [404, 404, 404],
  };

  test.each(Object.entries(STATUS))("%s gets %j for state, backend id and report", async (user, expected) => {
    const fake = createCheckedFake({ dialect: "2021" });
    const statuses: number[] = [];
    for (const [action, body] of Object.entries(ACTIONS)) {
      const path = `marketplace-resources/a1916bd53fd04b1ab1a4e700c926607b/${action}/`;
      statuses.push((await ask(fake, user, "POST", path, body)).status);
    }
    expect(statuses).toEqual(expected);
  });

  test("a manager of the offering alone, without a role on the organization, does not even see the resource", async () => {
    const fake = createCheckedFake({ dialect: "2021" });
    const { roles } = fake.state;
    for (const { uuid, scope } of roles.where("user_uuid", fake.state.userNamed("offmanager")?.uuid ?? "")) {
      if (scope !== "offering") roles.remove(uuid);
    }
    expect((await ask(fake, "offmanager", "GET", "marketplace-resources/")).rows).toEqual([]);
  });

  test("404 for what one may not see comes before the body is looked at, 403 too", async () => {
    const fake = createCheckedFake({ dialect: "2021" });
    const path = "marketplace-resources/a1916bd53fd04b1ab1a4e700c926607b/set_state_by_provider/";
    expect((await ask(fake, "outsider", "POST", path, {})).status).toBe(404);
    expect((await ask(fake, "cowner", "POST", path, {})).status).toBe(403);
    expect((await ask(fake, "owner", "POST", path, {})).body).toEqual({ state: ["This field is required."] });
  });
});

test("a backend id without its key crashes the server, and nothing is changed", async () => {
  const fake = createCheckedFake({ dialect: "2021" });
  const resource = fake.state.resourceNamed("Running resource");
  const answer = await ask(
    fake,
    "owner",
    "POST",
    `marketplace-resources/${resource?.uuid}/set_backend_id/`,
    {},
  );
  expect(answer.status).toBe(500);
  expect(answer.text).toBe("<h1>Server Error (500)</h1>");
  expect(resource?.backend_id).toBe("hpc-1");
});

test("a resource without a plan has no plan columns but a null plan URL", async () => {
  const fake = createCheckedFake({
    dialect: "2021",
    seed: (seed) => {
      seed.guide();
      seed.allocation({ name: "Planless", state: "OK", plan: null });
    },
  });
  const { rows } = await ask(fake, "owner", "GET", "marketplace-resources/?name=Planless");
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({ plan: null });
  expect(Object.keys(rows[0] ?? {}).filter((key) => key.startsWith("plan_"))).toEqual([]);
});

test("can_terminate is for the owners of the provider, the consumer's owners and the project's leads, in OK and Erred without an open order", async () => {
  const fake = createCheckedFake({ dialect: "2021" });
  const names = async (user: string): Promise<unknown[]> => {
    const { rows } = await ask(
      fake,
      user,
      "GET",
      "marketplace-resources/?o=created&field=name&field=can_terminate",
    );
    return rows.filter((row) => JSON.stringify(row).includes('"can_terminate":true'));
  };
  const able = [
    { name: "Running resource", can_terminate: true },
    { name: "Erred resource", can_terminate: true },
  ];
  for (const user of ["staff", "owner", "cowner", "CSC_api_user"]) {
    expect([user, await names(user)]).toEqual([user, able]);
  }
  for (const user of ["spmanager", "offmanager", "ETAIS_api_user"]) {
    expect([user, await names(user)]).toEqual([user, []]);
  }
  const waiting = fake.state.resources.get("a1916bd53fd04b1ab1a4e700c926607b");
  waiting.state = "OK";
  expect(await names("owner")).toEqual(able);
});
