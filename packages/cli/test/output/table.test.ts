import { expect, test } from "vitest";
import { tableOf } from "../../src/output/table.ts";

const plain = (text: string): string => text;

test("a table may have as many rows as a server has allocations", () => {
  const rows = Array.from({ length: 150_000 }, (_, i) => [String(i), "OK"]);
  expect(tableOf(["uuid", "state"], rows, 80, plain).split("\n")).toHaveLength(150_001);
});

test("the widest columns are cut first, down to the next widest", () => {
  const row = ["x".repeat(40), "y".repeat(30), "z".repeat(10)];
  expect(tableOf(["a", "b", "c"], [row], 60, plain).split("\n")[1]).toBe(
    `${"x".repeat(22)}…  ${"y".repeat(22)}…  ${"z".repeat(10)}`,
  );
});

test("wide characters are counted as wide, and never cut in two", () => {
  const [, line = ""] = tableOf(["name"], [["日本日本日本日本"]], 10, plain).split("\n");
  expect(line).toBe("日本日本…");
});
