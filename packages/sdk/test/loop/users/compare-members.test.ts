import { describe, expect, test } from "vitest";
import { compareMembers, processOfferingUsers } from "../../../src/loop/index.ts";
import { errorOf } from "../../http/harness.ts";
import { GENERATIONS } from "../../workflows/world.ts";
import { createUsersSite, SCOPE, type UsersSite } from "./users-site.ts";

function compare(site: UsersSite, names: Iterable<string>) {
  const uuid = site.fake.state.resourceNamed("used")?.uuid ?? "";
  return compareMembers(site.client(), uuid, names);
}

describe.each(GENERATIONS)("members of an allocation on %s", (generation) => {
  test("are added, removed, or have no name yet", async () => {
    const site = createUsersSite({
      generation,
      members: { ann: "OK", bob: "OK", new: "Requested", gone: "OK" },
    });
    const gone = site.uuidOf("gone");
    const { roles } = site.fake.state;
    for (const { uuid } of roles.where("user_uuid", gone)) roles.remove(uuid);
    const { add, remove, unnamed } = await compare(site, ["login-bob", "login-gone", "nobody", "nobody"]);
    expect(add).toEqual(["login-ann"]);
    expect(remove).toEqual(["login-gone", "nobody"]);
    expect(unnamed.map(({ uuid }) => uuid)).toEqual([site.uuidOf("new")]);
    expect(await compare(site, new Set(["login-ann", "login-bob"]))).toMatchObject({ add: [], remove: [] });
  });

  test("are none once it is Terminated", async () => {
    const site = createUsersSite({ generation, members: { ann: "OK" } });
    Object.assign(site.fake.state.resourceNamed("used") ?? {}, { state: "Terminated" });
    expect(await compare(site, ["login-ann"])).toEqual({ add: [], remove: ["login-ann"], unnamed: [] });
  });

  test("are refused where the names are none", async () => {
    const site = createUsersSite({ generation, members: {} });
    for (const names of ["null", "17", '"alice"', "[17]", "{}"]) {
      expect(await errorOf(compare(site, JSON.parse(names)))).toMatchObject({ code: "invalid-argument" });
    }
    expect(site.sent()).toEqual([]);
  });
});

test("of several offering users of a member, which a 2021 server allows, the one with a user name counts", async () => {
  const site = createUsersSite({ generation: "2021", members: { ann: "OK" } });
  const { offeringUsers } = site.fake.state;
  const [named] = offeringUsers.where("user_uuid", site.uuidOf("ann"));
  if (named === undefined) throw new Error("The seed lost its offering user.");
  offeringUsers.add({ ...named, uuid: "0".repeat(32), username: "", created: "2026-11-21T00:00:00Z" });
  expect(await compare(site, [])).toEqual({ add: ["login-ann"], remove: [], unnamed: [] });
  const run = processOfferingUsers(site.client(), SCOPE, site.handlers());
  expect(await run.finish()).toMatchObject({ total: 0 });
});

test("users who are restricted do not belong there", async () => {
  const site = createUsersSite({ generation: "8.1", members: { ann: "OK" } });
  Object.assign(site.row("ann") ?? {}, { is_restricted: true });
  expect(await compare(site, ["login-ann"])).toEqual({ add: [], remove: ["login-ann"], unnamed: [] });
});

test("a member whose offering user is not OK is left alone", async () => {
  const site = createUsersSite({ generation: "8.1", members: { ann: "Error creating" } });
  expect(await compare(site, ["login-ann"])).toEqual({ add: [], remove: [], unnamed: [] });
  expect(await compare(site, [])).toEqual({ add: [], remove: [], unnamed: [] });
});

test("service and course accounts of the project belong there, on 8.x servers", async () => {
  const site = createUsersSite({
    generation: "8.1",
    members: {},
    seed: (seed) => {
      seed.serviceAccount({ username: "svc", on: "the project" });
      seed.serviceAccount({ username: "svc-elsewhere", on: "Sample project" });
      seed.serviceAccount({ username: "svc-closed", on: "the project", state: "Closed" });
      seed.serviceAccount({ username: "svc-erred", on: "the project", state: "Erred" });
      seed.serviceAccount({ username: "svc-organization", on: "Sample consortium" });
      seed.courseAccount({ username: "course-01", project: "the project" });
      seed.courseAccount({ username: "", project: "the project" });
    },
  });
  expect(await compare(site, [])).toEqual({ add: ["svc", "course-01"], remove: [], unnamed: [] });
  const all = ["svc", "svc-elsewhere", "svc-closed", "svc-erred", "svc-organization", "course-01"];
  expect(await compare(site, all)).toEqual({
    add: [],
    remove: ["svc-elsewhere", "svc-closed"],
    unnamed: [],
  });
});
