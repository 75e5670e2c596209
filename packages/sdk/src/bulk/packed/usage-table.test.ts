import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { storedUsages, type UsageRow } from "../../dialects/usage-reporting.ts";
import { UsageTable } from "./usage-table.ts";

const uuidOf = (n: number) => n.toString(16).padStart(32, "0");
const A = uuidOf(10);
const listable = { isListable: true };

/** Amounts that 64 bits of hundredths can hold. */
const amount = fc
  .bigInt({ min: -(2n ** 62n), max: 2n ** 62n })
  .map((n) => `${n / 100n}.${String((n < 0n ? -n : n) % 100n).padStart(2, "0")}`);

const row = fc.record({
  at: fc.nat({ max: 150 }),
  type: fc.constantFrom("cpu", "gpu", "storage"),
  usage: amount,
  description: fc.constantFrom("", null, "three jobs", "€"),
});

function tableOf(rows: readonly UsageRow[]): UsageTable {
  const table = new UsageTable();
  table.add(A, "OK", listable);
  for (const it of rows) table.addUsage(A, it);
  return table;
}

describe("what listings tell of allocations", () => {
  test("is what the rows of each say by themselves, in whatever order they come", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(row, { selector: ({ at, type }) => `${at} ${type}`, maxLength: 300 }),
        fc.nat({ max: 150 }),
        (rows, allocations) => {
          const table = new UsageTable();
          for (let n = 0; n < allocations; n++) table.add(uuidOf(n), n % 2 ? "OK" : "Erred", listable);
          for (const { at, ...usage } of rows) table.addUsage(uuidOf(at), usage);
          for (let n = 0; n < allocations; n++) {
            const stored = storedUsages(rows.filter(({ at }) => at === n));
            expect(table.get(uuidOf(n))).toEqual({ state: n % 2 ? "OK" : "Erred", stored });
          }
          expect(table.get(uuidOf(allocations))).toBeUndefined();
        },
      ),
    );
  });

  test("is kept for allocations that are added after usage was", () => {
    const table = tableOf([{ type: "cpu", usage: "1.00" }]);
    for (let n = 100; n < 300; n++) table.add(uuidOf(n), "OK", listable);
    table.addUsage(uuidOf(299), { type: "cpu", usage: "2.00", description: "late" });
    expect(table.get(A)?.stored).toEqual(new Map([["cpu", { amount: 100n, description: "" }]]));
    expect(table.get(uuidOf(298))?.stored).toEqual(new Map());
    expect(table.get(uuidOf(299))?.stored).toEqual(new Map([["cpu", { amount: 200n, description: "late" }]]));
  });

  test.each<[string, UsageRow[]]>([
    [
      "two rows of one component: a plan was changed",
      [
        { type: "cpu", usage: "1" },
        { type: "cpu", usage: "2" },
      ],
    ],
    [
      "an amount that cannot be read",
      [
        { type: "cpu", usage: "1" },
        { type: "gpu", usage: "many" },
      ],
    ],
    ["an amount beyond 64 bits of hundredths", [{ type: "cpu", usage: "92233720368547758.08" }]],
    ["an amount below them", [{ type: "cpu", usage: "-92233720368547758.09" }]],
    ["no component", [{ usage: "1" }]],
  ])("leaves the usage to the plan periods where there is %s", (_, rows) => {
    expect(tableOf(rows).get(A)).toEqual({ state: "OK", stored: undefined });
  });

  test("holds the largest amounts of 64 bits exactly", () => {
    const stored = tableOf([
      { type: "cpu", usage: "92233720368547758.07" },
      { type: "gpu", usage: "-92233720368547758.08" },
    ]).get(A)?.stored;
    expect(stored?.get("cpu")?.amount).toBe(2n ** 63n - 1n);
    expect(stored?.get("gpu")?.amount).toBe(-(2n ** 63n));
  });

  test("is the state alone where usage is not listed", () => {
    const table = new UsageTable();
    table.add(A, "Updating", { isListable: false });
    expect(table.get(A)).toEqual({ state: "Updating", stored: undefined });
  });

  test("is gone once it was taken, and nothing brings it back", () => {
    const table = tableOf([]);
    table.delete(A);
    table.delete("nobody");
    table.addUsage(A, { type: "cpu", usage: "1" });
    table.dropUsage(A);
    expect(table.get(A)).toBeUndefined();
  });

  test("leaves out rows of allocations that are not listed, and rows without one", () => {
    const table = tableOf([]);
    table.addUsage(uuidOf(11), { type: "cpu", usage: "1" });
    table.addUsage("", { type: "cpu", usage: "1" });
    table.dropUsage(uuidOf(11));
    expect(table.get(uuidOf(11))).toBeUndefined();
    expect(table.get(A)?.stored).toEqual(new Map());
  });
});
