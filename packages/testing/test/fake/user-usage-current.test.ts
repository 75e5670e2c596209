import { describe, expect, test } from "vitest";
import type { FakePuhuri } from "../../src/fake/create-fake-puhuri.ts";
import type { Json } from "../../src/fake/state/values.ts";
import { CURRENT_GENERATIONS } from "../../src/fake/state/words.ts";
import { type Answer, ask, ORIGIN } from "./ask.ts";
import { allocation, currentFake } from "./scene.ts";

/** A server on which the cpu of the running allocation was reported. */
async function reported(
  generation: (typeof CURRENT_GENERATIONS)[number],
  cpu: Json = 10,
): Promise<FakePuhuri> {
  const fake = currentFake({ generation });
  await ask(fake, "owner", "POST", "marketplace-component-usages/set_usage/", {
    resource: allocation(fake, "Running resource").uuid,
    usages: [{ type: "cpu", amount: cpu }],
  });
  return fake;
}

async function tell(fake: FakePuhuri, body: Json, word = "set_user_usage", user = "owner"): Promise<Answer> {
  const [usage] = fake.state.componentUsages.all();
  return ask(fake, user, "POST", `marketplace-component-usages/${usage?.uuid}/${word}/`, body);
}

function stored(fake: FakePuhuri): [string, string][] {
  return [...fake.state.componentUserUsages].map(({ username, usage }) => [username, usage]);
}

describe.each(CURRENT_GENERATIONS)("usage of a user on %s", (generation) => {
  test("is one row by username, which the next report overwrites", async () => {
    const fake = await reported(generation);
    expect(await tell(fake, { username: "csc", usage: 3 })).toMatchObject({ status: 201, body: "" });
    expect((await tell(fake, { username: "etais", usage: "4.50" })).status).toBe(201);
    expect((await tell(fake, { username: "csc", usage: 5 })).status).toBe(201);
    expect(stored(fake)).toEqual([
      ["csc", "5.00"],
      ["etais", "4.50"],
    ]);
    const answer = await ask(fake, "outsider", "GET", "marketplace-component-user-usages/");
    expect([...answer.column("usage")].sort()).toEqual(["4.50", "5.00"]);
    expect(answer.column("component_type")).toEqual(["cpu", "cpu"]);
  });

  test("can do without an amount the first time only", async () => {
    const fake = await reported(generation);
    expect((await tell(fake, { username: "csc" })).status).toBe(201);
    expect(stored(fake)).toEqual([["csc", "0.00"]]);
    expect((await tell(fake, { username: "csc" })).status).toBe(500);
  });

  test("refers to an offering user by URL", async () => {
    const fake = await reported(generation);
    const [account] = fake.state.offeringUsers.all();
    const user = `${ORIGIN}/api/marketplace-offering-users/${account?.uuid}/`;
    expect((await tell(fake, { username: "csc", usage: 1, user })).status).toBe(201);
    expect([...fake.state.componentUserUsages]).toMatchObject([{ offering_user_uuid: account?.uuid }]);
    const wrong = `${ORIGIN}/api/users/${account?.user_uuid}/`;
    expect((await tell(fake, { username: "csc", usage: 1, user: wrong })).status).toBe(400);
  });

  test.each<[Json, Json]>([
    [{ usage: 1 }, { username: ["This field is required."] }],
    [{ username: "", usage: 1 }, { username: ["This field may not be blank."] }],
    [{ username: "x", usage: "1.234" }, { usage: ["Ensure that there are no more than 2 decimal places."] }],
  ])("%j is refused", async (body, errors) => {
    const fake = await reported(generation);
    expect(await tell(fake, body)).toMatchObject({ status: 400, body: errors });
    expect(stored(fake)).toEqual([]);
  });

  test("is reported by who reports the whole; the permission is looked at first", async () => {
    const fake = await reported(generation);
    expect((await tell(fake, {}, "set_user_usage", "outsider")).status).toBe(403);
    expect((await tell(fake, {}, "set_user_usage", "spmanager")).status).toBe(403);
    expect((await tell(fake, { username: "a", usage: 1 }, "set_user_usage", "offmanager")).status).toBe(201);
  });
});

describe("usage of many users", () => {
  test("is stored at once on newest servers, all or none", async () => {
    const fake = await reported("8.1");
    const two = {
      usages: [
        { username: "csc", usage: 1 },
        { username: "etais", usage: 2 },
      ],
    };
    expect(await tell(fake, two, "set_user_usages")).toMatchObject({ status: 201, body: "" });
    const bad = {
      usages: [
        { username: "csc", usage: 9 },
        { username: "etais", usage: "x" },
      ],
    };
    expect(await tell(fake, bad, "set_user_usages")).toMatchObject({
      status: 400,
      body: { usages: [{}, { usage: ["A valid number is required."] }] },
    });
    expect((await tell(fake, { usages: [] }, "set_user_usages")).status).toBe(400);
    expect(stored(fake)).toEqual([
      ["csc", "1.00"],
      ["etais", "2.00"],
    ]);
  });

  test("has no address on the oldest servers", async () => {
    const fake = await reported("2024-10");
    expect((await tell(fake, { usages: [{ username: "a", usage: 1 }] }, "set_user_usages")).status).toBe(404);
    expect(stored(fake)).toEqual([]);
  });
});

test("on newest servers the users' rows fill a total that is zero, and leave another one alone", async () => {
  const empty = await reported("8.1", 0);
  await tell(
    empty,
    {
      usages: [
        { username: "a", usage: 1.5 },
        { username: "b", usage: 2 },
      ],
    },
    "set_user_usages",
  );
  expect(empty.state.componentUsages.all()).toMatchObject([{ usage: "3.50" }]);

  const told = await reported("8.1", 10);
  await tell(told, { username: "a", usage: 1.5 });
  expect(told.state.componentUsages.all()).toMatchObject([{ usage: "10.00" }]);

  const old = await reported("2024-10", 0);
  await tell(old, { username: "a", usage: 1.5 });
  expect(old.state.componentUsages.all()).toMatchObject([{ usage: "0.00" }]);
});

test("the oldest servers ignore `field` and the component usage asked for; newest ones know the username", async () => {
  const old = await reported("2024-10");
  await tell(old, { username: "a", usage: 1 });
  const [usage] = old.state.componentUsages.all();
  const unknown = "0".repeat(32);
  for (const query of [
    `component_usage_uuid=${usage?.uuid}`,
    `component_usage_uuid=${unknown}`,
    "field=uuid",
  ]) {
    const answer = await ask(old, "owner", "GET", `marketplace-component-user-usages/?${query}`);
    expect(answer.column("username")).toEqual(["a"]);
  }
  const fake = await reported("8.1");
  await tell(fake, { username: "alice", usage: 1 });
  await tell(fake, { username: "bob", usage: 1 });
  const answer = await ask(
    fake,
    "owner",
    "GET",
    "marketplace-component-user-usages/?username=ali&field=username",
  );
  expect(answer.body).toEqual([{ username: "alice" }]);
});

test("rows of users come newest report first, then by component", async () => {
  let now = new Date("2026-11-22T12:00:00Z");
  const fake = currentFake({ now: () => now });
  const report = async (type: string): Promise<void> => {
    const resource = allocation(fake, "Running resource").uuid;
    const body = { resource, usages: [{ type, amount: 1 }] };
    await ask(fake, "owner", "POST", "marketplace-component-usages/set_usage/", body);
    const usage = fake.state.componentUsages.all().find((row) => row.component_type === type);
    const path = `marketplace-component-usages/${usage?.uuid}/set_user_usage/`;
    await ask(fake, "owner", "POST", path, { username: "csc", usage: 1 });
  };
  await report("storage");
  now = new Date("2026-11-23T12:00:00Z");
  await report("gpu");
  await report("cpu");
  const answer = await ask(fake, "owner", "GET", "marketplace-component-user-usages/");
  expect(answer.column("component_type")).toEqual(["cpu", "gpu", "storage"]);
});

test("usage of a user for another month makes the month's row when there is none, once", async () => {
  const fake = currentFake({ generation: "8.1" });
  const resource = allocation(fake, "Running resource").uuid;
  const usages = [
    { type: "storage", amount: 5 },
    { type: "cpu", amount: 5 },
  ];
  await ask(fake, "owner", "POST", "marketplace-component-usages/set_usage/", { resource, usages });
  const at = async (type: string, username: string, user = "owner"): Promise<Answer> => {
    const usage = fake.state.componentUsages.all().find((row) => row.component_type === type);
    const body = { username, usage: 2, date: "2026-10-05T00:00:00Z" };
    return ask(fake, user, "POST", `marketplace-component-usages/${usage?.uuid}/set_user_usage/`, body);
  };
  expect((await at("storage", "csc")).status).toBe(201);
  expect((await at("storage", "etais")).status).toBe(201);
  expect((await at("cpu", "csc")).status).toBe(400);
  expect((await at("cpu", "csc", "staff")).status).toBe(201);
  const rows = [...fake.state.componentUsages].map((row) => [
    row.component_type,
    row.billing_period,
    row.usage,
  ]);
  expect(rows).toEqual([
    ["storage", "2026-11-01", "5.00"],
    ["cpu", "2026-11-01", "5.00"],
    ["storage", "2026-10-01", "0.00"],
    ["cpu", "2026-10-01", "0.00"],
  ]);
  const byMonth = [...fake.state.componentUserUsages].map(
    (row) => fake.state.componentUsages.get(row.component_usage_uuid).billing_period,
  );
  expect(byMonth).toEqual(["2026-10-01", "2026-10-01", "2026-10-01"]);
});
