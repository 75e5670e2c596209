import { stripVTControlCharacters } from "node:util";
import { expect, it, vi } from "vitest";
import { playParts } from "../../demo/play-parts.ts";

it("says in the end how each part went, and which three commands to try next", async () => {
  const printed: string[] = [];
  vi.spyOn(console, "log").mockImplementation(
    (text: string) => void printed.push(stripVTControlCharacters(text)),
  );
  const part = (title: string, isGood: boolean) => ({
    title,
    play: async () => {
      printed.push(`(${title} is played)`);
      return isGood;
    },
  });

  expect(await playParts([part("One", true), part("Two", true)], "short")).toBe(true);
  const next = printed.indexOf("\nTry next");
  expect(printed.slice(0, next)).toEqual([
    "\n1. One",
    "(One is played)",
    "\n2. Two",
    "(Two is played)",
    "\nSummary",
    "  ✔ One",
    "  ✔ Two",
  ]);
  expect(printed.slice(next + 1)).toHaveLength(3);
  expect(await playParts([part("One", false), part("Two", true)], "short")).toBe(false);
  expect(printed).toContain("  ✘ One");
});
