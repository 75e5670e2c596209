import { describe, expect, test } from "vitest";
import { type Paginated, type PuhuriClient, UnsupportedByServerError } from "../../src/index.ts";
import { createWorld } from "../workflows/world.ts";

const SERVICE_PROVIDER = "60e3b8f6b1a44d0d9f0d0c9a1f1f8d27";
const CSC = "bb235c67dcb44470a45d4e0f94e0ed00";
const ETAIS = "0cc72de4ebb840d98fef133e4433ec9a";

/** One user's keys among two users'; and so on: what 2024-10 takes no notice of. */
const lists: Record<string, (puhuri: PuhuriClient) => Paginated<unknown>> = {
  "keys of a user": ({ serviceProviders }) =>
    serviceProviders.sshKeys(SERVICE_PROVIDER, { user_uuid: ETAIS }),
  "keys of a user, by column": ({ serviceProviders }) =>
    serviceProviders.sshKeys(SERVICE_PROVIDER, { user_uuid: ETAIS, fields: ["name"] }),
  "roles of a user": ({ serviceProviders }) =>
    serviceProviders.projectPermissions(SERVICE_PROVIDER, { user: ETAIS }),
  "projects of a name": ({ serviceProviders }) =>
    serviceProviders.projects(SERVICE_PROVIDER, { name_exact: "no such project" }),
  "allocations under a plan": ({ resources }) => resources.list({ plan_uuid: "0".repeat(32) }),
  "allocations of offerings with a slug": ({ resources }) =>
    resources.list({ offering_slug: "elsewhere", fields: ["name"] }),
};

/** The guide's server, with keys of two users. */
function worldOf(generation: "8.1" | "2024-10") {
  return createWorld({
    generation,
    seed: (seed) => {
      seed.sshKey({ user: CSC, name: "desktop" });
      seed.sshKey({ user: ETAIS, name: "tablet" });
    },
  });
}

describe.each(Object.entries(lists))("%s", (_, list) => {
  test("are refused by name where the server ignores the filter", async () => {
    const puhuri = worldOf("2024-10").client();
    for (const use of ["toArray", "first", "count"] as const) {
      const error = await list(puhuri)
        [use]()
        .catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(UnsupportedByServerError);
      expect(String(error)).toMatch(/ignores the filter "\w+".* compare the column \w+ /);
    }
  });

  test("are what was asked for from 8.0 on, and counted so", async () => {
    const puhuri = worldOf("8.1").client();
    const rows = await list(puhuri).toArray();
    expect(await list(puhuri).count()).toBe(rows.length);
    expect(rows.length).toBeLessThan(3);
  });
});

describe.each([
  { order_state: ["done"] },
  { slug: "elsewhere" },
  { created_before: "2020-01-01T00:00:00Z" },
] as const)("allocations by %j, which no column shows", (query) => {
  test("are refused by name where the server ignores the filter", async () => {
    const { resources } = worldOf("2024-10").client();
    for (const use of ["toArray", "first", "count"] as const) {
      await expect(resources.list(query)[use]()).rejects.toMatchObject({
        code: "unsupported-by-server",
        message: expect.stringMatching(/ignores the filter "\w+".* look at each row yourself/),
      });
    }
  });

  test("are what was asked for from 8.0 on, and counted so", async () => {
    const { resources } = worldOf("8.1").client();
    const rows = await resources.list(query).toArray();
    expect(await resources.list(query).count()).toBe(rows.length);
    expect(rows.length).toBeLessThan(await resources.list().count());
  });
});

test("the column that shows it is not among those the caller asked for", async () => {
  const { serviceProviders } = worldOf("8.1").client();
  const keys = serviceProviders.sshKeys(SERVICE_PROVIDER, { user_uuid: ETAIS, fields: ["name"] });
  expect(await keys.toArray()).toEqual([{ name: "tablet" }]);
});

test("several values, and uuids with dashes, are looked for as the server does", async () => {
  const { offerings, resources } = worldOf("8.1").client();
  const all = await offerings.list({ fields: ["uuid"] }).toArray();
  const uuids = all.map(({ uuid }) => uuid.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-"));
  expect(await offerings.list({ uuid_list: uuids.join(",") }).count()).toBe(all.length);
  expect(await resources.list({ plan_uuid: "0".repeat(32) }).toArray()).toEqual([]);
});
