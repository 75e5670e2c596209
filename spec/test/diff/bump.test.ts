import { expect, test } from "vitest";
import { suggestBump } from "../../scripts/diff/bump.ts";
import type { Change, Meaning } from "../../scripts/diff/judge.ts";

const changes = (...meanings: Meaning[]): Change[] =>
  meanings.map((meaning) => ({ kind: "modified", meaning, place: "User", isOperation: false, note: "" }));

test.each<[Meaning[], stable: string, unstable: string]>([
  [["wording", "changed", "added", "breaking"], "major", "minor"],
  [["breaking"], "major", "minor"],
  [["changed", "added", "wording"], "minor", "patch"],
  [["changed"], "patch", "patch"],
  [["wording"], "patch", "patch"],
  [[], "none", "none"],
])("%j is a %s, and a %s while the version is 0.x", (meanings, stable, unstable) => {
  expect(suggestBump(changes(...meanings), "1.4.2")).toBe(stable);
  expect(suggestBump(changes(...meanings), "0.4.2")).toBe(unstable);
});
