import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import process from "node:process";
import { createInterface } from "node:readline";

/** The server that opens fakes for the suite. */
export interface Worlds {
  readonly url: string;
  close(): Promise<void>;
}

/** Starts it in a folder with the packed packages, as a process of its own, on a free port. */
export async function startWorlds(folder: string): Promise<Worlds> {
  const child = spawn(process.execPath, [join(folder, "worlds/serve.ts")], {
    cwd: folder,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "exit");
  const started = once(createInterface(child.stdout), "line");
  const [url] = await Promise.race([started, ended]);
  if (typeof url !== "string") throw new Error("The server of worlds did not start.");
  return {
    url,
    async close() {
      child.kill();
      await ended;
    },
  };
}
