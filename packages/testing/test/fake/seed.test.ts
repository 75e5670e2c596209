import { describe, expect, test } from "vitest";
import { SeedError } from "../../src/errors.ts";
import { createFakePuhuri, type FakePuhuri } from "../../src/fake/create-fake-puhuri.ts";
import { parseSeed } from "../../src/fake/seed/parse.ts";
import { RESOURCE_STATES } from "../../src/fake/state/words.ts";
import { ask } from "./ask.ts";
import { createCheckedFake } from "./checked.ts";

const DIALECTS = ["2021", "current"] as const;

function tokensOf({ state }: FakePuhuri): Record<string, string> {
  return Object.fromEntries(state.users.all().map(({ username, token }) => [username, token]));
}

function rows(fake: FakePuhuri): unknown {
  const { state } = fake;
  const tables = [
    state.users,
    state.resources,
    state.orders,
    state.planPeriods,
    state.offeringUsers,
    state.offerings,
  ];
  return tables.map((table) => [...table].map(({ uuid }) => uuid));
}

describe.each(DIALECTS)("the default seed of %s", (dialect) => {
  test("has an allocation in every state, with the orders and periods that belong to it", () => {
    const { state } = createFakePuhuri({ dialect });
    const told = RESOURCE_STATES.map((wanted) => {
      const resource = [...state.resources].find((row) => row.state === wanted);
      const orders = state.orders.where("resource_uuid", resource?.uuid ?? "");
      const periods = state.planPeriods.where("resource_uuid", resource?.uuid ?? "");
      return [
        wanted,
        orders.map((order) => `${order.type} ${order.state}`).join(", "),
        periods.map(({ end }) => (end === null ? "open" : "closed")).join(),
      ];
    });
    expect(told).toEqual([
      ["Creating", dialect === "2021" ? "Create executing" : "Create pending-provider", ""],
      ["OK", "Create done", "open"],
      ["Erred", "Create done", "open"],
      ["Updating", "Create done, Update executing", "open"],
      ["Terminating", "Create done, Terminate executing", "open"],
      ["Terminated", "Create done, Terminate done", "closed"],
    ]);
  });

  test("has a token for a user of every role, the same in every fake", () => {
    const tokens = tokensOf(createFakePuhuri({ dialect }));
    expect(Object.keys(tokens)).toEqual(
      expect.arrayContaining(["staff", "owner", "spmanager", "offmanager", "cowner", "outsider"]),
    );
    expect(new Set(Object.values(tokens)).size).toBe(Object.keys(tokens).length);
    expect(Object.values(tokens).every((token) => /^[0-9a-f]{40}$/.test(token))).toBe(true);
    expect(tokensOf(createFakePuhuri({ dialect }))).toEqual(tokens);
    expect(createFakePuhuri({ dialect }).tokenOf("owner")).toBe(tokens.owner);
    expect(() => createFakePuhuri({ dialect }).tokenOf("nobody")).toThrow(
      'no user "nobody"; it has staff, owner',
    );
  });

  test("comes back after reset with the same ids, and the log is empty again", async () => {
    const fake = createFakePuhuri({ dialect });
    const before = rows(fake);
    fake.state.resources.get("a1916bd53fd04b1ab1a4e700c926607b").state = "Erred";
    fake.state.users.clear();
    await fake.fetch("https://puhuri.test/api/");
    expect(fake.requests).toHaveLength(1);

    fake.reset();

    expect(rows(fake)).toEqual(before);
    expect(fake.state.resources.get("a1916bd53fd04b1ab1a4e700c926607b").state).toBe("Creating");
    expect(fake.requests).toHaveLength(0);
  });
});

test("current servers have an account with an empty username for every member, 2021 has none", () => {
  expect([...createFakePuhuri({ dialect: "2021" }).state.offeringUsers]).toEqual([]);
  const { state } = createFakePuhuri({ dialect: "current" });
  const accounts = [...state.offeringUsers].map(({ user_uuid, username }) => [
    state.users.get(user_uuid).username,
    username,
  ]);
  expect(accounts).toEqual([
    ["csc_api_user", ""],
    ["etais_api_user", ""],
  ]);
});

test("the guide's own steps work on the default seed", async () => {
  const fake = createCheckedFake({ dialect: "2021" });
  const offering = await ask(fake, "owner", "GET", "marketplace-offerings/cf4eb9c29fc74af4ade667fcb53633d5/");
  const { components } = fake.state.offerings.get("cf4eb9c29fc74af4ade667fcb53633d5");
  expect(offering.body).toMatchObject({ components: components.map(({ type }) => ({ type })) });
  const team = await ask(
    fake,
    "owner",
    "GET",
    "marketplace-resources/a1916bd53fd04b1ab1a4e700c926607b/team/",
  );
  expect(team.body).toEqual([
    expect.objectContaining({
      email: "CSC_api_user@example.com",
      full_name: "Integration user (CSC)",
      permission: "https://puhuri.test/api/project-permissions/10/",
      role: "admin",
      uuid: "bb235c67dcb44470a45d4e0f94e0ed00",
    }),
    expect.objectContaining({ username: "ETAIS_api_user", role: "member", expiration_time: null }),
  ]);
  const answer = await ask(fake, "owner", "POST", "marketplace-component-usages/set_usage/", {
    plan_period: "fb36ce56e53b43e59b3d963354d0467c",
    usages: components.map(({ type }) => ({ type, amount: 10, description: "Usage" })),
  });
  expect(answer.status).toBe(201);
});

test("a seed in code plants exactly what it says, and refers to rows by name, uuid or row", async () => {
  const fake = createCheckedFake({
    dialect: "2021",
    now: () => new Date("2026-11-23T12:00:00Z"),
    seed: (seed) => {
      seed.user({ username: "boss", token: "b".repeat(40) });
      const provider = seed.organization({ name: "Centre", service_provider: true, owners: ["boss"] });
      seed.organization({ name: "Users" });
      seed.project({ name: "Physics", organization: "Users" });
      seed.offering({ name: "Cluster", organization: provider.uuid, components: [{ type: "cpu" }] });
      seed.allocation({ name: "A", state: "OK", offering: "Cluster", backend_id: "a", usages: { cpu: 5 } });
    },
  });
  expect(tokensOf(fake)).toEqual({ boss: "b".repeat(40) });
  const answer = await ask(
    fake,
    "boss",
    "GET",
    "marketplace-resources/?field=name&field=current_usages&field=backend_id",
  );
  expect(answer.body).toEqual([{ backend_id: "a", name: "A", current_usages: { cpu: 5 } }]);
  expect([...fake.state.componentUsages]).toMatchObject([{ billing_period: "2026-11-01", usage: "5.00" }]);
});

test("a manager of an offering is made service manager of its organization on 2021 only", () => {
  const rolesOf = (dialect: (typeof DIALECTS)[number]): string[] => {
    const { state } = createFakePuhuri({ dialect });
    return state.roles.where("user_uuid", state.userNamed("offmanager")?.uuid ?? "").map(({ role }) => role);
  };
  expect(rolesOf("2021")).toEqual(["offering_manager", "service_manager"]);
  expect(rolesOf("current")).toEqual(["offering_manager"]);
});

describe("a bad seed", () => {
  test.each([
    [{ allocations: [{ name: "A", state: "ok" }] }, "allocations[0].state", '"ok"'],
    [{ allocations: [{ name: "A", stat: "OK" }] }, "allocations[0].stat", "no such key"],
    [
      { guide: true, allocations: [{ name: "A", offering: "None" }] },
      "allocations[0].offering",
      "Sample offering",
    ],
    [{ guide: true, allocations: [{ name: "A", usages: { ram: 1 } }] }, "allocations[0].usages.ram", "cpu"],
    [{ allocations: [{ name: "A" }] }, "allocations[0].offering", "seed one first"],
    [{ users: [{ full_name: "No Name" }] }, "users[0]", "username is missing"],
    [{ users: "owner" }, "users", "a list"],
    [{ roles: [{ user: "x", role: "owner", on: "y" }] }, "roles[0].on", '"y"'],
    [{ guide: true, users: [{ username: "x", uuid: "A1" }] }, "users[0].uuid", "32 lowercase hex"],
    [{ users: [{ username: "x" }, { username: "x" }] }, "users[1].uuid", "another row has this uuid"],
  ])("%j is refused at %s", (seed, path, words) => {
    let error: unknown;
    try {
      parseSeed(JSON.stringify(seed));
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(SeedError);
    expect(error).toMatchObject({ path, code: "bad_seed", message: expect.stringContaining(words) });
  });

  test("of a file is told with its line and key", () => {
    const text = "guide: true\nallocations:\n  - name: A\n    state: OK\n  - name: B\n    state: Done\n";
    expect(() => parseSeed(text, "seed.yaml")).toThrow(
      'Bad seed: seed.yaml line 6, allocations[1].state: is "Done", must be one of Creating, OK',
    );
  });

  test("that is no YAML is told with its line", () => {
    expect(() => parseSeed("guide: true\nusers: [\n", "seed.yaml")).toThrow(
      /^Bad seed: seed\.yaml line \d+: /,
    );
  });

  test("given as an object is refused by the fake itself, at once", () => {
    expect(() =>
      createFakePuhuri({ dialect: "2021", seed: { allocations: [{ name: "A", offering: "None" }] } }),
    ).toThrow("Bad seed: allocations[0].offering");
  });
});

test("a seed from YAML is the same world as from JSON", () => {
  const yaml = "guide: true\nallocations:\n  - { name: A, state: OK, limits: { cpu: 3 } }\n";
  const json = '{"guide": true, "allocations": [{"name": "A", "state": "OK", "limits": {"cpu": 3}}]}';
  expect(parseSeed(yaml)).toEqual(parseSeed(json));
  expect(
    createFakePuhuri({ dialect: "current", seed: parseSeed(yaml) }).state.resourceNamed("A")?.limits,
  ).toEqual({ cpu: 3 });
});

test("an offering user of a member takes the place of the one that the server makes", () => {
  const offering_users = [{ user: "csc_api_user", username: "csc" }];
  const { state } = createCheckedFake({ dialect: "current", seed: { guide: true, offering_users } });
  const rows = state.offeringUsers.where("user_uuid", "bb235c67dcb44470a45d4e0f94e0ed00");
  expect(rows).toMatchObject([{ username: "csc", state: "OK" }]);
});

test("a row added to the state has what an unremarkable one has, but for what is said", () => {
  const { state } = createCheckedFake({ dialect: "current" });
  const user = state.users.add({ username: "late", date_joined: "2026-11-01T10:00:00Z", email: "l@x.test" });
  expect(state.userNamed("late")).toBe(user);
  expect(user).toMatchObject({ first_name: "late", slug: "late", email: "l@x.test", is_active: true });
  expect(user.token).toMatch(/^[0-9a-f]{40}$/);
});
