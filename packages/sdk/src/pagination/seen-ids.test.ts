import fc from "fast-check";
import { expect, test } from "vitest";
import { SeenIds } from "./seen-ids.ts";

const id = fc.oneof(
  fc.nat({ max: 30 }).map((n) => n.toString(16).padStart(32, "0")),
  fc.nat({ max: 30 }).map(String),
  fc.constantFrom("", `{"name":"A"}`, `${"a".repeat(32)} ${"b".repeat(32)} MEMBER`),
);

test("ids are seen once, whether they are uuids or not", () => {
  fc.assert(
    fc.property(fc.array(id, { maxLength: 100 }), (ids) => {
      const seen = new SeenIds();
      const model = new Set<string>();
      for (const it of ids) {
        expect(seen.has(it)).toBe(model.has(it));
        expect(seen.add(it)).toBe(!model.has(it));
        model.add(it);
        expect(seen.size).toBe(model.size);
      }
    }),
  );
});
