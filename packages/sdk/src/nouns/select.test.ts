import { describe, expect, it } from "vitest";
import { type Listing, unsupportedListing } from "../dialects/listing.ts";
import { InvalidArgumentError } from "../errors.ts";
import { cutRow, selectColumns } from "./select.ts";

const listing: Listing = {
  ...unsupportedListing(() => new Error("not read here")),
  columns: ["uuid", "name", "state"],
};

describe("columns", () => {
  it("are all of them without a selection, and with one that leaves nothing out", () => {
    expect(selectColumns(listing, {})).toBeUndefined();
    expect(selectColumns(listing, { fields: undefined, omit: undefined })).toBeUndefined();
    expect(selectColumns(listing, { omit: [] })).toBeUndefined();
  });

  it("are those of fields, or the known ones but those of omit", () => {
    expect(selectColumns(listing, { fields: ["state", "uuid"] })).toEqual(["state", "uuid"]);
    expect(selectColumns(listing, { omit: ["name"] })).toEqual(["uuid", "state"]);
  });

  it.each([
    ["an unknown column", { fields: ["name", "stat"] }, "stat"],
    ["an unknown column left out", { omit: ["nmae"] }, "nmae"],
    ["both", { fields: ["name"], omit: ["state"] }, "fields"],
    ["none", { fields: [] }, "fields"],
    ["all left out", { omit: ["uuid", "name", "state"] }, "fields"],
  ])("refuse %s", (_, selection, argument) => {
    const error = expect.objectContaining({ code: "invalid-argument", argument });
    expect(() => selectColumns(listing, selection)).toThrow(error);
  });

  it("refuse what is no list, from callers without types", () => {
    const query = JSON.parse('{ "fields": "name" }');
    expect(() => selectColumns(listing, query)).toThrow(InvalidArgumentError);
    expect(() => selectColumns(listing, JSON.parse('{ "omit": { "0": "name" } }'))).toThrow(/omit must be/);
    expect(() => selectColumns(listing, JSON.parse('{ "fields": null, "omit": ["name"] }'))).toThrow(
      /fields/,
    );
  });
});

describe("a row", () => {
  it("is cut to the columns, and keeps the caller's order", () => {
    expect(Object.entries(cutRow({ uuid: "a", state: "OK", name: "b" }, ["state", "uuid"]))).toEqual([
      ["state", "OK"],
      ["uuid", "a"],
    ]);
  });

  it("lacks what the server left out, and has null where the server has it", () => {
    expect(cutRow({ uuid: "a", plan_uuid: null }, ["plan_uuid", "slug"])).toEqual({ plan_uuid: null });
  });

  it("is the server's own when all columns are wanted", () => {
    const row = { uuid: "a" };
    expect(cutRow(row, undefined)).toBe(row);
  });
});
