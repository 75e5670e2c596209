import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

export interface Ended {
  readonly code: unknown;
  readonly out: string;
  readonly err: string;
}

/** Runs a bin from its source; it is killed when the test ends. */
export function runBin(name: "puhuri-fake" | "puhuri-mock", ...args: string[]) {
  const bin = fileURLToPath(new URL(`../../src/bin/${name}.ts`, import.meta.url));
  const child = spawn(process.execPath, ["--conditions=@puhuri/source", bin, ...args]);
  onTestFinished(() => {
    child.kill("SIGKILL");
  });
  const told = { out: "", err: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    told.out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    told.err += text;
  });
  const ended: Promise<Ended> = once(child, "close").then(([code]: unknown[]) => ({ code, ...told }));
  /** Waits until the output has a match. */
  const printed = async (pattern: RegExp): Promise<string[]> => {
    for (;;) {
      const found = pattern.exec(told.out);
      if (found !== null) {
        return [...found];
      }
      const end = await Promise.race([once(child.stdout, "data").then(() => undefined), ended]);
      if (end !== undefined) {
        throw new Error(`It ended without printing ${pattern}: ${JSON.stringify(end)}`);
      }
    }
  };
  return { child, ended, printed, told };
}
