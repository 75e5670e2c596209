import { describe, expect, it, vi } from "vitest";
import { answering } from "../../test/nouns/answering.ts";
import { InvalidArgumentError, UnsupportedByServerError } from "../errors.ts";
import { unknownFilter } from "../list/listing.ts";
import { defineListing, unsupportedListing } from "./listing.ts";

const { http } = answering("current", () => new Response());
const call = http.begin();
const answer = { rows: [{ uuid: "a" }], headers: new Headers({ "x-result-count": "1" }) };

function listing() {
  const page = vi.fn(async () => answer);
  const count = vi.fn(async () => answer.headers);
  const facts = { path: "/api/things/", parameters: ["state", "page"] as const, columns: ["uuid", "name"] };
  return { page, count, facts };
}

describe("a listing", () => {
  it("tells rows apart by uuid and lets columns be chosen, unless it says otherwise", () => {
    const { page, count, facts } = listing();
    expect(defineListing<{ state?: string; page?: number }>({ ...facts, page, count })).toMatchObject({
      ...facts,
      selectable: true,
      identity: ["uuid"],
      uuids: [],
      order: undefined,
    });
    const other = { selectable: false, identity: ["user_uuid", "role"], order: "created" };
    expect(
      defineListing<{ state?: string; page?: number }>({ ...facts, ...other, page, count }),
    ).toMatchObject(other);
  });

  it("passes on what the server knows", async () => {
    const { page, count, facts } = listing();
    const defined = defineListing<{ state?: string; page?: number }>({ ...facts, page, count });
    expect(await defined.page({ state: "OK", page: 2 }, call)).toBe(answer);
    expect(page).toHaveBeenCalledExactlyOnceWith({ state: "OK", page: 2 }, call);
    expect(await defined.count({ state: "OK" }, call)).toBe(answer.headers);
    expect(count).toHaveBeenCalledExactlyOnceWith({ state: "OK" }, call);
  });

  it("sends nothing that the server does not know", () => {
    const { page, count, facts } = listing();
    const defined = defineListing<{ state?: string; page?: number }>({ ...facts, page, count });
    expect(() => defined.page({ sate: "OK" }, call)).toThrow(InvalidArgumentError);
    expect(() => defined.count({ state: "OK", page_size: 1 }, call)).toThrow(/"page_size"/);
    expect(page).not.toHaveBeenCalled();
    expect(count).not.toHaveBeenCalled();
  });
});

describe("a listing a server has not", () => {
  it("rejects with the error it was given", async () => {
    const error = new UnsupportedByServerError("No orders.");
    const missing = unsupportedListing(() => error);
    await expect(missing.page({}, call)).rejects.toBe(error);
    await expect(missing.count({}, call)).rejects.toBe(error);
    expect(missing.missing?.()).toBe(error);
  });
});

describe("an unknown filter", () => {
  it("is named, with the known ones in order", () => {
    const error = unknownFilter("sate", ["state", "name"]);
    expect(error.argument).toBe("sate");
    expect(error.message).toBe('This server knows no filter "sate". Nothing was sent. Known: name, state.');
  });
});
