import fc from "fast-check";
import { expect, test } from "vitest";
import { linesOf } from "../../src/usage-files/lines.ts";

test("lines are the same wherever the bytes of a file were cut", async () => {
  const anyText = fc
    .array(fc.constantFrom("a", "ä", "😀", "|", "\n", "\r\n"), { maxLength: 30 })
    .map((parts) => parts.join(""));
  await fc.assert(
    fc.asyncProperty(anyText, fc.array(fc.nat(100)), async (whole, cuts) => {
      const bytes = new TextEncoder().encode(whole);
      const places = [
        0,
        ...cuts.map((cut) => Math.min(cut, bytes.length)).sort((a, b) => a - b),
        bytes.length,
      ];
      const pieces = places.slice(1).map((place, i) => bytes.slice(places[i], place));
      const lines: string[] = [];
      for await (const { text } of linesOf(pieces)) lines.push(text);
      expect(lines).toEqual(
        whole
          .replace(/\n$/, "")
          .split("\n")
          .slice(whole === "" ? 1 : 0)
          .map((line) => line.replace(/\r$/, "")),
      );
    }),
  );
});
