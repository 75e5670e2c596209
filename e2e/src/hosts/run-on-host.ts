import type { TestResult } from "../../suite/harness.ts";
import { runCommand } from "../run-command.ts";

/** Longer than any of them needs; a host that hangs ends here. */
const LIMIT_MS = 180_000;

/**
 * Runs the suite by a command and returns its results.
 *
 * @throws {Error} The host failed, and not one of the tests; the message has what it printed.
 */
export async function runOnHost(command: readonly string[], cwd: string): Promise<readonly TestResult[]> {
  const printed = await runCommand(command, { cwd, timeoutMs: LIMIT_MS });
  const results: readonly TestResult[] | undefined = parsed(printed.trim().split("\n").at(-1) ?? "");
  if (results === undefined)
    throw new Error(`${command.join(" ")} printed no results:\n${printed.slice(0, 4000)}`);
  return results;
}

function parsed(line: string) {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
