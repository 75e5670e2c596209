import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { PACKAGES, root } from "@puhuri/e2e/packed/places.ts";
import { runCommand } from "@puhuri/e2e/run-command.ts";

/** A package as it will be published. */
export interface PackageRelease {
  /** Its folder under `packages`. */
  readonly folder: (typeof PACKAGES)[number];
  readonly name: string;
  readonly from: string;
  readonly to: string;
  /** What the changelog says of the new version; empty where nothing has changed. */
  readonly changes: string;
}

/** The changesets that wait for a release: their file names. */
export function pendingChangesets(repository: string = root): string[] {
  return readdirSync(join(repository, ".changeset")).filter(
    (file) => file.endsWith(".md") && file !== "README.md",
  );
}

/** Sets the versions and writes the changelogs in a copy of the repository, as its changesets say. */
export async function applyChangesets(repository: string): Promise<PackageRelease[]> {
  const before = PACKAGES.map((folder) => manifestOf(repository, folder).version);
  const changeset = join(root, "node_modules/@changesets/cli/bin.js");
  if (pendingChangesets(repository).length > 0) {
    await runCommand([process.execPath, changeset, "version"], { cwd: repository });
  }
  return PACKAGES.map((folder, i) => {
    const { name, version } = manifestOf(repository, folder);
    return {
      folder,
      name,
      from: before[i] ?? "",
      to: version,
      changes: changesOf(repository, folder, version),
    };
  });
}

function manifestOf(repository: string, folder: string): { readonly name: string; readonly version: string } {
  return JSON.parse(readFileSync(join(repository, "packages", folder, "package.json"), "utf8"));
}

function changesOf(repository: string, folder: string, version: string): string {
  const files = readdirSync(join(repository, "packages", folder));
  if (!files.includes("CHANGELOG.md")) return "";
  return entryOf(readFileSync(join(repository, "packages", folder, "CHANGELOG.md"), "utf8"), version);
}

/** Returns what a changelog says of a version, without its heading; empty if it says nothing. */
export function entryOf(changelog: string, version: string): string {
  const [, ...sections] = changelog.split(/^## /m);
  const section = sections.find((it) => it.split("\n", 1)[0]?.trim() === version) ?? "";
  return section.split("\n").slice(1).join("\n").trim();
}
