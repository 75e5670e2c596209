import type { PackageRelease } from "./changesets.ts";

/** Runs a command and returns what it printed; rejects where it fails. */
export type Run = (command: readonly string[]) => Promise<string>;

export interface Publishing extends Pick<PackageRelease, "name" | "to"> {
  readonly tarball: string;
}

/** Returns the packages that npm does not have in this version. */
export async function missingOn(run: Run, packages: readonly Publishing[]): Promise<Publishing[]> {
  const missing: Publishing[] = [];
  for (const it of packages) {
    if (!(await isThere(run, `${it.name}@${it.to}`))) missing.push(it);
  }
  return missing;
}

/** Lets npm check everything about the packages but the right to publish them, and sends nothing. */
export async function rehearse(run: Run, packages: readonly Publishing[]): Promise<void> {
  for (const { tarball } of packages) await run(["npm", "publish", tarball, "--dry-run"]);
}

/** Publishes the packages, in the order in which one needs the other. */
export async function publish(run: Run, packages: readonly Publishing[]): Promise<void> {
  for (const { tarball } of packages) await run(["npm", "publish", tarball]);
}

/** npm answers with nothing for a version it does not have, and fails for a package it does not know. */
async function isThere(run: Run, version: string): Promise<boolean> {
  try {
    return (await run(["npm", "view", version, "version"])).trim() !== "";
  } catch (error) {
    if (String(error).includes("E404")) return false;
    throw error;
  }
}
