import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { closeSync, openSync, unlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Command } from "../config.ts";

/** How a program is run. */
export interface ExecuteOptions {
  readonly folder: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly timeLimitMs: number;
  /** The lock of the offering. The program holds it until it ends, even if the agent is killed before. */
  readonly lock: number | undefined;
  readonly onStderr: (line: string) => void;
}

/** How a program has ended. */
export type Execution =
  | { readonly ended: "exit"; readonly code: number; readonly stdout: string }
  | { readonly ended: "killed"; readonly signal: string }
  | { readonly ended: "time-limit" }
  | { readonly ended: "too-long" }
  | { readonly ended: "not-started"; readonly error: unknown };

/** Runs a program with a text on its standard input. */
export type Execute = (command: Command, input: string, options: ExecuteOptions) => Promise<Execution>;

const MAX_STDOUT = 4 * 1024 * 1024;
const MAX_LINE = 2000;

/** Between SIGTERM and SIGKILL. */
const GRACE_MS = 5000;
/** To read the rest of what a program has written. What it has left running may hold its output open for ever. */
const DRAIN_MS = 2000;

export const execute: Execute = ([file, ...args], input, { folder, env, timeLimitMs, lock, onStderr }) =>
  new Promise((resolve) => {
    // A process group of its own: signals to the agent's do not reach it, and all it has started can be ended.
    const stdin = openText(input);
    const child = spawn(file, args, {
      cwd: folder,
      env: { ...env },
      detached: true,
      stdio: [stdin, "pipe", "pipe", lock ?? "ignore"],
    });
    closeSync(stdin);
    const { stdout, stderr } = child;
    if (stdout === null || stderr === null) throw new TypeError("The program has no streams.");
    const chunks: Buffer[] = [];
    let size = 0;
    let broken: Execution | undefined;
    const timers: NodeJS.Timeout[] = [];
    const later = (ms: number, act: () => void) => timers.push(setTimeout(act, ms));
    const stop = (why: Execution) => {
      broken ??= why;
      killGroup(child.pid, "SIGTERM");
      later(GRACE_MS, () => killGroup(child.pid, "SIGKILL"));
    };
    const finish = (execution: Execution) => {
      for (const timer of timers) clearTimeout(timer);
      resolve(broken ?? execution);
    };
    later(timeLimitMs, () => stop({ ended: "time-limit" }));
    child.on("error", (error) => finish({ ended: "not-started", error }));
    child.on("exit", () => {
      // What it has started must not run beyond its time limit.
      if (broken !== undefined) killGroup(child.pid, "SIGKILL");
      later(DRAIN_MS, () => {
        stdout.destroy();
        stderr.destroy();
      });
    });
    child.on("close", (code, signal) =>
      finish(
        code === null
          ? { ended: "killed", signal: signal ?? "" }
          : { ended: "exit", code, stdout: Buffer.concat(chunks).toString("utf8") },
      ),
    );
    stdout.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size <= MAX_STDOUT) chunks.push(chunk);
      else if (broken === undefined) stop({ ended: "too-long" });
    });
    createInterface({ input: stderr }).on("line", (line) => onStderr(line.slice(0, MAX_LINE)));
  });

/**
 * Opens a text as a file, and deletes its name. With a pipe, if the agent were killed while it writes, the program would
 * read only half of the text, and act on that.
 */
function openText(text: string): number {
  const file = join(tmpdir(), `puhuri-${randomUUID()}`);
  try {
    writeFileSync(file, text, { mode: 0o600, flag: "wx" });
    return openSync(file, "r");
  } finally {
    unlinkSync(file);
  }
}

function killGroup(pid: number | undefined, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch {
    // It has ended.
  }
}
