import { describe, expect, test } from "vitest";
import type { FakePuhuri } from "../../src/fake/create-fake-puhuri.ts";
import type { Json } from "../../src/fake/state/values.ts";
import { type Answer, ask } from "./ask.ts";
import { allocation, currentFake } from "./scene.ts";

const MEMBER = "bb235c67dcb44470a45d4e0f94e0ed00";
const NOBODY = "0".repeat(32);

function path(fake: FakePuhuri): string {
  return `marketplace-provider-resources/${allocation(fake, "Running resource").uuid}`;
}

function tell(fake: FakePuhuri, user: string, word: string, body?: Json): Promise<Answer> {
  return ask(fake, user, "POST", `${path(fake)}/${word}/`, body);
}

/** A server whose offerings show what became of each membership. */
function showing(): FakePuhuri {
  const fake = currentFake();
  for (const { plugin_options } of fake.state.offerings) plugin_options.enable_membership_sync_status = true;
  return fake;
}

const status = { scope_type: "resource", role_name: "PROJECT.ADMIN", state: "synced" };

describe("what became of each membership", () => {
  test("is kept, but for people nobody knows, and replaces what was said before", async () => {
    const fake = showing();
    const account = fake.state.offeringUsers.all()[0];
    if (account !== undefined) account.username = "csc01";
    const say = (...statuses: Json[]) =>
      tell(fake, "offmanager", "set_membership_sync_statuses", { statuses });
    const known = { ...status, user_uuid: MEMBER, message: "made" };
    const answer = await say(
      known,
      { ...status, username: "csc01" },
      { ...status, username: "x" },
      {
        ...status,
        user_uuid: NOBODY,
      },
    );
    expect([answer.status, answer.body]).toEqual([200, { stored: 2, skipped: ["x", NOBODY] }]);
    await say({ ...known, state: "error" });
    expect(fake.state.kept.get(`${path(fake)}/membership_sync_statuses`)).toMatchObject([
      { user_uuid: MEMBER, state: "error", message: "made" },
    ]);
  });

  test("is refused where the offering does not show it", async () => {
    const body = { statuses: [] };
    expect((await tell(currentFake(), "owner", "set_membership_sync_statuses", body)).status).toBe(409);
  });

  test.each<[Json, Json]>([
    [{}, { statuses: ["This field is required."] }],
    [
      { statuses: [{ ...status, state: "done" }] },
      { statuses: [{ state: ['"done" is not a valid choice.'] }] },
    ],
  ])("is not %j", async (body, errors) => {
    const answer = await tell(showing(), "owner", "set_membership_sync_statuses", body);
    expect([answer.status, answer.body]).toEqual([400, errors]);
  });
});

test("a run of the agent is asked for at most every 30 seconds", async () => {
  let now = new Date("2026-11-23T12:00:00Z");
  const fake = currentFake({ now: () => now });
  expect((await tell(fake, "owner", "sync_user_roles")).status).toBe(200);
  now = new Date("2026-11-23T12:00:20Z");
  const early = await tell(fake, "owner", "sync_user_roles");
  expect([early.status, early.headers.get("Retry-After")]).toEqual([429, "10"]);
  now = new Date("2026-11-23T12:00:30Z");
  expect((await tell(fake, "owner", "sync_user_roles")).status).toBe(200);
});

describe("roles on an allocation", () => {
  const grant = { role: "operator", user: MEMBER };

  test("are given, listed, limited in time and taken away", async () => {
    const fake = currentFake();
    const list = async (query = "") =>
      (await ask(fake, "owner", "GET", `${path(fake)}/list_users/${query}`)).rows;
    const given = await tell(fake, "owner", "add_user", grant);
    expect([given.status, given.body]).toEqual([201, { expiration_time: null }]);
    await tell(fake, "owner", "add_user", grant);
    expect(await list()).toMatchObject([
      { role_name: "operator", user_uuid: MEMBER, user_username: "csc_api_user", expiration_time: null },
    ]);
    expect(await list(`?user=${NOBODY}`)).toEqual([]);
    const until = { ...grant, expiration_time: "2027-01-01T00:00:00Z" };
    expect((await tell(fake, "owner", "update_user", until)).body).toEqual({
      expiration_time: "2027-01-01T00:00:00Z",
    });
    expect(await list()).toMatchObject([{ expiration_time: "2027-01-01T00:00:00Z" }]);
    expect((await tell(fake, "owner", "delete_user", grant)).status).toBe(200);
    expect(await list()).toEqual([]);
    expect((await tell(fake, "owner", "update_user", grant)).status).toBe(404);
  });

  test("are the provider's to give, to users there are", async () => {
    const fake = currentFake();
    expect((await tell(fake, "spmanager", "add_user", grant)).status).toBe(403);
    const answer = await tell(fake, "owner", "add_user", { ...grant, user: NOBODY });
    expect(answer.body).toEqual({ user: [`Object with uuid=${NOBODY} does not exist.`] });
  });
});

test("name, description and end of an allocation are edited; what is not sent stays", async () => {
  const fake = currentFake();
  const address = `${path(fake)}/`;
  const change = { name: "Renamed", description: "Ours", end_date: "2026-12-31" };
  expect((await ask(fake, "owner", "PATCH", address, change)).body).toEqual(change);
  expect((await ask(fake, "owner", "PATCH", address, { end_date: null })).body).toEqual({
    ...change,
    end_date: null,
  });
});
