import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository's root, with a slash at its end. */
export const root = fileURLToPath(new URL("../../", import.meta.url));

/** A file that people read. */
export interface Page {
  /** From the root: `docs/reliability.md`. */
  readonly file: string;
  readonly text: string;
}

/** Every page there is: those of the root, of `docs/`, and every README. */
export function readPages(): Page[] {
  return read(["*.md", "docs/**/*.md", "packages/**/README.md", "spec/README.md", "examples/README.md"]);
}

/** The sources of what the packages export: where users look for examples. */
export function readPublicSources(): Page[] {
  const packages = globSync("packages/*/src/index.ts", { cwd: root });
  const files = new Set(packages.flatMap((index) => [...exportedFrom(index)]));
  return [...files].sort().map((file) => ({ file, text: readFileSync(root + file, "utf8") }));
}

/** A module, and those it exports from. */
function exportedFrom(file: string): Set<string> {
  const text = readFileSync(root + file, "utf8");
  const files = new Set([file]);
  for (const [, path = ""] of text.matchAll(/^export [^;]*? from "(\..*?)"/gm)) {
    for (const found of exportedFrom(join(dirname(file), path))) files.add(found);
  }
  return files;
}

function read(patterns: readonly string[]): Page[] {
  const files = globSync([...patterns], {
    cwd: root,
    exclude: (name) => /(^|\/)(node_modules|reports|dist)$/.test(name),
  });
  return files.sort().map((file) => ({ file, text: readFileSync(root + file, "utf8") }));
}
