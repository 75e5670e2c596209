import { cpSync } from "node:fs";
import { basename } from "node:path";
import { newFolder } from "@puhuri/e2e/packed/fresh-folder.ts";
import { root } from "@puhuri/e2e/packed/places.ts";

/** What git ignores, and git's own. */
const LEFT_OUT = [".git", ".turbo", "node_modules", "dist", "reports", "coverage", "tarballs"];

/** Copies the repository's sources into a new folder, where versions can be set and packages built. */
export function scratchCopy(): string {
  const folder = newFolder("release");
  cpSync(root, folder, { recursive: true, filter: (path) => !LEFT_OUT.includes(basename(path)) });
  return folder;
}
