import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("..", import.meta.url));

/** Which server an example talks to; none, and it starts one of its own. */
export interface Place {
  readonly url: string;
  readonly token: string;
}

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** An example in a process of its own, as `pnpm example` starts it. */
export class RunningExample {
  readonly ended: Promise<Ended>;
  readonly #child: ChildProcess;
  readonly #heard = new Set<() => void>();
  #stdout = "";
  #stderr = "";

  constructor(name: string, args: readonly string[] = [], place?: Place) {
    const { PUHURI_URL: _, PUHURI_TOKEN: __, ...env } = process.env;
    const server =
      place === undefined
        ? {}
        : { PUHURI_URL: place.url, PUHURI_TOKEN: place.token, PUHURI_TIME_ZONE: "UTC" };
    const command = ["--conditions=@puhuri/source", "run.ts", name, ...args];
    this.#child = spawn(process.execPath, command, {
      cwd: folder,
      env: { ...env, NO_COLOR: "1", ...server },
    });
    this.#child.stdout?.on("data", (text) => this.#hear(() => (this.#stdout += text)));
    this.#child.stderr?.on("data", (text) => this.#hear(() => (this.#stderr += text)));
    this.ended = new Promise((resolve, reject) => {
      this.#child.once("error", reject);
      this.#child.once("close", (code, signal) =>
        resolve({ code, signal, stdout: this.#stdout, stderr: this.#stderr }),
      );
    });
  }

  /** Waits until it has printed this; fails when it ends without. */
  async prints(pattern: RegExp): Promise<void> {
    const isThere = new Promise<true>((resolve) => {
      const look = () => pattern.test(this.#stdout) && resolve(true);
      this.#heard.add(look);
      look();
    });
    if ((await Promise.race([isThere, this.ended])) === true) return;
    throw new Error(`It ended without printing ${pattern}:\n${this.#stdout}\n${this.#stderr}`);
  }

  kill(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  #hear(add: () => void): void {
    add();
    for (const look of this.#heard) look();
  }
}
