import { describe, expect, it } from "vitest";
import { UnsupportedByServerError } from "../../src/errors.ts";
import { cutRow, type Listing } from "../../src/list/listing.ts";
import { checkListQuery } from "../../src/list/query.ts";
import type { Server } from "../../src/servers/server.ts";
import { queryOf } from "../contract/spec-examples.ts";
import { answering, createServer } from "../nouns/answering.ts";

const { http } = answering("current", () => new Response());
const current = createServer("current", http);
const old = createServer("2021", http);
const UUID = "a1916bd53fd04b1ab1a4e700c926607b";

/** Every listing of a server, by the operation that lists it; those that it lacks are left out. */
function listings({
  dialect,
  resources,
  offerings,
  usages,
  offeringUsers,
  orders,
  serviceProviders,
}: Server) {
  const ofBoth = {
    resources: resources.listing,
    offerings: offerings.listing,
    component_usages: usages.listing,
    offering_users: offeringUsers.listing,
    service_providers: serviceProviders.listing,
  };
  if (dialect === "2021") return ofBoth;
  return {
    ...ofBoth,
    component_user_usages: usages.userListing,
    orders: orders.listing,
    service_providers_users: serviceProviders.users(UUID),
    service_providers_keys: serviceProviders.sshKeys(UUID),
    service_providers_projects: serviceProviders.projects(UUID),
    service_providers_project_permissions: serviceProviders.projectPermissions(UUID),
  };
}

const all: [operation: string, listing: Listing][] = [
  ...Object.entries(listings(current)).map(([name, listing]): [string, Listing] => [
    /^(resources|offerings)$/.test(name) ? `provider_${name}_list` : `${name}_list`,
    listing,
  ]),
  ...Object.entries(listings(old)).map(([name, listing]): [string, Listing] => [`${name}_list`, listing]),
];

describe("filters", () => {
  it("go out as they are given, without those that are undefined", () => {
    const query = {
      state: ["OK", "Erred"],
      name: "a & b",
      paused: false,
      component_count: 0,
      scope: undefined,
    };
    expect(checkListQuery(current.resources.listing, query).filters).toEqual({
      state: ["OK", "Erred"],
      name: "a & b",
      paused: false,
      component_count: 0,
      o: "created",
    });
  });

  it("put rows in order where the server has none, unless the caller has another", () => {
    expect(checkListQuery(old.resources.listing, {}).filters).toEqual({ o: "created" });
    const byName = { o: "name" };
    expect(checkListQuery(old.resources.listing, byName).filters).toEqual(byName);
    expect(checkListQuery(old.usages.listing, {}).filters).toEqual({});
  });

  it.each(all)("of %s that hold uuids go out as 32 lower-case digits", (operation, listing) => {
    const uuids = queryOf(operation).filter(({ schema }) => /\/Uuid(List)?$/.test(schema.$ref ?? ""));
    const names = uuids.map(({ name }) => name).filter((name) => listing.parameters.includes(name));
    const written = "A1916BD5-3FD0-4B1A-B1A4-E700C926607B";
    const query = Object.fromEntries(names.map((name) => [name, written]));
    const { o: _, ...filters } = checkListQuery(listing, query).filters;
    expect(filters).toEqual(Object.fromEntries(names.map((name) => [name, UUID])));
    for (const name of names) {
      expect(() => checkListQuery(listing, { [name]: "not-a-uuid" }), name).toThrow(
        expect.objectContaining({ argument: name }),
      );
    }
  });

  it("may hold several uuids in one text", () => {
    const other = "0".repeat(32);
    const text = { offering_uuid: `${UUID}, ${other}` };
    expect(checkListQuery(current.resources.listing, text).filters.offering_uuid).toBe(`${UUID},${other}`);
  });

  it.each([
    ["empty text", { name: "" }],
    ["an empty list", { state: [] }],
    ["a list with empty text", { state: ["OK", ""] }],
    ["null", { name: null }],
    ["an object", { name: { a: 1 } }],
    ["a date", { created: new Date(0) }],
    ["no number", { component_count: Number.NaN }],
    ["endless", { component_count: Number.POSITIVE_INFINITY }],
    ["a list in a list", { state: [["OK"]] }],
    ["an empty uuid", { offering_uuid: "" }],
    ["a uuid and nothing", { offering_uuid: `${UUID},` }],
  ])("refuse %s, which a server would ignore or not understand", (_, query) => {
    const error = expect.objectContaining({ code: "invalid-argument", argument: Object.keys(query)[0] });
    expect(() => checkListQuery(current.resources.listing, query)).toThrow(error);
  });

  it("refuse an array where a server takes one value", () => {
    const error = expect.objectContaining({
      argument: "name",
      message: expect.stringMatching(/name takes one value/),
    });
    expect(() => checkListQuery(current.resources.listing, { name: ["a", "b"] })).toThrow(error);
    expect(() => checkListQuery(current.usages.listing, { type: ["cpu"] })).toThrow(/type takes one value/);
    expect(checkListQuery(current.orders.listing, { type: ["Create", "Update"] }).filters.type).toHaveLength(
      2,
    );
  });

  it("refuse a uuid in the place of a URL, by which a server would find nothing", () => {
    const error = expect.objectContaining({
      argument: "offering",
      message: expect.stringContaining("use offering_uuid"),
    });
    expect(() => checkListQuery(current.resources.listing, { offering: UUID })).toThrow(error);
    const url = `https://puhuri.test/api/marketplace-offerings/${UUID}/`;
    expect(checkListQuery(current.resources.listing, { offering: url }).filters.offering).toBe(url);
  });

  it.each(["sate", "pageSize", "signal", "field", "page", "page_size", "__proto__x", "toString"])(
    "refuse %s",
    (name) => {
      const query = { [name]: "1" };
      expect(() => checkListQuery(current.resources.listing, query)).toThrow(
        expect.objectContaining({ code: "invalid-argument", argument: name }),
      );
    },
  );

  it("refuse those of the other generation", () => {
    const query = { order_state: "executing" };
    expect(checkListQuery(current.resources.listing, query).filters).toMatchObject(query);
    expect(() => checkListQuery(old.resources.listing, query)).toThrow(/order_state/);
    const keyword = { customer_keyword: "a" };
    expect(() => checkListQuery(old.serviceProviders.listing, keyword)).toThrow(/customer_keyword/);
    const month = { billing_period: "2021-08-01" };
    expect(() => checkListQuery(old.usages.listing, month)).toThrow(/billing_period/);
  });
});

it("is of no use where the server has no such list", () => {
  expect(() => old.orders.listing).toThrow(UnsupportedByServerError);
});

describe("columns", () => {
  const fieldsOf = (query: object) => checkListQuery(current.resources.listing, query).columns;

  it("are all of them without fields, else those named, in their order", () => {
    expect(fieldsOf({})).toBeUndefined();
    expect(fieldsOf({ fields: undefined })).toBeUndefined();
    expect(fieldsOf({ fields: ["state", "uuid"] })).toEqual(["state", "uuid"]);
    const row = { uuid: "a", state: "OK", name: "b" };
    expect(Object.entries(cutRow(row, ["state", "uuid"]))).toEqual([
      ["state", "OK"],
      ["uuid", "a"],
    ]);
    expect(cutRow(row, undefined)).toBe(row);
  });

  it("are refused where they are no array, or an empty one, to which a server sends all", () => {
    for (const fields of [[], "name", null, { 0: "name" }, ["name", 1]]) {
      const error = expect.objectContaining({ code: "invalid-argument", argument: "fields" });
      expect(() => fieldsOf({ fields })).toThrow(error);
    }
  });

  it("are what the server has of them, with null where it has null", () => {
    expect(cutRow({ uuid: "a", plan_uuid: null }, ["plan_uuid", "slug"])).toEqual({ plan_uuid: null });
  });
});
