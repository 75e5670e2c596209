import { stripVTControlCharacters } from "node:util";
import { expect, it, vi } from "vitest";
import { playParts } from "../../demo/play-parts.ts";

it("says first what it shows, and in the end how each part went", async () => {
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

  expect(await playParts([part("One", true), part("Two", true)])).toBe(true);
  expect(printed.slice(1)).toEqual([
    "  1. One",
    "  2. Two",
    "(One is played)",
    "(Two is played)",
    "\nSummary",
    "  ✔ One",
    "  ✔ Two",
  ]);
  expect(await playParts([part("One", false), part("Two", true)])).toBe(false);
  expect(printed.slice(-2)).toEqual(["  ✘ One", "  ✔ Two"]);
});
