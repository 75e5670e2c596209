import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runCommand } from "../run-command.ts";
import type { Tarballs } from "./pack.ts";
import { e2e } from "./places.ts";

/** A new folder outside of any workspace; the caller removes it. */
export function newFolder(name: string): string {
  // Where /tmp is a link, module resolution would see another path than was given.
  return realpathSync(mkdtempSync(join(tmpdir(), `puhuri-${name}-`)));
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

/** Installs the packed packages in a folder with npm, as a user would, and puts the suite beside them. */
export async function installPacked(folder: string, tarballs: Tarballs): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const manifest = { name: "a-user", private: true, type: "module" };
  writeFileSync(join(folder, "package.json"), JSON.stringify(manifest));
  const options = ["--no-audit", "--no-fund", "--prefer-offline", "--loglevel=error"];
  await runCommand(["npm", "install", ...options, ...Object.values(tarballs)], { cwd: folder });
  for (const part of ["suite", "worlds"]) cpSync(join(e2e, part), join(folder, part), { recursive: true });
}
