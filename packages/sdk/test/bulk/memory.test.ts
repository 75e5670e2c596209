import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { PackedFacts } from "../../src/bulk/packed/packed-facts.ts";
import { UsageTable } from "../../src/bulk/packed/usage-table.ts";
import { SeenIds } from "../../src/pagination/seen-ids.ts";

const ALLOCATIONS = 100_000;

/** Bytes in use, on the heap and in buffers. */
function bytesInUse(): number {
  setFlagsFromString("--expose-gc");
  const collect: () => void = runInNewContext("gc");
  // Buffers are freed beside the program, at the latest when the next collection begins.
  for (let time = 0; time < 3; time++) collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** Each is a text of its own, as in the rows of a listing. */
function uuidOf(n: number): string {
  return JSON.parse(`"${n.toString(16).padStart(32, "0")}"`);
}

function bytesPerAllocation<Facts>(fill: () => Facts, holds: (facts: Facts) => boolean): number {
  const before = bytesInUse();
  const facts = fill();
  const bytes = bytesInUse() - before;
  expect(holds(facts)).toBe(true);
  return bytes / ALLOCATIONS;
}

test("what is stored of three components takes at most 100 bytes an allocation", () => {
  const bytes = bytesPerAllocation(
    () => {
      const table = new UsageTable();
      for (let n = 0; n < ALLOCATIONS; n++) table.add(uuidOf(n), "OK", { isListable: true });
      for (let n = 0; n < 3 * ALLOCATIONS; n++) {
        const usage = { type: `component-${n % 3}`, usage: `${n}.25`, description: "" };
        table.addUsage(uuidOf(Math.floor(n / 3)), usage);
      }
      return table;
    },
    (table) => table.get(uuidOf(ALLOCATIONS - 1))?.stored?.size === 3,
  );
  expect(bytes).toBeLessThan(100);
  expect(bytes).toBeGreaterThan(50);
});

test("a name and a backend id take at most 150 bytes", () => {
  const bytes = bytesPerAllocation(
    () => {
      const facts = new PackedFacts<readonly string[]>();
      for (let n = 0; n < ALLOCATIONS; n++) facts.set(uuidOf(n), [`allocation-${n}`, `project_${n}`]);
      return facts;
    },
    (facts) => facts.get(uuidOf(ALLOCATIONS - 1))?.length === 2,
  );
  expect(bytes).toBeLessThan(150);
  expect(bytes).toBeGreaterThan(50);
});

test("the id of a row that was read takes at most 50 bytes", () => {
  const bytes = bytesPerAllocation(
    () => {
      const seen = new SeenIds();
      for (let n = 0; n < ALLOCATIONS; n++) seen.add(uuidOf(n));
      return seen;
    },
    (seen) => seen.size === ALLOCATIONS,
  );
  expect(bytes).toBeLessThan(50);
  expect(bytes).toBeGreaterThan(16);
});
