// Rehearses a release: everything but the publishing, in a scratch copy, with what the waiting changesets say.
import { statSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { newFolder, removeFolder } from "@puhuri/e2e/packed/fresh-folder.ts";
import { pack } from "@puhuri/e2e/packed/pack.ts";
import { runCommand } from "@puhuri/e2e/run-command.ts";
import { applyChangesets } from "./changesets.ts";
import { scratchCopy } from "./scratch-copy.ts";
import { tryOut } from "./try-out.ts";

async function rehearse(): Promise<void> {
  const copy = scratchCopy();
  const user = newFolder("user");
  try {
    const releases = await applyChangesets(copy);
    for (const { name, from, to, changes } of releases) {
      console.log(`\n${name} ${from === to ? to : `${from} → ${to}`}\n\n${changes || "Nothing new."}`);
    }
    await buildPackages(copy);
    const tarballs = await pack(join(copy, "tarballs"), copy);
    console.log("\nPacked:");
    for (const { folder, name, to } of releases) {
      console.log(`  ${name}@${to}, ${Math.round(statSync(tarballs[folder]).size / 1024)} kB`);
    }
    const tests = await tryOut(user, tarballs);
    console.log(
      `Installed with npm, and ${tests} tests of the contract passed on Node ${process.versions.node}.`,
    );
  } finally {
    removeFolder(copy);
    removeFolder(user);
  }
}

async function buildPackages(repository: string): Promise<void> {
  const options = { cwd: repository };
  await runCommand(["pnpm", "install", "--frozen-lockfile", "--prefer-offline"], options);
  await runCommand(["pnpm", "--recursive", "--filter", "./packages/*", "build"], options);
}

try {
  await rehearse();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
