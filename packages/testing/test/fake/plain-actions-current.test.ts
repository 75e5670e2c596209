import { expect, test } from "vitest";
import { ask } from "./ask.ts";
import { allocation, currentFake, standing } from "./scene.ts";

const MEMBER = "bb235c67dcb44470a45d4e0f94e0ed00";
const ID = "5d2b8e4f7a914c36b0e1f2a3d4c5b697";

test("what was found on the machine becomes an allocation, and is no more to be imported", async () => {
  const fake = currentFake();
  const { offering_uuid, project_uuid, plan_uuid } = allocation(fake, "Running resource");
  const found = { name: "old-project", backend_id: "hpc-77", project: project_uuid, offering: offering_uuid };
  const { body } = await ask(fake, "owner", "POST", "backend-resources/", found);
  const path = `backend-resources/${Object(body).uuid}/`;
  const made = await ask(fake, "owner", "POST", `${path}import_resource/`, { plan: plan_uuid });
  expect([made.status, made.body]).toMatchObject([
    201,
    { name: "old-project", backend_id: "hpc-77", state: "OK", offering_uuid, project_uuid, plan_uuid },
  ]);
  expect(standing(fake, "old-project")).toBe("OK, undefined undefined, periods: open");
  expect((await ask(fake, "owner", "GET", path)).status).toBe(404);
});

test("what was found at an offering nobody knows is not imported", async () => {
  const fake = currentFake();
  fake.state.kept.set("backend-resources", [{ uuid: ID, url: "", name: "x", project: ID, offering: ID }]);
  const answer = await ask(fake, "owner", "POST", `backend-resources/${ID}/import_resource/`, {});
  expect([answer.status, answer.body]).toEqual([
    400,
    { offering: [`Object with uuid=${ID} does not exist.`] },
  ]);
});

test("POSIX ids of an offering user are kept; what is not sent stays", async () => {
  const fake = currentFake();
  const path = `marketplace-offering-users/${fake.state.offeringUsers.all()[0]?.uuid}/set_posix_attributes/`;
  await ask(fake, "owner", "POST", path, { uidnumber: 5001, login_shell: "/bin/bash" });
  const answer = await ask(fake, "owner", "POST", path, { primarygroup: 6001 });
  expect(answer.body).toEqual({ uidnumber: 5001, primarygroup: 6001, warnings: [] });
  expect((await ask(fake, "spmanager", "POST", path, {})).status).toBe(403);
});

test("a pool of POSIX ids tells how much of each range is used", async () => {
  const fake = currentFake();
  const pool = { uuid: ID, url: "", min_uid: 5000, max_uid: 5999, uid_used: 3 };
  fake.state.kept.set("marketplace-posix-id-pools", [pool]);
  expect((await ask(fake, "owner", "GET", `marketplace-posix-id-pools/${ID}/stats/`)).body).toMatchObject({
    uid: { min: 5000, max: 5999, used: 3 },
    gid: null,
  });
});

test("groups of projects are imported several at once", async () => {
  const fake = currentFake();
  const path = "marketplace-service-provider-project-groups/";
  const groups = [
    { project: ID, gid: 7001, name: "climate" },
    { project: ID, gid: 7002 },
  ];
  const answer = await ask(fake, "owner", "POST", `${path}import_groups/`, { service_provider: ID, groups });
  expect(answer.column("gid")).toEqual([7001, 7002]);
  expect((await ask(fake, "owner", "GET", path)).column("name")).toEqual(["climate", ""]);
});

test("roles in a project within an allocation are given, listed and taken away", async () => {
  const fake = currentFake();
  fake.state.kept.set("marketplace-provider-resource-projects", [{ uuid: ID, url: "", name: "sub" }]);
  const path = `marketplace-provider-resource-projects/${ID}`;
  const grant = { role: "member", user: MEMBER };
  await ask(fake, "owner", "POST", `${path}/add_user/`, grant);
  const list = async () => (await ask(fake, "owner", "GET", `${path}/list_users/`)).column("role_name");
  expect(await list()).toEqual(["member"]);
  await ask(fake, "owner", "POST", `${path}/delete_user/`, grant);
  expect(await list()).toEqual([]);
});

test("the scopes that a token can have are listed", async () => {
  const { rows } = await ask(
    currentFake(),
    "owner",
    "GET",
    "personal-access-tokens/available_scopes/?page_size=100",
  );
  expect(rows).toContainEqual({ permission: "ORDER.APPROVE", description: "" });
});
