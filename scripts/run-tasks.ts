import { globSync, rmSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { spawn } from "cross-spawn";

const root = join(import.meta.dirname, "..");

/**
 * Runs tasks by turbo, which prints a line for each, and all of what failed.
 *
 * `dist` is emptied first: turbo restores a build over what is there, and would leave the files of another branch.
 *
 * @param options.print `"what failed"` keeps silent where all goes well.
 * @returns Whether all went well.
 */
export async function runTasks(
  tasks: readonly string[],
  { print }: { readonly print: "everything" | "what failed" },
): Promise<boolean> {
  for (const dist of globSync("packages/*/dist", { cwd: root }))
    rmSync(join(root, dist), { recursive: true });
  const stdio = print === "everything" ? "inherit" : "pipe";
  const child = spawn("turbo", ["run", ...tasks, "--output-logs=errors-only", "--log-order=grouped"], {
    cwd: root,
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: "1" },
    stdio: ["ignore", stdio, stdio],
  });
  const printed: Uint8Array[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => printed.push(chunk));
  const isOk = await new Promise<boolean>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve(code === 0));
  });
  if (!isOk) for (const chunk of printed) process.stderr.write(chunk);
  return isOk;
}
