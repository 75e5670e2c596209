import { expect, it } from "vitest";
import { drawn } from "../src/table/table.ts";
import { equal } from "../suite/expect.ts";
import { runTests, type SuiteTest } from "../suite/harness.ts";

const passes: SuiteTest = { says: "passes", run: async () => {} };
const fails: SuiteTest = {
  says: "fails",
  dialects: ["current"],
  run: async () => equal([1], [2], "the sum"),
};

it("tells for each generation which tests passed, and why others failed", async () => {
  const results = await runTests([passes, fails], "http://worlds.test");
  expect(results).toEqual([
    { dialect: "2021", says: "passes" },
    { dialect: "current", says: "passes" },
    {
      dialect: "current",
      says: "fails",
      error: expect.stringMatching(/^Error: Expected the sum to be \[2\], but it is \[1\]\./),
    },
  ]);
});

it("finds no difference between the orders of keys, and any other", () => {
  equal({ a: 1, b: [{ c: null, d: undefined }] }, { b: [{ c: null }], a: 1 });
  for (const [actual, expected] of [
    [{ a: 1 }, { a: "1" }],
    [
      [1, 2],
      [2, 1],
    ],
    [{}, { a: null }],
    [undefined, null],
  ]) {
    expect(() => equal(actual, expected)).toThrow("Expected the result to be");
  }
});

it("draws what passed, what failed, what was not run, and what is not installed", () => {
  const hosts = [
    { name: "Node", isInstalled: true },
    { name: "Chromium", isInstalled: false },
  ];
  const table = drawn({
    hosts,
    tests: ["2021: one", "current: two"],
    ending: (host, test) => (host === "Node" ? (test === "2021: one" ? "passed" : "failed") : undefined),
  });
  expect(table.split("\n")).toEqual([
    "              Node  Chromium",
    "2021: one     ✓     –",
    "current: two  ✗     –",
    "Chromium: not installed",
  ]);
});
