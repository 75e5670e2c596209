import fc from "fast-check";
import { expect, test } from "vitest";
import { UuidIndex } from "./uuid-index.ts";

/** Uuids that are alike, so that many of them are wanted in the same place of the table. */
const alike = fc.integer({ min: 0, max: 400 }).map((n) => (n * 2 ** 20).toString(16).padStart(32, "0"));
const random = fc.uuid().map((uuid) => uuid.replaceAll("-", ""));

test("uuids get the numbers a map would give them, and keep them while the index grows", () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(alike, random), { maxLength: 600 }), random, (uuids, stranger) => {
      const index = new UuidIndex();
      const numbers = new Map<string, number>();
      for (const uuid of uuids) {
        expect(index.find(uuid)).toBe(numbers.get(uuid));
        if (!numbers.has(uuid)) numbers.set(uuid, numbers.size);
        expect(index.add(uuid)).toBe(numbers.get(uuid));
      }
      expect(index.size).toBe(numbers.size);
      for (const [uuid, number] of numbers) expect(index.find(uuid)).toBe(number);
      if (!numbers.has(stranger)) expect(index.find(stranger)).toBeUndefined();
    }),
  );
});

test("every digit of a uuid counts", () => {
  const index = new UuidIndex();
  const uuids = Array.from({ length: 32 }, (_, at) => `${"0".repeat(at)}f${"0".repeat(31 - at)}`);
  expect(uuids.map((uuid) => index.add(uuid))).toEqual(uuids.map((_, number) => number));
});

test("a uuid is the same in every spelling, and what is none has no number", () => {
  const index = new UuidIndex();
  expect(index.add("6B29FC40-CA47-1067-B31D-00DD010662DA")).toBe(0);
  expect(index.find("6b29fc40ca471067b31d00dd010662da")).toBe(0);
  for (const bad of ["", "x", "0".repeat(31), `${"0".repeat(31)}g`]) {
    expect(index.add(bad)).toBeUndefined();
    expect(index.find(bad)).toBeUndefined();
  }
  expect(index.size).toBe(1);
});
