import { describe, expect, test } from "vitest";
import {
  OfferingUserFailed,
  type OfferingUserHandlers,
  type OfferingUserOutcome,
  type ProcessOfferingUsersOptions,
  processOfferingUsers,
} from "../../../src/loop/index.ts";
import { badGateway, isWrite, meanwhile } from "../../workflows/faults.ts";
import { createUsersSite, OFFERING, SCOPE, type UsersSite } from "./users-site.ts";

function pass(
  site: UsersSite,
  handlers: Partial<OfferingUserHandlers> = {},
  options: ProcessOfferingUsersOptions = {},
): Promise<OfferingUserOutcome[]> {
  const run = processOfferingUsers(site.client(), SCOPE, { ...site.handlers(), ...handlers }, options);
  return Array.fromAsync(run);
}

const writes = (site: UsersSite) =>
  site
    .sent()
    .filter(({ method }) => method !== "GET")
    .map(({ operationId }) => operationId?.replace("offering_users_", ""));

const endings = (outcomes: OfferingUserOutcome[]) =>
  outcomes.map(({ kind, outcome }) => `${kind} ${outcome}`);

describe("a pass over the users of an 8.x server", () => {
  test("gives a login to users who wait for one, and writes it to Puhuri", async () => {
    const site = createUsersSite({ generation: "8.1", members: { ann: "Requested", stays: "OK" } });
    const [outcome, ...others] = await pass(site);
    expect(others).toEqual([]);
    expect(outcome).toMatchObject({
      outcome: "done",
      kind: "create",
      dryRun: false,
      user: { user_uuid: site.uuidOf("ann"), user_username: "ann", username: "login-ann", state: "OK" },
      steps: ["begin", "create", "set-username"],
    });
    expect(site.row("ann")).toMatchObject({ username: "login-ann", state: "OK" });
    expect(writes(site)).toEqual(["begin_creating", "update"]);
    expect(await pass(site)).toEqual([]);
    expect(writes(site)).toEqual([]);
  });

  test("asks a user to link something, once, and goes on when they have", async () => {
    const site = createUsersSite({ generation: "8.1", members: { ann: "Requested" } });
    site.unlinked.add("ann");
    expect(endings(await pass(site))).toEqual(["create waiting"]);
    expect(site.row("ann")).toMatchObject({
      state: "Pending account linking",
      service_provider_comment: "Link it.",
      service_provider_comment_url: "https://link.example",
    });
    expect(writes(site)).toEqual(["begin_creating", "set_pending_account_linking"]);
    expect(endings(await pass(site))).toEqual(["create waiting"]);
    expect(writes(site)).toEqual([]);
    site.unlinked.clear();
    expect(endings(await pass(site))).toEqual(["create done"]);
    expect(site.row("ann")).toMatchObject({ state: "OK", service_provider_comment: "" });
  });

  test("takes the login from users who have left", async () => {
    const site = createUsersSite({ generation: "8.1", members: { ann: "OK", stays: "OK" } });
    site.fake.customer.removeMember("the project", "ann");
    const [outcome] = await pass(site);
    expect(outcome).toMatchObject({
      outcome: "done",
      kind: "remove",
      steps: ["begin-deleting", "remove", "set-deleted"],
    });
    expect(site.row("ann")?.state).toBe("Deleted");
    expect([...site.directory.keys()]).toEqual(["login-stays"]);
    expect(await pass(site)).toEqual([]);
  });

  test("gives users who come back later a new login, also under the name they had", async () => {
    const site = createUsersSite({ generation: "8.1", members: { ann: "OK" } });
    site.fake.customer.removeMember("the project", "ann");
    await pass(site);
    site.fake.customer.addMember("the project", "ann");
    site.sent();
    expect(endings(await pass(site))).toEqual(["create done"]);
    expect(site.row("ann")).toMatchObject({ state: "OK", username: "login-ann" });
    expect([...site.directory.keys()]).toEqual(["login-ann"]);
    expect(writes(site)).toEqual(["begin_creating", "set_ok"]);
  });

  test.each(["provider_offerings_get", "offering_users_get", "offering_users_set_deleting"])(
    "leaves the login to a member who comes back before it is taken (%s)",
    async (operation) => {
      const site = createUsersSite({ generation: "8.1", members: { ann: "OK" } });
      site.fake.customer.removeMember("the project", "ann");
      site.intercepts.push(meanwhile(operation, () => site.fake.customer.addMember("the project", "ann")));
      for (const { outcome } of await pass(site)) expect(outcome).toBe("skipped");
      expect(site.log).toEqual([]);
      expect(site.row("ann")).toMatchObject({ state: "OK", username: "login-ann" });
    },
  );

  test("leaves it to one who comes back just before the deletion begins", async () => {
    const site = createUsersSite({ generation: "8.1", members: { ann: "OK" } });
    site.fake.customer.removeMember("the project", "ann");
    let looks = 0;
    site.intercepts.push(async ({ operationId }, next) => {
      if (operationId === "offering_users_get" && ++looks === 2) {
        site.fake.customer.addMember("the project", "ann");
      }
      return next();
    });
    expect(endings(await pass(site))).toEqual(["remove skipped"]);
    expect(site.row("ann")?.state).toBe("OK");
    expect(site.log).toEqual([]);
  });

  test("makes it again for a member who comes back while it is taken", async () => {
    const site = createUsersSite({ generation: "8.1", members: { ann: "OK" } });
    site.fake.customer.removeMember("the project", "ann");
    const { create, remove } = site.handlers();
    const outcomes = await pass(site, {
      create: (user, context) => create({ ...user, user_username: "ann2" }, context),
      async remove(...args) {
        await remove(...args);
        site.fake.customer.addMember("the project", "ann");
      },
    });
    expect(outcomes).toMatchObject([
      {
        outcome: "skipped",
        reason: "The user has come back in the meantime.",
        steps: ["begin-deleting", "remove", "create", "set-username"],
      },
    ]);
    expect([...site.directory.keys()]).toEqual(["login-ann2"]);
    expect(site.row("ann")).toMatchObject({ state: "OK", username: "login-ann2" });
  });

  test("lets the next pass take the login of somebody who leaves while it is made", async () => {
    const site = createUsersSite({ generation: "8.1", members: { ann: "Requested" } });
    const { create } = site.handlers();
    const outcomes = await pass(site, {
      async create(...args) {
        const made = await create(...args);
        site.fake.customer.removeMember("the project", "ann");
        return made;
      },
    });
    expect(outcomes).toMatchObject([{ outcome: "skipped", reason: "The user has left in the meantime." }]);
    expect(endings(await pass(site))).toEqual(["remove done"]);
    expect(site.directory.size).toBe(0);
    expect(site.row("ann")?.state).toBe("Deleted");
  });

  test("takes it at once if the server has deleted the offering user in the meantime", async () => {
    const site = createUsersSite({ generation: "8.1", members: { ann: "Requested" } });
    const { create } = site.handlers();
    const outcomes = await pass(site, {
      async create(...args) {
        const made = await create(...args);
        Object.assign(site.row("ann") ?? {}, { state: "Deleted" });
        return made;
      },
    });
    expect(outcomes).toMatchObject([{ outcome: "skipped", reason: "The user has left in the meantime." }]);
    expect(site.directory.size).toBe(0);
  });

  test("leaves alone what somebody has dealt with since it was listed", async () => {
    const site = createUsersSite({ generation: "8.1", members: { ann: "Requested" } });
    const act = () => Object.assign(site.row("ann") ?? {}, { state: "OK", username: "other" });
    site.intercepts.push(meanwhile("offering_users_get", act));
    expect(endings(await pass(site))).toEqual(["create skipped"]);
    expect(site.log).toEqual([]);
  });

  test("leaves alone those to be removed where there is no handler for it", async () => {
    const site = createUsersSite({ generation: "8.1", members: { ann: "OK" } });
    site.fake.customer.removeMember("the project", "ann");
    const { create } = site.handlers();
    const run = processOfferingUsers(site.client(), SCOPE, { create });
    expect(endings(await Array.fromAsync(run))).toEqual(["remove skipped"]);
    expect(site.row("ann")?.state).toBe("Requested deletion");
  });

  test("asks handlers again that have begun and are not finished", async () => {
    const site = createUsersSite({ generation: "8.1", members: { ann: "Requested", gone: "OK" } });
    site.fake.customer.removeMember("the project", "gone");
    const wait = () => "wait" as const;
    for (let times = 0; times < 2; times++) {
      const outcomes = await pass(site, { create: wait, remove: wait });
      expect(endings(outcomes).sort()).toEqual(["create waiting", "remove waiting"]);
    }
    expect(site.row("ann")?.state).toBe("Creating");
    expect(site.row("gone")?.state).toBe("Deleting");
    expect(endings(await pass(site)).sort()).toEqual(["create done", "remove done"]);
  });

  test("changes nothing in a dry run, and tells what it would do", async () => {
    const site = createUsersSite({ generation: "8.1", members: { ann: "Requested", gone: "OK" } });
    site.fake.customer.removeMember("the project", "gone");
    site.intercepts.push(async (exchange, next) => {
      expect(isWrite(exchange)).toBe(false);
      return next();
    });
    const outcomes = await pass(site, {}, { dryRun: true });
    expect(outcomes.map(({ steps }) => steps)).toEqual([
      ["begin", "create"],
      ["begin-deleting", "remove", "set-deleted"],
    ]);
    expect(outcomes.every(({ dryRun }) => dryRun)).toBe(true);
    expect(site.log).toEqual([]);
  });
});

describe("where the server does not say who has left", () => {
  const createOne = (members: Parameters<typeof createUsersSite>[0]["members"]) =>
    createUsersSite({ generation: "8.1", isAutomatic: false, members });

  test("the teams do", async () => {
    const site = createOne({ ann: "OK", stays: "OK" });
    site.fake.customer.removeMember("the project", "ann");
    expect(site.row("ann")?.state).toBe("OK");
    expect(endings(await pass(site))).toEqual(["remove done"]);
    expect(site.row("ann")?.state).toBe("Deleted");
    expect([...site.directory.keys()]).toEqual(["login-stays"]);
    expect(await pass(site)).toEqual([]);
  });

  test("a member of another project with something of the offering keeps the login", async () => {
    const site = createUsersSite({
      generation: "8.1",
      isAutomatic: false,
      members: { ann: "OK" },
      seed: (seed) => {
        seed.project({ name: "other", members: ["ann"] });
        seed.allocation({ name: "also used", offering: OFFERING, project: "other" });
      },
    });
    site.fake.customer.removeMember("the project", "ann");
    expect(await pass(site)).toEqual([]);
  });

  test("one who comes back before anything is taken keeps it", async () => {
    const site = createOne({ ann: "OK" });
    site.fake.customer.removeMember("the project", "ann");
    site.intercepts.push(
      meanwhile("offering_users_get", () => site.fake.customer.addMember("the project", "ann")),
    );
    expect(endings(await pass(site))).toEqual(["remove skipped"]);
    expect(site.log).toEqual([]);
    expect(site.row("ann")?.state).toBe("OK");
  });

  test("one who has come into a project that is new to the offering keeps it", async () => {
    const site = createUsersSite({
      generation: "8.1",
      isAutomatic: false,
      members: { ann: "OK" },
      seed: (seed) => {
        seed.project({ name: "other", members: ["ann"] });
      },
    });
    site.fake.customer.removeMember("the project", "ann");
    const order = () => {
      const { resource_uuid } = site.fake.customer.order({
        offering: OFFERING,
        project: "other",
        name: "late",
      });
      site.fake.state.resources.get(resource_uuid).state = "OK";
    };
    site.intercepts.push(meanwhile("offering_users_get", order));
    expect(endings(await pass(site))).toEqual(["remove skipped"]);
    expect(site.log).toEqual([]);
  });

  test("a server that shows no allocations does not count as one without states", async () => {
    const site = createOne({ ann: "Requested", bob: "OK" });
    site.fake.state.resources.clear();
    expect(endings(await pass(site))).toEqual(["remove skipped", "remove done"]);
    expect(site.row("bob")?.state).toBe("Deleted");
  });

  test("what was begun is taken back, and what was not is left alone", async () => {
    const site = createOne({ ann: "Creating", bob: "Requested", cid: "Error creating" });
    for (const user of ["ann", "bob", "cid"]) site.fake.customer.removeMember("the project", user);
    expect(endings(await pass(site))).toEqual(["remove done", "remove skipped", "remove done"]);
    expect(site.row("ann")).toBeUndefined();
    expect(site.row("bob")?.state).toBe("Requested");
    expect(site.row("cid")).toBeUndefined();
  });

  test("the teams are not asked where nobody removes logins", async () => {
    const site = createOne({ ann: "OK" });
    const { create } = site.handlers();
    site.sent();
    await processOfferingUsers(site.client(), SCOPE, { create }).finish();
    expect(site.sent().map(({ operationId }) => operationId)).not.toContain("provider_resources_team_list");
  });
});

describe("a failure", () => {
  const failing = (error: unknown) => () => {
    throw error;
  };

  test.each(["create", "remove"] as const)(
    "of %s is shown to nobody, and stops nobody else",
    async (name) => {
      const site = createUsersSite({ generation: "8.1", members: { ann: "Requested", gone: "OK" } });
      site.fake.customer.removeMember("the project", "gone");
      const outcomes = await pass(site, { [name]: failing(new Error("LDAP is down.")) });
      expect(endings(outcomes).sort()).toEqual(
        name === "create" ? ["create failed", "remove done"] : ["create done", "remove failed"],
      );
      const row = site.row(name === "create" ? "ann" : "gone");
      expect(row).toMatchObject({
        state: name === "create" ? "Creating" : "Deleting",
        service_provider_comment: "",
      });
      expect(endings(await pass(site))).toEqual([`${name} done`]);
    },
  );

  test.each([
    ["create", "ann", "Error creating"],
    ["remove", "gone", "Error deleting"],
  ] as const)("of %s that is meant for the user is shown to them, once", async (name, user, state) => {
    const site = createUsersSite({ generation: "8.1", members: { ann: "Requested", gone: "OK" } });
    site.fake.customer.removeMember("the project", "gone");
    const handlers = { [name]: failing(new OfferingUserFailed("No contract.")) };
    expect(endings(await pass(site, handlers))).toContain(`${name} erred`);
    expect(site.row(user)).toMatchObject({ state, service_provider_comment: "No contract." });
    expect(await pass(site, handlers)).toEqual([]);
  });

  test("to remove what was only begun is shown as one of creating, and the next pass tries again", async () => {
    const members = { ann: "Creating" } as const;
    const site = createUsersSite({ generation: "8.1", isAutomatic: false, members });
    site.fake.customer.removeMember("the project", "ann");
    const handlers = { remove: failing(new OfferingUserFailed("Write to us.")) };
    for (let times = 0; times < 2; times++)
      expect(endings(await pass(site, handlers))).toEqual(["remove erred"]);
    expect(site.row("ann")).toMatchObject({
      state: "Error creating",
      service_provider_comment: "Write to us.",
    });
    expect(endings(await pass(site))).toEqual(["remove done"]);
    expect(site.row("ann")).toBeUndefined();
  });

  test("that cannot be shown now is shown by the next pass", async () => {
    const site = createUsersSite({ generation: "8.1", members: { ann: "Requested" } });
    site.intercepts.push(badGateway("offering_users_set_error_creating", "before", 9));
    const handlers = { create: failing(new OfferingUserFailed("No contract.")) };
    expect(await pass(site, handlers)).toMatchObject([
      { outcome: "deferred", error: { message: "No contract." }, notMarked: { code: "server-error" } },
    ]);
    expect(site.row("ann")?.state).toBe("Creating");
  });

  test.each([
    undefined,
    {},
    "abc",
    { username: "" },
    { username: "x".repeat(101) },
    { username: 17 },
    { state: "OK" },
    { userName: "abc" },
    "WAIT",
    { state: "Pending account linking", comment: 17 },
    { state: "Pending account linking", commentURL: "https://link.example" },
    { state: "Pending account linking", username: "abc" },
  ])("is an answer of create that is none: %j", async (answer) => {
    const site = createUsersSite({ generation: "8.1", members: { ann: "Requested" } });
    const [outcome] = await pass(site, { create: () => JSON.parse(JSON.stringify(answer ?? null)) });
    expect(outcome).toMatchObject({ outcome: "failed", error: { code: "invalid-argument" } });
    expect(site.row("ann")?.state).toBe("Creating");
  });

  test.each(["WAIT", "waiting"])("is an answer of remove that is none: %s", async (answer) => {
    const site = createUsersSite({ generation: "8.1", members: { gone: "OK" } });
    site.fake.customer.removeMember("the project", "gone");
    expect(await pass(site, { remove: () => answer })).toMatchObject([
      { outcome: "failed", error: { code: "invalid-argument" } },
    ]);
    expect(site.row("gone")?.state).toBe("Deleting");
  });

  test.each([
    [429, "deferred"],
    [403, "failed"],
  ])("of the API with %i ends as %s", async (status, outcome) => {
    const site = createUsersSite({ generation: "8.1", members: { ann: "Requested" } });
    site.intercepts.push(async ({ operationId }, next) =>
      operationId === "offering_users_get" ? Response.json({ detail: "No." }, { status }) : next(),
    );
    const run = processOfferingUsers(site.client({ retry: false }), SCOPE, site.handlers());
    expect(endings(await Array.fromAsync(run))).toEqual([`create ${outcome}`]);
  });

  test("to stop is none: the signal's reason is thrown", async () => {
    const site = createUsersSite({ generation: "8.1", members: { ann: "Requested" } });
    const stop = new AbortController();
    const reason = new Error("Enough.");
    const create: OfferingUserHandlers["create"] = (_user, { signal }) => {
      stop.abort(reason);
      expect(signal.aborted).toBe(true);
      throw new Error("Stopped.");
    };
    await expect(pass(site, { create }, { signal: stop.signal })).rejects.toBe(reason);
  });
});

describe.each(["2024-10", "2021"] as const)("on %s, which has no states,", (generation) => {
  test("members without a name get a login, and those who have one are left alone", async () => {
    const site = createUsersSite({ generation, members: { ann: "Requested", stays: "OK" } });
    expect(await pass(site)).toMatchObject([
      { outcome: "done", kind: "create", user: { username: "login-ann", user_username: "ann" } },
    ]);
    expect(site.row("ann")?.username).toBe("login-ann");
    expect(await pass(site)).toEqual([]);
  });

  test("nobody does before an allocation was accepted", async () => {
    const site = createUsersSite({ generation, members: { ann: "Requested" } });
    for (const row of site.fake.state.resources.where("offering_uuid", OFFERING)) row.state = "Creating";
    expect(await pass(site)).toEqual([]);
  });

  test("a user who has to do something waits, and nothing is shown to them", async () => {
    const site = createUsersSite({ generation, members: { ann: "Requested" } });
    site.unlinked.add("ann");
    expect(endings(await pass(site))).toEqual(["create waiting"]);
    site.unlinked.clear();
    expect(endings(await pass(site))).toEqual(["create done"]);
  });

  test("what is given up cannot be shown, and the handler is called again", async () => {
    const site = createUsersSite({ generation, members: { ann: "Requested" } });
    const create = () => {
      throw new OfferingUserFailed("No contract.");
    };
    for (let times = 0; times < 2; times++) {
      expect(await pass(site, { create })).toMatchObject([
        { outcome: "failed", error: { message: "No contract." } },
      ]);
    }
  });

  test("users who are in no team any more lose their login", async () => {
    const site = createUsersSite({ generation, members: { gone: "OK", stays: "OK" } });
    const gone = site.uuidOf("gone");
    const { roles } = site.fake.state;
    for (const { uuid } of roles.where("user_uuid", gone)) roles.remove(uuid);
    expect(endings(await pass(site))).toEqual(["remove done"]);
    expect(site.log).toEqual(["removed login-gone"]);
    // A 2021 server does not let the offering user be deleted, so the handler is asked each time.
    expect(endings(await pass(site))).toEqual(generation === "2021" ? ["remove done"] : []);
    expect(site.row("gone") === undefined).toBe(generation !== "2021");
  });
});

describe("a pass over users", () => {
  const site = createUsersSite({ generation: "8.1", members: {} });
  const handlers = site.handlers();

  test.each([
    ["no scope", () => processOfferingUsers(site.client(), JSON.parse("{}"), handlers)],
    [
      "a provider as the scope",
      () =>
        processOfferingUsers(site.client(), { ...SCOPE, ...JSON.parse('{"provider_uuid":"x"}') }, handlers),
    ],
    ["no handlers", () => processOfferingUsers(site.client(), SCOPE, JSON.parse("{}"))],
    [
      "a mistyped handler",
      () => processOfferingUsers(site.client(), SCOPE, { ...handlers, ...JSON.parse('{"delete":1}') }),
    ],
    [
      "a mistyped option",
      () => processOfferingUsers(site.client(), SCOPE, handlers, JSON.parse('{"dryrun":true}')),
    ],
    ["what is no client", () => processOfferingUsers(JSON.parse("{}"), SCOPE, handlers)],
  ])("refuses %s at once", (_, call) => {
    site.sent();
    expect(call).toThrow(expect.objectContaining({ code: "invalid-argument" }));
    expect(site.sent()).toEqual([]);
  });

  test("refuses an offering that is not to be found", async () => {
    const run = processOfferingUsers(site.client(), { offering_uuid: "0".repeat(32) }, handlers);
    await expect(run.finish()).rejects.toMatchObject({ code: "invalid-argument" });
  });
});
