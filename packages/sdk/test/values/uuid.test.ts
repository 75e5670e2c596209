import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InvalidArgumentError } from "../../src/errors.ts";
import { parseUuid, requireUuid, uuidOfReference } from "../../src/values/uuid.ts";

const HEX = "a1916bd53fd04b1ab1a4e700c926607b";
const DASHED = "a1916bd5-3fd0-4b1a-b1a4-e700c926607b";

describe("uuids", () => {
  it("come out as 32 lowercase hex digits from every spelling the servers accept", () => {
    for (const spelling of [HEX, DASHED, HEX.toUpperCase(), DASHED.toUpperCase()]) {
      expect(requireUuid(spelling, "uuid")).toBe(HEX);
    }
  });

  it("are refused when they are anything else", () => {
    for (const wrong of ["", "..", "a/b", `${HEX}0`, HEX.slice(1), "g".repeat(32), "/api/", `${HEX}/../x`]) {
      expect(() => requireUuid(wrong, "resource_uuid")).toThrow(InvalidArgumentError);
    }
    expect(parseUuid(undefined)).toBeUndefined();
    expect(parseUuid(12)).toBeUndefined();
  });

  it("name the argument that was wrong", () => {
    expect(() => requireUuid("x", "offering_uuid")).toThrow(/^offering_uuid must be a uuid/);
  });

  it("never let anything but hex digits through", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const uuid = parseUuid(text);
        return uuid === undefined || /^[0-9a-f]{32}$/.test(uuid);
      }),
    );
  });
});

describe("references to users and offerings", () => {
  it("are taken as uuid or as URL of any host", () => {
    expect(uuidOfReference(DASHED, "user")).toBe(HEX);
    expect(uuidOfReference(`https://puhuri.example/api/users/${HEX}/`, "user")).toBe(HEX);
    expect(uuidOfReference(`http://localhost:8000/api/users/${DASHED}`, "user")).toBe(HEX);
  });

  it("are refused when the URL does not end in a uuid", () => {
    expect(() => uuidOfReference(`https://h/api/users/${HEX}/keys/`, "user")).toThrow(InvalidArgumentError);
    expect(() => uuidOfReference("https://h/api/users/", "user")).toThrow(/must be a uuid or a URL/);
  });
});
