import { describe, expect, test } from "vitest";
import type { FakePuhuri } from "../../src/fake/create-fake-puhuri.ts";
import type { OfferingUser } from "../../src/fake/state/marketplace.ts";
import { OFFERING_USER_STATES, type OfferingUserState } from "../../src/fake/state/words.ts";
import { type Answer, ask } from "./ask.ts";
import { currentFake } from "./scene.ts";

const MEMBER = "bb235c67dcb44470a45d4e0f94e0ed00";
const COMMENTS = {
  service_provider_comment: "Link your account.",
  service_provider_comment_url: "https://link.example",
};

function account(fake: FakePuhuri): OfferingUser {
  const [row] = fake.state.offeringUsers.where("user_uuid", MEMBER);
  if (row === undefined) throw new Error("The seed has no account of the member.");
  return row;
}

function act(fake: FakePuhuri, action: string, body?: object, user = "owner"): Promise<Answer> {
  const method = action === "update_comments" ? "PATCH" : "POST";
  const path = `marketplace-offering-users/${account(fake).uuid}/${action}/`;
  return ask(fake, user, method, path, body === undefined ? undefined : { ...body });
}

const PENDING = ["Pending account linking", "Pending additional validation"];

const WAYS: readonly (readonly [string, readonly string[], string])[] = [
  ["begin_creating", ["Requested", "Error creating"], "Creating"],
  [
    "set_pending_account_linking",
    ["Creating", "Error creating", "Pending additional validation"],
    "Pending account linking",
  ],
  [
    "set_pending_additional_validation",
    ["Creating", "Error creating", "Pending account linking"],
    "Pending additional validation",
  ],
  ["set_validation_complete", PENDING, "OK"],
  ["set_ok", ["Requested", "Creating", ...PENDING, "Error creating", "Error deleting"], "OK"],
  ["set_error_creating", ["Requested", "Creating", ...PENDING], "Error creating"],
  ["request_deletion", ["OK"], "Requested deletion"],
  ["set_deleting", ["Requested deletion", "Error deleting"], "Deleting"],
  ["set_deleted", ["Deleting"], "Deleted"],
  ["set_error_deleting", ["Requested deletion", "Deleting"], "Error deleting"],
];

describe.each(WAYS)("%s of an account", (action, from, to) => {
  test.each(OFFERING_USER_STATES)("goes its way from %s, or is refused", async (state) => {
    const fake = currentFake();
    Object.assign(account(fake), { state, ...COMMENTS });
    const answer = await act(fake, action);
    if (from.includes(state)) {
      expect(answer).toMatchObject({ status: 200, text: "" });
      expect(account(fake).state).toBe(to);
      expect(account(fake).service_provider_comment).toBe(to === "OK" ? "" : "Link your account.");
    } else {
      expect(answer).toMatchObject({ status: 400, body: { detail: `Cannot transition to ${to}.` } });
      expect(account(fake).state).toBe(state);
    }
  });

  test("is for the owner at the provider, on newest servers only", async () => {
    expect((await act(currentFake(), action, undefined, "spmanager")).status).toBe(403);
    expect((await act(currentFake({ generation: "2024-10" }), action)).status).toBe(404);
  });
});

test("an account that waits for its user tells them why, and no longer once it has a name", async () => {
  const fake = currentFake();
  const row = account(fake);
  row.state = "Creating";
  await act(fake, "set_pending_account_linking", { comment: "Link it.", comment_url: "https://x.example" });
  expect(row).toMatchObject({
    service_provider_comment: "Link it.",
    service_provider_comment_url: "https://x.example",
  });
  const told = await act(fake, "update_comments", { service_provider_comment: "Please." });
  expect(told.body).toEqual({
    service_provider_comment: "Please.",
    service_provider_comment_url: "https://x.example",
  });
  await ask(fake, "owner", "PATCH", `marketplace-offering-users/${row.uuid}/`, { username: "fresh" });
  const { body } = await ask(fake, "owner", "GET", `marketplace-offering-users/${row.uuid}/`);
  expect(body).toMatchObject({
    state: "OK",
    service_provider_comment: "",
    service_provider_comment_url: "",
  });
});

test("an account can be restricted, and said to be out of use", async () => {
  const fake = currentFake();
  expect(await act(fake, "update_restricted", { is_restricted: true })).toMatchObject({ status: 200 });
  expect((await act(fake, "update_restricted", {})).status).toBe(400);
  const body = { runtime_state: "Pending account linking", service_provider_comment: "Again." };
  expect(await act(fake, "update_runtime_state", body)).toMatchObject({ status: 200, text: "" });
  expect(account(fake)).toMatchObject({ is_restricted: true, ...body });
  const path = "marketplace-offering-users/?runtime_state=Pending account linking";
  expect((await ask(fake, "owner", "GET", path)).column("user_uuid")).toEqual([MEMBER]);
  expect((await act(fake, "update_runtime_state", { runtime_state: "Gone" })).status).toBe(400);
  account(fake).state = "Deleted";
  expect((await act(fake, "update_runtime_state", { runtime_state: "Active" })).status).toBe(400);
});

describe("whoever leaves the last project that uses an offering", () => {
  const leaving = (state: OfferingUserState, options: object = { offering_user_auto_deletion: true }) => {
    const fake = currentFake();
    const row = Object.assign(account(fake), { state });
    Object.assign(fake.state.offerings.get(row.offering_uuid).plugin_options, options);
    fake.customer.removeMember("Sample project", { uuid: MEMBER });
    return { fake, row };
  };
  const back = ({ fake }: { fake: FakePuhuri }) =>
    fake.customer.addMember("Sample project", { uuid: MEMBER });

  test.each([
    ["Requested", "Deleted"],
    ["Creating", "Requested deletion"],
    ["Pending account linking", "Requested deletion"],
    ["Error creating", "Requested deletion"],
    ["OK", "Requested deletion"],
    ["Error deleting", "Error deleting"],
    ["Deleted", "Deleted"],
  ] as const)(
    "with an account that is %s has one that is %s, where the offering wants it so",
    (before, after) => {
      expect(leaving(before).row.state).toBe(after);
      expect(leaving(before, {}).row.state).toBe(before);
    },
  );

  test("keeps it as long as another project uses the offering", () => {
    const fake = currentFake();
    const row = account(fake);
    Object.assign(fake.state.offerings.get(row.offering_uuid).plugin_options, {
      offering_user_auto_deletion: true,
    });
    fake.customer.addMember("Sample project", { uuid: MEMBER }, "member");
    fake.customer.removeMember("Sample project", { uuid: MEMBER }, "admin");
    expect(row.state).not.toBe("Requested deletion");
  });

  test.each([
    ["Requested deletion", "abc", "service_provider", "OK"],
    ["Deleting", "abc", "service_provider", "OK"],
    ["Error deleting", "abc", "service_provider", "OK"],
    ["Deleted", "abc", "service_provider", "Requested"],
    ["Deleted", "abc", "waldur_username", "OK"],
    ["Deleting", "", "service_provider", "Requested"],
  ] as const)(
    "and comes back when it is %s, named '%s' by %s, has it back %s",
    (state, username, policy, after) => {
      const left = leaving("OK", {
        offering_user_auto_deletion: true,
        username_generation_policy: policy,
      });
      Object.assign(left.row, { state, username });
      back(left);
      expect(left.row).toMatchObject({ state: after, username });
    },
  );

  test("and comes back, is not deleted any further: 409, until it is requested again", async () => {
    const left = leaving("OK");
    left.row.username = "abc";
    await act(left.fake, "set_deleting");
    back(left);
    for (const action of ["set_deleting", "set_deleted", "set_error_deleting"]) {
      expect(await act(left.fake, action)).toMatchObject({ status: 409 });
    }
    expect(left.row.state).toBe("OK");
    expect((await act(left.fake, "request_deletion")).status).toBe(200);
    expect((await act(left.fake, "set_deleting")).status).toBe(200);
  });

  test("and is new at it, gets one that is Requested", () => {
    const fake = currentFake();
    const newcomer = fake.state.userNamed("newcomer");
    fake.customer.addMember("Sample project", "newcomer");
    const states = fake.state.offeringUsers.where("user_uuid", newcomer?.uuid ?? "").map((row) => row.state);
    expect(states).toEqual(["Requested"]);
  });
});

test("service and course accounts of the projects on an offering are listed, on newest servers", async () => {
  const seed = {
    guide: true,
    service_accounts: [
      { username: "svc-project" },
      { username: "svc-closed", state: "Closed" as const },
      { username: "svc-organization", on: "Sample consortium" },
    ],
    course_accounts: [{ username: "course-01", user: "etais_api_user" }, { username: "course-02" }],
  };
  const fake = currentFake({ seed });
  const offering = "marketplace-provider-offerings/cf4eb9c29fc74af4ade667fcb53633d5";
  const rows = (list: string, at = offering) => ask(fake, "owner", "GET", `${at}/${list}/`);
  const ofProjects = await rows("list_project_service_accounts");
  expect(ofProjects.column("username")).toEqual(["svc-project", "svc-closed"]);
  expect(ofProjects.column("state")).toEqual(["OK", "Closed"]);
  expect((await rows("list_customer_service_accounts")).column("username")).toEqual(["svc-organization"]);
  expect((await rows("list_course_accounts")).column("user_uuid")).toEqual([
    fake.state.userNamed("etais_api_user")?.uuid,
    null,
  ]);
  const unused = "marketplace-provider-offerings/d47ca5bce71144579df29da3c290027e";
  expect((await rows("list_course_accounts", unused)).rows).toEqual([]);
  expect((await ask(fake, "outsider", "GET", `${offering}/list_course_accounts/`)).status).toBe(404);
});
