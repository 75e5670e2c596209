import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Figure } from "./figure.ts";

const packages = fileURLToPath(new URL("../../../packages/", import.meta.url));

/** Counts the code of the sdk and of its test servers. */
export function sourceFigures(): Figure[] {
  const sdk = sourceSize("sdk");
  const testing = sourceSize("testing");
  return [
    { name: "sdk: files", value: sdk.files, limit: 85 },
    { name: "sdk: lines", value: sdk.lines, limit: 9_000 },
    { name: "sdk: files of a room, at most", limit: 14, ...sdk.largestRoom },
    { name: "sdk: lines of a file, at most", limit: 260, ...sdk.longestFile },
    { name: "testing: files", value: testing.files, limit: 110 },
    { name: "testing: lines", value: testing.lines, limit: 10_500 },
  ];
}

type Largest = Pick<Figure, "value" | "of">;

interface SourceSize {
  readonly files: number;
  readonly lines: number;
  readonly largestRoom: Largest;
  readonly longestFile: Largest;
}

/** Counts what a package has in `src`, without its tests and what is generated. */
function sourceSize(name: "sdk" | "testing"): SourceSize {
  const src = join(packages, name, "src");
  const files = globSync("**/*.ts", { cwd: src }).filter(
    (file) => !/\.test\.ts$|(^|[\\/])generated[\\/]/.test(file),
  );
  const lengths = new Map(
    files.map((file) => [file, readFileSync(join(src, file), "utf8").split("\n").length - 1]),
  );
  const rooms = new Map<string, number>();
  for (const file of files) rooms.set(dirname(file), (rooms.get(dirname(file)) ?? 0) + 1);
  return {
    files: files.length,
    lines: [...lengths.values()].reduce((sum, lines) => sum + lines, 0),
    largestRoom: largest([...rooms]),
    longestFile: largest([...lengths]),
  };
}

function largest(sizes: readonly (readonly [of: string, value: number])[]): Largest {
  const value = Math.max(...sizes.map(([, size]) => size));
  return { value, of: sizes.find(([, size]) => size === value)?.[0] ?? "" };
}
