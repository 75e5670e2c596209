import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import process from "node:process";
import { createInterface } from "node:readline";

/** A `puhuri-fake` of the packed package, as a process of its own. */
export interface PackedFake {
  readonly url: string;
  /** Asks it as `owner`, who is a provider's. */
  ask(path: string): Promise<Response>;
  close(): Promise<void>;
}

/** Starts it from the folder where the packages are installed, on a free port. */
export async function startPackedFake(folder: string, ...flags: string[]): Promise<PackedFake> {
  const bin = join(folder, "node_modules/@puhuri/testing/dist/bin/puhuri-fake.js");
  const child = spawn(process.execPath, [bin, "--port", "0", ...flags], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "exit");
  let url = "";
  let token = "";
  for await (const line of createInterface(child.stdout)) {
    url ||= / at (http:\S+)\/api\/$/.exec(line)?.[1] ?? "";
    token ||= /^ {2}owner +([0-9a-f]{40}) /.exec(line)?.[1] ?? "";
    if (line === "Try:") break;
  }
  child.stdout.resume();
  return {
    url,
    ask: (path) => fetch(`${url}/api/${path}`, { headers: { Authorization: `Token ${token}` } }),
    async close() {
      child.kill();
      await ended;
    },
  };
}
