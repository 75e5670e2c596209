import { describe, expect, test } from "vitest";
import { BadRequestError, PermissionDeniedError } from "../../src/index.ts";
import { errorOf } from "../http/harness.ts";
import { badGateway, losing } from "../workflows/faults.ts";
import { GENERATIONS } from "../workflows/world.ts";
import { createScene, methods, usernames } from "./offering-user-scene.ts";

describe.each(GENERATIONS)("offeringUsers.ensure on %s", (generation) => {
  const isOld = generation === "2021";

  test("creates the offering user, in two requests", async () => {
    const scene = createScene(generation);
    const result = await scene.client().offeringUsers.ensure(scene.input);
    const [row] = scene.rows();
    expect(result).toEqual({
      outcome: "created",
      username: "abc",
      duplicates: 0,
      ...(isOld ? {} : { uuid: row?.uuid }),
      ...(generation === "8.1" ? { state: "OK" } : {}),
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

  test("takes any offering user for right when no username is given", async () => {
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

  test("ends in one offering user when six come at once through one client", async () => {
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
    // Sent again to a 2021 server it might make a second offering user, so that is left to the next run.
    if (when === "before" && isOld) expect(first).toMatchObject({ code: "connection", maybeApplied: true });
    else expect(first).toMatchObject({ outcome: "created", username: "abc", duplicates: 0 });
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

  test("rejects when the offering does not let its provider make offering users", async () => {
    const scene = createScene(generation);
    scene.offering.secret_options = {};
    scene.offering.plugin_options = {};
    expect(await errorOf(scene.client().offeringUsers.ensure(scene.input))).toBeInstanceOf(BadRequestError);
    expect(methods(scene)).toEqual(["GET", "POST", "GET"]);
  });

  test("rejects without permission", async () => {
    const scene = createScene(generation);
    const error = await errorOf(scene.client({ as: "spmanager" }).offeringUsers.ensure(scene.input));
    expect(error).toBeInstanceOf(isOld ? BadRequestError : PermissionDeniedError);
    expect(error).toMatchObject({ maybeApplied: false });
    expect(scene.rows()).toEqual([]);
  });
});
