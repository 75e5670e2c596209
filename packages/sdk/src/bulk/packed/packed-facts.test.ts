import fc from "fast-check";
import { expect, test } from "vitest";
import { PackedFacts } from "./packed-facts.ts";

const uuids = fc.nat({ max: 200 }).map((n) => n.toString(16).padStart(32, "0"));
const step = fc.oneof(
  fc.record({ set: uuids, fact: fc.jsonValue() }),
  fc.record({ set: uuids, fact: fc.string({ unit: "binary", maxLength: 200 }) }),
  fc.record({ remove: uuids }),
);

test("facts come back as a map would give them, whatever characters are in them", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 400 }), (steps) => {
      const packed = new PackedFacts<unknown>();
      const facts = new Map<string, unknown>();
      for (const it of steps) {
        if ("remove" in it) {
          packed.delete(it.remove);
          facts.delete(it.remove);
        } else {
          packed.set(it.set, it.fact);
          // JSON has no negative zero.
          facts.set(it.set, JSON.parse(JSON.stringify(it.fact)));
        }
      }
      for (let n = 0; n <= 200; n++) {
        const uuid = n.toString(16).padStart(32, "0");
        expect(packed.get(uuid)).toEqual(facts.get(uuid));
      }
    }),
  );
});

test("one long fact finds room", () => {
  const packed = new PackedFacts<string>();
  packed.set("0".repeat(32), "€".repeat(50_000));
  packed.set("1".repeat(32), "short");
  expect(packed.get("0".repeat(32))).toBe("€".repeat(50_000));
  expect(packed.get("1".repeat(32))).toBe("short");
});

test("what has no uuid is told nothing of", () => {
  const packed = new PackedFacts<string>();
  packed.set("nobody", "fact");
  const nothing: { fact?: string } = {};
  const columns = new PackedFacts<string | undefined>();
  columns.set("0".repeat(32), nothing.fact);
  expect(columns.get("0".repeat(32))).toBeUndefined();
  packed.delete("nobody");
  expect(packed.get("nobody")).toBeUndefined();
});

test("there is room for any number of facts", () => {
  const packed = new PackedFacts<number>();
  const uuidOf = (n: number) => n.toString(16).padStart(32, "0");
  for (let n = 0; n < 1_000; n++) packed.set(uuidOf(n), n);
  for (let n = 0; n < 1_000; n++) expect(packed.get(uuidOf(n))).toBe(n);
});
