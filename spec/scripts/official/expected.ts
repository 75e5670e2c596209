import { readFileSync } from "node:fs";
import { parse } from "yaml";

interface Expected {
  /** Lines of `compare`; a star stands for anything. */
  readonly lines: readonly string[];
  readonly reason: string;
}

/** The differences that are meant, as `expected.yaml` has them. */
const expected: readonly Expected[] = parse(readFileSync(new URL("expected.yaml", import.meta.url), "utf8"));

const patterns = expected.flatMap(({ lines }) =>
  lines.map((line) => ({ line, regexp: new RegExp(`^${line.split("*").map(escaped).join(".*")}$`) })),
);

/** The lines nobody expects, and the expectations that nothing meets any more. */
export function judge(lines: readonly string[]): { unexpected: string[]; outdated: string[] } {
  return {
    unexpected: lines.filter((line) => !patterns.some(({ regexp }) => regexp.test(line))),
    outdated: patterns
      .filter(({ regexp }) => !lines.some((line) => regexp.test(line)))
      .map(({ line }) => line),
  };
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
