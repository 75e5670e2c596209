import { describe, expect, test } from "vitest";
import type { FakePuhuri } from "../../src/fake/create-fake-puhuri.ts";
import { isJsonObject, type Json } from "../../src/fake/state/values.ts";
import { CURRENT_GENERATIONS } from "../../src/fake/state/words.ts";
import { type Answer, ask } from "./ask.ts";
import { allocation, currentFake } from "./scene.ts";

const PROVIDER = "60e3b8f6b1a44d0d9f0d0c9a1f1f8d27";
const MEMBER = "bb235c67dcb44470a45d4e0f94e0ed00";

async function get(fake: FakePuhuri, word: string, user = "owner"): Promise<Answer> {
  return ask(fake, user, "GET", `marketplace-service-providers/${PROVIDER}/${word}`);
}

describe.each(CURRENT_GENERATIONS)("a service provider on %s", (generation) => {
  test("shows to everyone, what they serve to their owners only", async () => {
    const fake = currentFake({ generation });
    expect((await ask(fake, "outsider", "GET", "marketplace-service-providers/")).column("uuid")).toEqual([
      PROVIDER,
    ]);
    expect((await get(fake, "", "outsider")).status).toBe(200);
    for (const word of ["users/", "keys/", "projects/", "project_permissions/"]) {
      const answers = ["owner", "staff", "spmanager", "outsider"].map(async (user) => get(fake, word, user));
      expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([200, 200, 403, 403]);
    }
  });

  test("finds the users, keys, projects and roles of those who use their resources", async () => {
    const fake = currentFake({ generation });
    expect((await get(fake, "users/")).column("username")).toEqual(["csc_api_user", "etais_api_user"]);
    expect((await get(fake, "keys/")).column("name")).toEqual(["laptop"]);
    expect((await get(fake, "projects/")).column("name")).toEqual(["Sample project"]);
    expect((await get(fake, "project_permissions/")).column("role")).toEqual(["admin", "member"]);
  });

  test("does not find people who left, nor projects that are gone", async () => {
    const fake = currentFake({ generation });
    fake.state.users.get(MEMBER).is_active = false;
    expect((await get(fake, "users/")).column("username")).toEqual(["etais_api_user"]);
    expect((await get(fake, "keys/")).rows).toEqual([]);
    for (const project of fake.state.projects) {
      project.is_removed = true;
    }
    expect((await get(fake, "projects/")).rows).toEqual([]);
  });

  test("names a user's accounts at all their offerings the user's projects use", async () => {
    const fake = currentFake({ generation });
    const path = `marketplace-service-providers/${PROVIDER}/set_offerings_username/`;
    const body = { user_uuid: MEMBER, username: "csc" };
    const answer = await ask(fake, "owner", "POST", path, body);
    expect(answer.status).toBe(201);
    expect(answer.body).toEqual(generation !== "2024-10" ? "" : { detail: "Offering users have been set." });
    const rows = fake.state.offeringUsers.where("user_uuid", MEMBER);
    expect(rows.map(({ offering_uuid, username }) => [offering_uuid, username])).toEqual([
      ["cf4eb9c29fc74af4ade667fcb53633d5", "csc"],
    ]);
    Object.assign(rows[0] ?? {}, { state: "Deleted" });
    await ask(fake, "owner", "POST", path, { ...body, username: "new" });
    expect(rows[0]).toMatchObject({ username: "new", state: "Deleted" });
    expect((await ask(fake, "spmanager", "POST", path, body)).status).toBe(403);
    expect((await ask(fake, "outsider", "POST", path, {})).status).toBe(403);
  });

  test.each<[Json, Json]>([
    [{}, { user_uuid: ["This field is required."], username: ["This field is required."] }],
    [{ user_uuid: "x", username: "a" }, { user_uuid: ["Must be a valid UUID."] }],
    [
      { user_uuid: "00000000000000000000000000000001", username: "a" },
      ["A user with the uuid [00000000-0000-0000-0000-000000000001] is not found."],
    ],
  ])("is refused %j as a name", async (body, errors) => {
    const fake = currentFake({ generation });
    const path = `marketplace-service-providers/${PROVIDER}/set_offerings_username/`;
    expect(await ask(fake, "owner", "POST", path, body)).toMatchObject({ status: 400, body: errors });
  });
});

test("lists of newest servers can be filtered and narrowed; the oldest look at filters of users only", async () => {
  for (const [generation, projects] of [
    ["8.1", 0],
    ["2024-10", 1],
  ] as const) {
    const fake = currentFake({ generation });
    expect((await get(fake, "projects/?name=nothing")).rows).toHaveLength(projects);
    expect((await get(fake, "users/?username=csc_api_user")).rows).toHaveLength(1);
    const keys = Object.keys((await get(fake, "projects/?field=name")).rows[0] ?? {});
    expect(keys.length === 1).toBe(generation !== "2024-10");
  }
});

test("a key is asked for by its uuid on 8.0, but no longer on 8.1, which then lists all", async () => {
  for (const [generation, count] of [
    ["8.0", 0],
    ["8.1", 1],
  ] as const) {
    const fake = currentFake({ generation });
    expect((await get(fake, `keys/?uuid=${"0".repeat(32)}`)).rows).toHaveLength(count);
  }
});

test("a project's estimate rises by what this month's usage costs", async () => {
  const fake = currentFake();
  const estimate = async (): Promise<number> => {
    const [price] = (await get(fake, "projects/?field=billing_price_estimate")).column(
      "billing_price_estimate",
    );
    return isJsonObject(price) ? Number(price.total) : Number.NaN;
  };
  const before = await estimate();
  const report = {
    resource: allocation(fake, "Running resource").uuid,
    usages: [{ type: "gpu", amount: 4 }],
  };
  await ask(fake, "owner", "POST", "marketplace-component-usages/set_usage/", report);
  expect((await estimate()) - before).toBeCloseTo(6);
  const [usage] = fake.state.componentUsages.all();
  Object.assign(usage ?? {}, { billing_period: "2026-10-01" });
  expect((await estimate()) - before).toBeCloseTo(0);
});

test("managers of one offering do not show to each other among the users", async () => {
  const fake = currentFake({
    seed: (seed) => {
      seed.guide();
      seed.role({ user: "newcomer", role: "offering_manager", on: "Sample offering" });
    },
  });
  expect((await ask(fake, "offmanager", "GET", "users/")).column("username")).toEqual(["offmanager"]);
});
