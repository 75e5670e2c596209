import { readFileSync } from "node:fs";
import { TestServerError } from "../errors.ts";

/** Wrong flags: said in one line, exit code 2. */
export class UsageError extends Error {
  constructor(message: string) {
    super(`${message}. See --help.`);
  }
}

export const COMMON_FLAGS = {
  host: { type: "string", default: "127.0.0.1" },
  help: { type: "boolean", short: "h", default: false },
  version: { type: "boolean", default: false },
} as const;

/** Runs a command that serves until a signal ends it. */
export async function runCommand<Flags extends { help: boolean; version: boolean }>(
  name: string,
  help: string,
  parse: () => Flags,
  serve: (flags: Flags) => Promise<void>,
): Promise<void> {
  // Before anything that takes time, so that a signal during the start ends it just as quietly.
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(0));
  // A pipe that was closed or a disk that is full: it serves on without the log.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
  try {
    const flags = parsed(parse);
    if (flags.help) process.stdout.write(help);
    else if (flags.version) console.log(version());
    else await serve(flags);
  } catch (error) {
    console.error(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    const isUsage =
      error instanceof TestServerError ? error.code === "invalid_option" : error instanceof UsageError;
    process.exitCode = isUsage ? 2 : 1;
  }
}

function parsed<Flags>(parse: () => Flags): Flags {
  try {
    return parse();
  } catch (error) {
    throw new UsageError((error instanceof Error ? error.message : String(error)).split(". ")[0] ?? "");
  }
}

function version(): string {
  return JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")).version;
}

/** The number of `--port`; whether there is such a port, the server says. */
export function portOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  throw new UsageError(`--port must be a number, not "${text}"`);
}
