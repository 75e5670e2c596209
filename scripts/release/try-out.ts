import { join } from "node:path";
import process from "node:process";
import { runOnHost } from "@puhuri/e2e/hosts/run-on-host.ts";
import { startWorlds } from "@puhuri/e2e/hosts/worlds.ts";
import { installPacked } from "@puhuri/e2e/packed/fresh-folder.ts";
import type { Tarballs } from "@puhuri/e2e/packed/pack.ts";

/**
 * Installs the packed packages in a folder and runs the contract suite there, on this Node.
 *
 * @returns How many tests there were.
 * @throws {Error} Some failed; the message says which and why.
 */
export async function tryOut(folder: string, tarballs: Tarballs): Promise<number> {
  await installPacked(folder, tarballs);
  const worlds = await startWorlds(folder);
  try {
    const command = [process.execPath, join(folder, "suite/entries/process.ts"), worlds.url];
    const results = await runOnHost(command, folder);
    const failed = results.filter(({ error }) => error !== undefined);
    if (failed.length > 0) {
      const lines = failed.map(({ dialect, says, error }) => `${dialect}: ${says}\n${error}`);
      throw new Error(`${failed.length} of ${results.length} tests failed.\n${lines.join("\n")}`);
    }
    return results.length;
  } finally {
    await worlds.close();
  }
}
