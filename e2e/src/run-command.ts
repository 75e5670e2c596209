// On Windows a command that npm installs is a .cmd file, which Node's own spawn() does not run.
import process from "node:process";
import { spawn } from "cross-spawn";

export interface CommandOptions {
  readonly cwd?: string;
  /** Variables beside those of this process. */
  readonly env?: Readonly<Record<string, string>>;
  /** How long it may take. Default: as long as it likes. */
  readonly timeoutMs?: number;
}

/**
 * Runs a command and returns what it printed on its standard output.
 *
 * @throws {Error} It failed; the message ends with what it printed.
 */
export function runCommand(command: readonly string[], options: CommandOptions = {}): Promise<string> {
  const [program = "", ...args] = command;
  const { cwd, env, timeoutMs } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env: { ...process.env, ...env }, timeout: timeoutMs });
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
