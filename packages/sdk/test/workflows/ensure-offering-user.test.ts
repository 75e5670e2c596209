import type { OfferingUser, SeedBuilder } from "@puhuri/testing";
import { describe, expect, test } from "vitest";
import {
  BadRequestError,
  InvalidTransitionError,
  type OfferingUserInput,
  PermissionDeniedError,
  UnsupportedByServerError,
} from "../../src/index.ts";
import { errorOf } from "../http/harness.ts";
import { badGateway, losing, meanwhile } from "./faults.ts";
import { CURRENT, createWorld, GENERATIONS, type Generation } from "./world.ts";

function createScene(generation: Generation, seed: (seed: SeedBuilder) => void = () => {}) {
  const world = createWorld({
    generation,
    seed: (builder) => {
      builder.offering({ name: "its offering" });
      builder.user({ username: "someone" });
      seed(builder);
    },
  });
  const { state } = world.fake;
  const offering = [...state.offerings].find(({ name }) => name === "its offering");
  const user = state.userNamed("someone");
  if (offering === undefined || user === undefined) throw new Error("The seed lost its rows.");
  const input: OfferingUserInput = { offering: offering.uuid, user: user.uuid, username: "abc" };
  return {
    ...world,
    offering,
    user,
    input,
    rows: () => state.offeringUsers.where("offering_uuid", offering.uuid),
    add: (columns: Partial<OfferingUser> = {}) =>
      state.offeringUsers.add({
        uuid: "a".repeat(32),
        offering_uuid: offering.uuid,
        user_uuid: user.uuid,
        username: null,
        state: "OK",
        is_restricted: false,
        has_consent: true,
        propagation_date: null,
        created: "2026-11-20T00:00:00Z",
        modified: "2026-11-20T00:00:00Z",
        ...columns,
      }),
  };
}

type Scene = ReturnType<typeof createScene>;

const usernames = ({ rows }: Scene) => rows().map(({ username }) => username);
const methods = ({ sent }: Scene) => sent().map(({ method }) => method);

describe.each(GENERATIONS)("offeringUsers.ensure on %s", (generation) => {
  const isOld = generation === "2021";

  test("creates the account, in two requests", async () => {
    const scene = createScene(generation);
    const result = await scene.client().offeringUsers.ensure(scene.input);
    const [row] = scene.rows();
    expect(result).toEqual({
      outcome: "created",
      username: "abc",
      duplicates: 0,
      ...(isOld ? {} : { uuid: row?.uuid }),
    });
    expect(usernames(scene)).toEqual(["abc"]);
    expect(methods(scene)).toEqual(["GET", "POST"]);
  });

  test("is unchanged when it is there, in one request", async () => {
    const scene = createScene(generation);
    scene.add({ username: "abc" });
    expect(await scene.client().offeringUsers.ensure(scene.input)).toMatchObject({
      outcome: "unchanged",
      username: "abc",
    });
    expect(methods(scene)).toEqual(["GET"]);
  });

  test("takes URLs as well, and trims the username as the server does", async () => {
    const scene = createScene(generation);
    const { offeringUsers } = scene.client();
    const input = {
      offering: `https://puhuri.test/api/marketplace-public-offerings/${scene.offering.uuid}/`,
      user: `https://puhuri.test/api/users/${scene.user.uuid}/`,
      username: " abc ",
    };
    expect(await offeringUsers.ensure(input)).toMatchObject({ outcome: "created", username: "abc" });
    expect(await offeringUsers.ensure(input)).toMatchObject({ outcome: "unchanged" });
    expect(usernames(scene)).toEqual(["abc"]);
  });

  test("takes any account for right when no username is given", async () => {
    const scene = createScene(generation);
    const { offering, user } = scene.input;
    const { offeringUsers } = scene.client();
    expect(await offeringUsers.ensure({ offering, user })).toMatchObject({
      outcome: "created",
      username: "",
    });
    expect(await offeringUsers.ensure({ offering, user })).toMatchObject({ outcome: "unchanged" });
    expect(scene.rows()).toHaveLength(1);
  });

  test("ends in one account when six come at once through one client", async () => {
    const scene = createScene(generation);
    const { offeringUsers } = scene.client();
    const results = await Promise.all(Array.from({ length: 6 }, () => offeringUsers.ensure(scene.input)));
    expect(results.map(({ outcome }) => outcome)).toEqual(["created", ...Array(5).fill("unchanged")]);
    expect(usernames(scene)).toEqual(["abc"]);
  });

  test.each(["before", "after"] as const)("settles an answer lost %s the server has acted", async (when) => {
    const scene = createScene(generation);
    scene.intercepts.push(losing("offering_users_create", when));
    const { offeringUsers } = scene.client();
    const first = await offeringUsers.ensure(scene.input).catch((error: unknown) => error);
    if (when === "after") expect(first).toMatchObject({ outcome: "created", username: "abc" });
    // Sent again it might make a second account, so that is left to the next run.
    else expect(first).toMatchObject({ code: "connection", maybeApplied: true });
    await offeringUsers.ensure(scene.input);
    expect(usernames(scene)).toEqual(["abc"]);
  });

  test("settles a proxy's error page after the server has acted", async () => {
    const scene = createScene(generation);
    scene.intercepts.push(badGateway("offering_users_create", "after"));
    const result = await scene.client().offeringUsers.ensure(scene.input);
    expect(result).toMatchObject({ outcome: "created", username: "abc", duplicates: 0 });
    expect(scene.rows()).toHaveLength(1);
  });

  test("says that it may have been created when that cannot be read", async () => {
    const scene = createScene(generation);
    scene.intercepts.push(async (_exchange, next) => {
      const response = await next();
      if (scene.rows().length > 0) throw new TypeError("fetch failed");
      return response;
    });
    const error = await errorOf(scene.client().offeringUsers.ensure(scene.input));
    expect(error).toMatchObject({ code: "connection", maybeApplied: true });
  });

  test("rejects when the offering does not let its provider make accounts", async () => {
    const scene = createScene(generation);
    scene.offering.secret_options = {};
    scene.offering.plugin_options = {};
    expect(await errorOf(scene.client().offeringUsers.ensure(scene.input))).toBeInstanceOf(BadRequestError);
    expect(methods(scene)).toEqual(["GET", "POST", "GET"]);
  });

  test("rejects for whom it is not allowed", async () => {
    const scene = createScene(generation);
    const error = await errorOf(scene.client({ as: "spmanager" }).offeringUsers.ensure(scene.input));
    expect(error).toBeInstanceOf(isOld ? BadRequestError : PermissionDeniedError);
    expect(error).toMatchObject({ maybeApplied: false });
    expect(scene.rows()).toEqual([]);
  });
});

describe.each(CURRENT)("offeringUsers.ensure on %s", (generation) => {
  test("names the account the server has made for a member, in two requests", async () => {
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
    });
    expect(before).toMatchObject({ username: "abc", state: "OK" });
    expect(methods(scene)).toEqual(["GET", "PATCH"]);
  });

  test("renames an account, and blanks it when asked to", async () => {
    const scene = createScene(generation);
    const row = scene.add({ username: "old" });
    const { offeringUsers } = scene.client();
    expect(await offeringUsers.ensure(scene.input)).toMatchObject({ outcome: "updated" });
    expect(row.username).toBe("abc");
    expect(await offeringUsers.ensure({ ...scene.input, username: "" })).toMatchObject({ username: "" });
    expect(row.username).toBe("");
  });

  test("ends in one account and six successes when six clients come at once", async () => {
    const scene = createScene(generation);
    const calls = Array.from({ length: 6 }, () => scene.client().offeringUsers.ensure(scene.input));
    const results = await Promise.all(calls);
    expect(results.map(({ username }) => username)).toEqual(Array(6).fill("abc"));
    expect(results.filter(({ outcome }) => outcome === "created")).toHaveLength(1);
    expect(usernames(scene)).toEqual(["abc"]);
  });

  test.each([400, 409, 500])("finds the account of whoever was faster, after a %i", async (status) => {
    const scene = createScene(generation);
    scene.intercepts.push(async ({ operationId }, next) => {
      if (operationId !== "offering_users_create") return next();
      scene.add({ username: "" });
      return Response.json({ detail: "Exists." }, { status });
    });
    expect(await scene.client().offeringUsers.ensure(scene.input)).toMatchObject({ username: "abc" });
    expect(usernames(scene)).toEqual(["abc"]);
  });

  test("creates the account that is deleted between finding and naming it", async () => {
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

  test("rejects, and does not loop, when the account exists but is hidden", async () => {
    const scene = createScene(generation);
    scene.add({ username: "old", has_consent: false });
    if (generation === "2024-10") scene.offering.secret_options = {};
    expect(await errorOf(scene.client().offeringUsers.ensure(scene.input))).toBeInstanceOf(BadRequestError);
    expect(methods(scene)).toEqual(["GET", "POST", "GET"]);
    expect(usernames(scene)).toEqual(["old"]);
  });
});

test.each(["Requested deletion", "Deleting", "Deleted", "Error deleting"])(
  "offeringUsers.ensure does not take an account that is %s for one",
  async (state) => {
    const scene = createScene("8.x");
    scene.add({ username: "abc", state });
    const error = await errorOf(scene.client().offeringUsers.ensure(scene.input));
    expect(error).toBeInstanceOf(InvalidTransitionError);
    expect(error).toMatchObject({ from: state });
  },
);

describe("offeringUsers.ensure on a 2021 server with several accounts of one user", () => {
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

  test("does not count one account twice that is seen through two roles", async () => {
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
