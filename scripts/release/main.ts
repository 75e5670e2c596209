// Rehearses a release; with --publish, makes it.
import { statSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { newFolder, removeFolder } from "@puhuri/e2e/packed/fresh-folder.ts";
import { pack } from "@puhuri/e2e/packed/pack.ts";
import { root } from "@puhuri/e2e/packed/places.ts";
import { runCommand } from "@puhuri/e2e/run-command.ts";
import { applyChangesets, pendingChangesets } from "./changesets.ts";
import { objection } from "./objection.ts";
import { missingOn, type Publishing, publish, rehearse } from "./publish.ts";
import { scratchCopy } from "./scratch-copy.ts";
import { tryOut } from "./try-out.ts";

const { values } = parseArgs({ options: { publish: { type: "boolean", default: false } } });

async function main(): Promise<void> {
  if (values.publish) await refuseWhereItMayNot();
  const copy = scratchCopy();
  const user = newFolder("user");
  try {
    const releases = await applyChangesets(copy);
    for (const { name, from, to, changes } of releases) {
      console.log(`\n${name} ${from === to ? to : `${from} → ${to}`}\n\n${changes || "Nothing new."}`);
    }
    await buildPackages(copy);
    const tarballs = await pack(join(copy, "tarballs"), copy);
    const packages = releases.map(({ folder, name, to }) => ({ name, to, tarball: tarballs[folder] }));
    console.log("\nPacked:");
    for (const { name, to, tarball } of packages) console.log(`  ${name}@${to}, ${sizeOf(tarball)} kB`);
    const tests = await tryOut(user, tarballs);
    console.log(
      `Installed with npm, and ${tests} tests of the contract passed on Node ${process.versions.node}.`,
    );
    await finish(packages);
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

async function refuseWhereItMayNot(): Promise<void> {
  const uncommitted = await runCommand(["git", "status", "--porcelain"], { cwd: root });
  const reason = objection({ isCi: Boolean(process.env.CI), pending: pendingChangesets(), uncommitted });
  if (reason !== undefined) throw new Error(reason);
}

async function finish(packages: readonly Publishing[]): Promise<void> {
  const missing = await missingOn(runCommand, packages);
  await rehearse(runCommand, missing);
  const named = missing.map(({ name, to }) => `${name}@${to}`).join(", ") || "nothing, it has them all";
  if (values.publish) {
    // npm may ask for a one-time password.
    await publish((command) => runCommand(command, { isInteractive: true }), missing);
    console.log(`\nPublished: ${named}.`);
    return;
  }
  console.log(`What npm does not have yet, and would publish: ${named}.`);
  console.log(
    "\nNothing was published. `npx -y pnpm@12 release --publish` does, once the versions are committed.",
  );
}

function sizeOf(file: string): number {
  return Math.round(statSync(file).size / 1024);
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
