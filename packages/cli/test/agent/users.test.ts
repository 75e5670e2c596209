import { describe, expect, test } from "vitest";
import { createSite, Exit, OFFERING, type Site } from "./site.ts";

/** A project with a member who waits for a login, and one who has left. */
function usersSite(): Site {
  const site = createSite({
    seed: (seed) => {
      for (const username of ["ann", "left"]) seed.user({ username });
      seed.project({ name: "the project", members: ["ann"] });
      seed.allocation({
        name: "used",
        offering: OFFERING,
        project: "the project",
        state: "OK",
        backend_id: "hpc",
      });
      seed.offeringUser({ offering: OFFERING, user: "left", username: "left1", state: "Requested deletion" });
    },
  });
  const { state } = site.fake;
  state.offerings.get(OFFERING).plugin_options.offering_user_auto_deletion = true;
  const found = state.offeringUsers.where("user_uuid", state.userNamed("ann")?.uuid ?? "");
  for (const row of found) Object.assign(row, { username: "", state: "Requested" });
  site.programs["create"] = () => ({ backend_id: "hpc" });
  site.programs["user-create"] = ({ user }) => ({ username: `${user.user_username}1` });
  site.programs["user-remove"] = () => {};
  site.configure();
  return site;
}

function offeringUser({ fake }: Site, username: string) {
  const { uuid = "" } = fake.state.userNamed(username) ?? {};
  return fake.state.offeringUsers
    .where("user_uuid", uuid)
    .find(({ offering_uuid }) => offering_uuid === OFFERING);
}

describe("the users of an offering", () => {
  test("get a login from user-create, and lose it by user-remove", async () => {
    const site = usersSite();
    expect(await site.once()).toBe(true);
    expect([...site.ran].sort()).toEqual(["user-create ann", "user-remove left"]);
    expect(offeringUser(site, "ann")).toMatchObject({ username: "ann1", state: "OK" });
    expect(offeringUser(site, "left")?.state).toBe("Deleted");
    const { uuid } = site.fake.state.userNamed("ann") ?? {};
    const about = site.lines.filter(({ user }) => user === uuid).map(({ message }) => message);
    expect(about).toEqual(["program begins", "program ended", "user-create done"]);
  });

  test("read what they have to do first", async () => {
    const site = usersSite();
    site.programs["user-create"] = () => ({
      state: "Pending account linking",
      comment: "Link it.",
      comment_url: "https://link.example",
    });
    expect(await site.once()).toBe(true);
    expect(offeringUser(site, "ann")).toMatchObject({
      state: "Pending account linking",
      service_provider_comment: "Link it.",
      service_provider_comment_url: "https://link.example",
    });
  });

  test("read why they get no login after exit code 65, and nothing of other failures", async () => {
    const site = usersSite();
    site.programs["user-create"] = () => new Exit(1, "secret of the directory");
    expect(await site.once()).toBe(false);
    expect(offeringUser(site, "ann")).toMatchObject({ state: "Creating" });
    expect(JSON.stringify(site.fake.state.offeringUsers.all())).not.toContain("secret");
    site.programs["user-create"] = () => new Exit(65, JSON.stringify({ message: "No contract." }));
    await site.once();
    expect(offeringUser(site, "ann")).toMatchObject({
      state: "Error creating",
      service_provider_comment: "No contract.",
    });
  });

  test("may use the allocations of their projects, and no others may", async () => {
    const site = usersSite();
    const present = new Set(["gone", "left1"]);
    site.programs["members"] = ({ add, remove }) => {
      for (const name of add) present.add(name);
      for (const name of remove) present.delete(name);
      return { members: [...present] };
    };
    site.configure("dry_run: true");
    await site.once();
    expect([...present]).toEqual(["gone", "left1"]);
    site.configure();
    expect(await site.once()).toBe(true);
    expect([...present]).toEqual(["ann1"]);
    const line = site.lines.find(({ message }) => message === "members changed");
    expect(line).toMatchObject({ add: "ann1", remove: "gone left1" });
    site.ran.length = 0;
    expect(await site.once()).toBe(true);
    expect(site.ran).toEqual(["members used"]);
    site.programs["members"] = () => new Exit(75);
    expect(await site.once()).toBe(false);
    expect(site.lines.find(({ message }) => message === "members failed")).toMatchObject({
      code: "program-try-later",
    });
  });

  test("are processed as often as the config says", async () => {
    const site = usersSite();
    site.programs["user-create"] = () => new Exit(75);
    site.configure("users_every: 20m");
    await site.run(8);
    expect(site.ran.filter((line) => line === "user-create ann")).toHaveLength(2);
  });
});
