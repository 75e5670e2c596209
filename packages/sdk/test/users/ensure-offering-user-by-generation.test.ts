import { describe, expect, test } from "vitest";
import { ensureOfferingUserMany } from "../../src/bulk/index.ts";
import { BadRequestError, InvalidTransitionError, UnsupportedByServerError } from "../../src/index.ts";
import { errorOf } from "../http/harness.ts";
import { losing, meanwhile } from "../workflows/faults.ts";
import { CURRENT } from "../workflows/world.ts";
import { createScene, methods, usernames } from "./offering-user-scene.ts";

describe.each(CURRENT)("offeringUsers.ensure on %s", (generation) => {
  test("names the offering user the server has made for a member, in two requests", async () => {
    const scene = createScene(generation, (seed) => {
      seed.allocation({ name: "it", state: "OK", offering: "its offering" });
    });
    const member = scene.fake.state.userNamed("csc_api_user");
    const input = { ...scene.input, user: member?.uuid ?? "" };
    const before = scene.rows().find((row) => row.user_uuid === member?.uuid);
    expect(before).toMatchObject({ username: "" });
    expect(await scene.client().offeringUsers.ensure(input)).toEqual({
      outcome: "updated",
      username: "abc",
      uuid: before?.uuid,
      duplicates: 0,
      ...(generation !== "2024-10" ? { state: "OK" } : {}),
    });
    expect(before).toMatchObject({ username: "abc", state: "OK" });
    expect(methods(scene)).toEqual(["GET", "PATCH"]);
  });

  test("renames an offering user, and never takes its name away", async () => {
    const scene = createScene(generation);
    const row = scene.add({ username: "old" });
    const { offeringUsers } = scene.client();
    expect(await offeringUsers.ensure(scene.input)).toMatchObject({ outcome: "updated" });
    expect(row.username).toBe("abc");
    expect(await errorOf(offeringUsers.ensure({ ...scene.input, username: " " }))).toMatchObject({
      code: "invalid-argument",
      argument: "username",
    });
    expect(row.username).toBe("abc");
  });

  test("ends in one offering user and six successes when six clients come at once", async () => {
    const scene = createScene(generation);
    const calls = Array.from({ length: 6 }, () => scene.client().offeringUsers.ensure(scene.input));
    const results = await Promise.all(calls);
    expect(results.map(({ username }) => username)).toEqual(Array(6).fill("abc"));
    expect(results.filter(({ outcome }) => outcome === "created")).toHaveLength(1);
    expect(usernames(scene)).toEqual(["abc"]);
  });

  test.each([400, 409, 500])(
    "finds the offering user that somebody else was faster to create, after a %i",
    async (status) => {
      const scene = createScene(generation);
      scene.intercepts.push(async ({ operationId }, next) => {
        if (operationId !== "offering_users_create") return next();
        scene.add({ username: "" });
        return Response.json({ detail: "Exists." }, { status });
      });
      expect(await scene.client().offeringUsers.ensure(scene.input)).toMatchObject({ username: "abc" });
      expect(usernames(scene)).toEqual(["abc"]);
    },
  );

  test("creates the offering user that is deleted between finding and naming it", async () => {
    const scene = createScene(generation);
    const row = scene.add({ username: "" });
    const { offeringUsers } = scene.fake.state;
    scene.intercepts.push(meanwhile("offering_users_update", () => offeringUsers.remove(row.uuid)));
    expect(await scene.client().offeringUsers.ensure(scene.input)).toMatchObject({ outcome: "created" });
    expect(usernames(scene)).toEqual(["abc"]);
  });

  test.each(["before", "after"] as const)("settles a renaming lost %s the server has acted", async (when) => {
    const scene = createScene(generation);
    scene.add({ username: "old" });
    scene.intercepts.push(losing("offering_users_update", when));
    expect(await scene.client().offeringUsers.ensure(scene.input)).toMatchObject({ outcome: "updated" });
    expect(usernames(scene)).toEqual(["abc"]);
  });

  test("sends a creation again that was lost, after it has looked, with a pause", async () => {
    const scene = createScene(generation);
    scene.intercepts.push(losing("offering_users_create", "before", 2));
    expect(await scene.client().offeringUsers.ensure(scene.input)).toMatchObject({ outcome: "created" });
    // A look at once, and one before it is sent again.
    const again = ["POST", "GET", "GET"];
    expect(methods(scene)).toEqual(["GET", ...again, ...again, "POST"]);
    expect(scene.clock.sleeps).toEqual([500, 800]);
    expect(usernames(scene)).toEqual(["abc"]);
  });

  test("ends in one offering user when the creation thought lost arrives after it was looked for", async () => {
    const scene = createScene(generation);
    scene.intercepts.push(losing("offering_users_create", "before"));
    const { sleep } = scene.clock;
    scene.clock.sleep = (ms, signal) => {
      scene.add({ username: "abc" });
      return sleep.call(scene.clock, ms, signal);
    };
    expect(await scene.client().offeringUsers.ensure(scene.input)).toMatchObject({
      outcome: "created",
      username: "abc",
    });
    expect(usernames(scene)).toEqual(["abc"]);
  });

  test("gives up after three creations more, in doubt", async () => {
    const scene = createScene(generation);
    scene.intercepts.push(losing("offering_users_create", "before", 99));
    const error = await errorOf(scene.client().offeringUsers.ensure(scene.input));
    expect(error).toMatchObject({ code: "connection", maybeApplied: true });
    expect(methods(scene).filter((method) => method === "POST")).toHaveLength(4);
  });

  test("does not send again what crashed the server", async () => {
    const scene = createScene(generation);
    scene.intercepts.push(async ({ operationId }, next) =>
      operationId === "offering_users_create" ? new Response("<h1>Error</h1>", { status: 500 }) : next(),
    );
    const error = await errorOf(scene.client().offeringUsers.ensure(scene.input));
    expect(error).toMatchObject({ code: "server-error", maybeApplied: true });
    expect(methods(scene)).toEqual(["GET", "POST", "GET"]);
  });

  test("leaves it in doubt when a creation is refused after another was lost", async () => {
    const scene = createScene(generation);
    let creations = 0;
    scene.intercepts.push(async ({ operationId }, next) => {
      if (operationId !== "offering_users_create") return next();
      if (creations++ === 0) throw new TypeError("fetch failed");
      return Response.json({ detail: "No." }, { status: 403 });
    });
    const error = await errorOf(scene.client().offeringUsers.ensure(scene.input));
    expect(error).toMatchObject({ code: "permission-denied", maybeApplied: true });
  });

  test("rejects, and does not loop, when the offering user exists but is hidden", async () => {
    const scene = createScene(generation);
    scene.add({ username: "old", has_consent: false });
    scene.offering.terms_of_service = "Be nice.";
    if (generation === "2024-10") scene.offering.secret_options = {};
    expect(await errorOf(scene.client().offeringUsers.ensure(scene.input))).toBeInstanceOf(BadRequestError);
    expect(methods(scene)).toEqual(["GET", "POST", "GET"]);
    expect(usernames(scene)).toEqual(["old"]);
  });
});

describe("offeringUsers.ensure on servers that give an offering user a state", () => {
  test.each(["Creating", "Error creating", "Pending account linking", "OK"] as const)(
    "tells that an offering user which has the name is %s",
    async (state) => {
      const scene = createScene("8.1");
      const row = scene.add({ username: "abc", state });
      const puhuri = scene.client();
      const { offeringUsers } = puhuri;
      expect(await offeringUsers.ensure(scene.input)).toMatchObject({ outcome: "unchanged", state });
      // So many that the listing of the offering is read.
      const many = await Array.fromAsync(ensureOfferingUserMany(puhuri, Array(12).fill(scene.input)));
      expect(many).toHaveLength(12);
      for (const item of many) expect(item).toMatchObject({ outcome: "unchanged", result: { state } });
      expect(row.state).toBe(state);
    },
  );

  test("tells the state in which naming and creating leave it", async () => {
    const scene = createScene("8.1");
    const { offeringUsers } = scene.client();
    const { offering, user } = scene.input;
    expect(await offeringUsers.ensure({ offering, user })).toMatchObject({
      outcome: "created",
      state: "Requested",
    });
    const [row] = scene.rows();
    Object.assign(row ?? {}, { state: "Error creating" });
    expect(await offeringUsers.ensure(scene.input)).toMatchObject({ outcome: "updated", state: "OK" });
  });

  test("tells none where the server says nothing of the offering user it has named", async () => {
    const scene = createScene("8.1");
    const row = scene.add({ username: "old", state: "Creating" });
    scene.intercepts.push(async ({ operationId }, next) => {
      const response = await next();
      return operationId === "offering_users_update" ? new Response(null, { status: 200 }) : response;
    });
    const result = await scene.client().offeringUsers.ensure(scene.input);
    expect(result).toEqual({ outcome: "updated", username: "abc", uuid: row.uuid, duplicates: 0 });
  });
});

test.each(["Requested deletion", "Deleting", "Deleted", "Error deleting"] as const)(
  "offeringUsers.ensure does not take an offering user that is %s for one",
  async (state) => {
    const scene = createScene("8.1");
    scene.add({ username: "abc", state });
    const error = await errorOf(scene.client().offeringUsers.ensure(scene.input));
    expect(error).toBeInstanceOf(InvalidTransitionError);
    expect(error).toMatchObject({ from: state, to: "OK" });
    expect(error).toHaveProperty("message", expect.stringContaining(`is being deleted (${state})`));
  },
);

describe("offeringUsers.ensure on a 2021 server with several offering users of one user", () => {
  test("takes the one with the username, else the newest, and tells of the others", async () => {
    const scene = createScene("2021");
    scene.add({ uuid: "1".repeat(32), username: "abc", created: "2026-11-20T01:00:00Z" });
    scene.add({ uuid: "2".repeat(32), username: "new", created: "2026-11-20T02:00:00Z" });
    scene.add({ uuid: "3".repeat(32), username: null, created: "2026-11-20T00:00:00Z" });
    const { offeringUsers } = scene.client();
    expect(await offeringUsers.ensure(scene.input)).toEqual({
      outcome: "unchanged",
      username: "abc",
      duplicates: 2,
    });
    const { offering, user } = scene.input;
    expect(await offeringUsers.ensure({ offering, user })).toMatchObject({ username: "new", duplicates: 2 });
  });

  test("does not count one offering user twice that is seen through two roles", async () => {
    const scene = createScene("2021", (seed) => {
      seed.role({ user: "owner", role: "service_manager", on: "Sample HPC centre" });
    });
    scene.add({ username: "abc" });
    expect(await scene.client().offeringUsers.ensure(scene.input)).toMatchObject({ duplicates: 0 });
    expect(scene.sent()).toHaveLength(1);
  });

  test("says that it cannot rename one, and makes no second", async () => {
    const scene = createScene("2021");
    scene.add({ username: "old" });
    const error = await errorOf(scene.client().offeringUsers.ensure(scene.input));
    expect(error).toBeInstanceOf(UnsupportedByServerError);
    expect(usernames(scene)).toEqual(["old"]);
  });
});
