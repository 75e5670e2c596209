import { describe, expect, test } from "vitest";
import type { FakePuhuri } from "../../src/fake/create-fake-puhuri.ts";
import type { Json } from "../../src/fake/state/values.ts";
import { CURRENT_GENERATIONS, type CurrentGeneration } from "../../src/fake/state/words.ts";
import { type Answer, ask, ORIGIN } from "./ask.ts";
import { act, allocation, currentFake } from "./scene.ts";

const NEWCOMER = "db157a5cf7f247eba161cd90eba9ac63";
const MEMBER = "bb235c67dcb44470a45d4e0f94e0ed00";
const USED = "cf4eb9c29fc74af4ade667fcb53633d5";
const UNUSED = "d47ca5bce71144579df29da3c290027e";
const PATH = "marketplace-offering-users/";

function pair(offering: string, user: string): { offering: string; user: string } {
  return {
    offering: `${ORIGIN}/api/marketplace-provider-offerings/${offering}/`,
    user: `${ORIGIN}/api/users/${user}/`,
  };
}

async function create(fake: FakePuhuri, username: Json = "abc", as = "owner"): Promise<Answer> {
  return ask(fake, as, "POST", PATH, { ...pair(UNUSED, NEWCOMER), username });
}

/** Takes the provider's right to make accounts from the offerings. */
function takeFlag(fake: FakePuhuri): void {
  for (const offering of fake.state.offerings) {
    offering.secret_options = {};
    offering.plugin_options = {};
  }
}

async function usernames(fake: FakePuhuri, user: string, query = ""): Promise<Json[]> {
  return (await ask(fake, user, "GET", `${PATH}?page_size=300${query}`)).column("username");
}

describe.each(CURRENT_GENERATIONS)("offering users of %s", (generation) => {
  test("are made by the server, without a name, for every member of a project whose creation succeeds", async () => {
    const fake = currentFake({ generation });
    fake.state.offeringUsers.clear();
    await act(fake, "owner", "Sample resource", "approve_by_provider");
    expect(await usernames(fake, "owner")).toEqual([]);
    await act(fake, "owner", "Sample resource", "set_state_done");
    const answer = await ask(fake, "owner", "GET", PATH);
    expect(answer.column("user_username")).toEqual(["csc_api_user", "etais_api_user"]);
    expect(answer.column("username")).toEqual(["", ""]);

    // So whoever makes one for a member is refused, and has to name the row that is there.
    const body = { ...pair(USED, MEMBER), username: "csc" };
    expect(await ask(fake, "owner", "POST", PATH, body)).toMatchObject({
      status: 400,
      body: { non_field_errors: ["The fields offering, user must make a unique set."] },
    });
    const [row] = answer.column("uuid");
    expect(await ask(fake, "owner", "PATCH", `${PATH}${row}/`, { username: "csc" })).toMatchObject({
      status: 200,
      body: { username: "csc" },
    });
  });

  test("are not made when the provider may not make accounts, nor a second time", async () => {
    const fake = currentFake({ generation });
    const before = fake.state.offeringUsers.size;
    await act(fake, "owner", "Sample resource", "approve_by_provider");
    await act(fake, "owner", "Sample resource", "set_state_done");
    expect(fake.state.offeringUsers.size).toBe(before);

    const other = currentFake({ generation });
    other.state.offeringUsers.clear();
    takeFlag(other);
    await act(other, "owner", "Sample resource", "approve_by_provider");
    await act(other, "owner", "Sample resource", "set_state_done");
    expect(other.state.offeringUsers.size).toBe(0);
  });

  test("are made by the owner, named, renamed and deleted", async () => {
    const fake = currentFake({ generation });
    const made = await create(fake);
    const [row] = fake.state.offeringUsers.where("user_uuid", NEWCOMER);
    expect(made.status).toBe(201);
    expect(made.headers.get("location")).toBe(`${ORIGIN}/api/${PATH}${row?.uuid}/`);
    expect(made.body).toMatchObject({
      uuid: row?.uuid,
      username: "abc",
      user_uuid: NEWCOMER,
      ...pair(UNUSED, NEWCOMER),
    });

    const path = `${PATH}${row?.uuid}/`;
    expect((await ask(fake, "owner", "PATCH", path, { username: "def" })).body).toMatchObject({
      username: "def",
    });
    expect((await ask(fake, "owner", "GET", path)).body).toMatchObject({ username: "def" });
    expect(await ask(fake, "owner", "DELETE", path)).toMatchObject({ status: 204, text: "" });
    expect((await ask(fake, "owner", "GET", path)).status).toBe(404);
    expect((await create(fake)).status).toBe(201);
  });

  test("are one by offering and user; whoever asks learns that before they are refused", async () => {
    const fake = currentFake({ generation });
    expect((await create(fake, "abc", "spmanager")).status).toBe(403);
    expect((await create(fake)).status).toBe(201);
    for (const user of ["owner", "spmanager", "outsider"]) {
      expect(await create(fake, "other", user)).toMatchObject({
        status: 400,
        body: { non_field_errors: ["The fields offering, user must make a unique set."] },
      });
    }
  });

  test("are not for service managers and managers of the offering to change", async () => {
    const fake = currentFake({ generation });
    await create(fake);
    const [row] = fake.state.offeringUsers.where("user_uuid", NEWCOMER);
    const path = `${PATH}${row?.uuid}/`;
    expect((await ask(fake, "spmanager", "PATCH", path, { username: "x" })).status).toBe(403);
    expect(await ask(fake, "spmanager", "DELETE", path)).toMatchObject({
      status: 403,
      body: { detail: "You do not have permission to delete this user." },
    });
    expect((await ask(fake, "outsider", "PATCH", path, { username: "x" })).status).toBe(404);
    expect((await ask(fake, "offmanager", "DELETE", path)).status).toBe(404);
    expect(row?.username).toBe("abc");
  });

  test("are listed by name: the empty ones first, those without one last", async () => {
    const fake = currentFake({ generation });
    await create(fake, null);
    const [first] = fake.state.offeringUsers.all();
    Object.assign(first ?? {}, { username: "zoe" });
    expect(await usernames(fake, "owner")).toEqual(["", "zoe", null]);
    expect(await usernames(fake, "owner", `&user_uuid=${NEWCOMER}`)).toEqual([null]);
    expect(await usernames(fake, "owner", `&offering_uuid=${UNUSED}`)).toEqual([null]);
    expect(await usernames(fake, "owner", "&query=zo")).toEqual(["zoe"]);
    expect(await usernames(fake, "outsider")).toEqual([]);
  });

  test("are refused at an offering whose provider may make none", async () => {
    const fake = currentFake({ generation });
    takeFlag(fake);
    expect(await create(fake)).toMatchObject({
      status: 400,
      body: ["It is not allowed to create users for current offering."],
    });
  });

  test.each<[object, Json]>([
    [{ user: undefined }, { user: ["This field is required."] }],
    [{ offering: "x" }, { offering: ["Invalid hyperlink - No URL match."] }],
    [
      { offering: `${ORIGIN}/api/marketplace-provider-offerings/${NEWCOMER}/` },
      { offering: ["Invalid hyperlink - Object does not exist."] },
    ],
  ])("with %j are refused", async (more, body) => {
    const fake = currentFake({ generation });
    expect(await ask(fake, "owner", "POST", PATH, { ...pair(UNUSED, NEWCOMER), ...more })).toMatchObject({
      status: 400,
      body,
    });
  });
});

test("without the flag the oldest servers hide the rows of the offering from all but staff", async () => {
  for (const [generation, count] of [
    ["2024-10", 0],
    ["8.1", 2],
  ] as const) {
    const fake = currentFake({ generation });
    takeFlag(fake);
    expect(await usernames(fake, "owner")).toHaveLength(count);
    expect(await usernames(fake, "staff")).toHaveLength(2);
  }
});

test("without consent to its terms of service newest servers hide the row from the provider, not from the user", async () => {
  for (const [generation, terms_of_service, count] of [
    ["2024-10", "Be nice.", 2],
    ["8.1", "", 2],
    ["8.1", "Be nice.", 1],
  ] as const) {
    const fake = currentFake({ generation });
    for (const offering of fake.state.offerings) offering.terms_of_service = terms_of_service;
    const [row] = fake.state.offeringUsers.where("user_uuid", MEMBER);
    Object.assign(row ?? {}, { has_consent: false });
    expect(await usernames(fake, "owner")).toHaveLength(count);
    expect(await usernames(fake, "csc_api_user", `&user_uuid=${MEMBER}`)).toHaveLength(1);
  }
});

describe("the state of an account, on newest servers,", () => {
  const states = async (fake: FakePuhuri): Promise<Json[]> =>
    (await ask(fake, "owner", "GET", `${PATH}?user_uuid=${NEWCOMER}`)).column("state");

  test("is Requested until it has a name", async () => {
    const fake = currentFake({ generation: "8.1" });
    await create(fake, null);
    expect(await states(fake)).toEqual(["Requested"]);
    const [row] = fake.state.offeringUsers.where("user_uuid", NEWCOMER);
    await ask(fake, "owner", "PATCH", `${PATH}${row?.uuid}/`, { username: "abc" });
    expect(await states(fake)).toEqual(["OK"]);
    expect(await usernames(fake, "owner", "&state=OK")).toEqual(["abc"]);
    expect((await ask(fake, "owner", "GET", `${PATH}?state=Fine`)).status).toBe(400);
  });

  test.each([
    ["Requested", "new", "OK"],
    ["Creating", "new", "OK"],
    ["Pending account linking", "new", "OK"],
    ["Pending additional validation", "new", "OK"],
    ["Error creating", "new", "OK"],
    ["Error creating", "abc", "Error creating"],
    ["Creating", "", "Creating"],
    ["Requested deletion", "new", "Requested deletion"],
    ["Deleting", "new", "Deleting"],
    ["Deleted", "new", "Deleted"],
    ["Error deleting", "new", "Error deleting"],
  ])("that was %s and gets the name '%s' is then %s", async (before, name, after) => {
    const fake = currentFake({ generation: "8.1" });
    await create(fake, "abc");
    const [row] = fake.state.offeringUsers.where("user_uuid", NEWCOMER);
    Object.assign(row ?? {}, { state: before });
    const answer = await ask(fake, "owner", "PATCH", `${PATH}${row?.uuid}/`, { username: name });
    expect(answer.body).toMatchObject({ username: name, state: after });
  });

  test("is no key of the oldest ones", async () => {
    const fake = currentFake({ generation: "2024-10" });
    expect((await create(fake)).body).not.toHaveProperty("state");
  });
});

test("newest servers take the two by uuid as well", async () => {
  const body = { offering_uuid: UNUSED, user_uuid: NEWCOMER, username: "abc" };
  const answers: [CurrentGeneration, number][] = [
    ["8.1", 201],
    ["2024-10", 400],
  ];
  for (const [generation, status] of answers) {
    expect((await ask(currentFake({ generation }), "owner", "POST", PATH, body)).status).toBe(status);
  }
});

test("a row can be moved to another user, but not to one who has one", async () => {
  const fake = currentFake();
  await create(fake);
  const [row] = fake.state.offeringUsers.where("user_uuid", NEWCOMER);
  const path = `${PATH}${row?.uuid}/`;
  const { offering, user } = pair(USED, MEMBER);
  expect((await ask(fake, "owner", "PATCH", path, { offering, user })).status).toBe(400);
  expect((await ask(fake, "owner", "PATCH", path, { user })).body).toMatchObject({
    user_uuid: MEMBER,
    username: "abc",
  });
  expect(fake.state.offeringUsers.where("user_uuid", NEWCOMER)).toEqual([]);
});

test("an Erred creation that becomes OK makes the accounts too", async () => {
  const fake = currentFake({ generation: "2024-10" });
  fake.state.offeringUsers.clear();
  await act(fake, "owner", "Sample resource", "approve_by_provider");
  await act(fake, "owner", "Sample resource", "set_state_erred", { error_message: "", error_traceback: "" });
  await act(fake, "owner", "Sample resource", "set_state_executing");
  await act(fake, "owner", "Sample resource", "set_state_done");
  expect(allocation(fake, "Sample resource").state).toBe("OK");
  expect(await usernames(fake, "owner")).toEqual(["", ""]);
});
