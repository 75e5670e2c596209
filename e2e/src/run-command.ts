import { spawn } from "node:child_process";

export interface CommandOptions {
  readonly cwd?: string;
  /** How long it may take. Default: as long as it likes. */
  readonly timeoutMs?: number;
  /** Leaves the terminal to the command, which may ask there; nothing is returned then. */
  readonly isInteractive?: boolean;
}

/**
 * Runs a command and returns what it printed on its standard output.
 *
 * @throws {Error} It failed; the message ends with what it printed.
 */
export function runCommand(command: readonly string[], options: CommandOptions = {}): Promise<string> {
  const [program = "", ...args] = command;
  const { cwd, timeoutMs, isInteractive = false } = options;
  return new Promise((resolve, reject) => {
    const stdio = isInteractive ? "inherit" : "pipe";
    const child = spawn(program, args, { cwd, timeout: timeoutMs, stdio });
    child.stdin?.end();
    const printed = { stdout: "", stderr: "" };
    for (const stream of ["stdout", "stderr"] as const) {
      child[stream]?.setEncoding("utf8").on("data", (text: string) => {
        printed[stream] += text;
      });
    }
    child.on("error", reject);
    child.on("close", (code, signal) => {
      if (code === 0) return resolve(printed.stdout);
      const end = signal === null ? `exit code ${code}` : signal;
      reject(new Error(`${command.join(" ")}\n${end}\n${printed.stderr}${printed.stdout}`.slice(0, 4000)));
    });
  });
}
