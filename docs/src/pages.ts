import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path/posix";
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
  return readFiles(["*.md", "docs/**/*.md", "packages/**/README.md", "spec/README.md", "examples/README.md"]);
}

/** The sources of what the packages export: where users look for examples. */
export function readPublicSources(): Page[] {
  const files = new Set(findFiles(["packages/*/src/index.ts"]).flatMap((index) => [...exportedFrom(index)]));
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

/** Files of the repository by patterns, in order, with slashes in their names on every system. */
export function findFiles(patterns: readonly string[]): string[] {
  const files = globSync([...patterns], {
    cwd: root,
    exclude: (name) => /(^|[\\/])(node_modules|reports|dist)$/.test(name),
  });
  return files.map((file) => file.replaceAll("\\", "/")).sort();
}

/** Files by patterns, with what is in them. */
export function readFiles(patterns: readonly string[]): Page[] {
  return findFiles(patterns).map((file) => ({ file, text: readFileSync(root + file, "utf8") }));
}
