import { readFileSync } from "node:fs";
import { TestServerError } from "../errors.ts";

export const COMMON_FLAGS = {
  host: { type: "string", default: "127.0.0.1" },
  help: { type: "boolean", short: "h", default: false },
  version: { type: "boolean", default: false },
} as const;

/** Runs a command that serves until a signal ends it. Wrong flags are said in one line, with exit code 2. */
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
    console.error(`${name}: ${messageOf(error)}`);
    process.exitCode = error instanceof TestServerError && error.code === "invalid_option" ? 2 : 1;
  }
}

function parsed<Flags>(parse: () => Flags): Flags {
  try {
    return parse();
  } catch (error) {
    throw wrongFlag(messageOf(error).split(". ")[0] ?? "");
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function wrongFlag(message: string): TestServerError {
  return new TestServerError("invalid_option", `${message}. See --help.`);
}

function version(): string {
  return JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")).version;
}

/** The number of `--port`. An empty one, as from a variable that is not set, must not mean any free port. */
export function portOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  throw wrongFlag(`--port must be a number, not "${text}"`);
}

/** A flag that takes one of some words. */
export function wordOf<Word extends string>(flag: string, text: string, words: readonly Word[]): Word {
  const word = words.find((known) => known === text);
  if (word !== undefined) return word;
  throw wrongFlag(`${flag} must be one of ${words.join(", ")}, not "${text}"`);
}

/** A clock that shows the moment of `--now` at the start, and runs on from there. */
export function clockOf(text: string, realTime: () => number = Date.now): () => Date {
  // Without a zone it would be another moment on every machine.
  const isComplete = /^\d{4}-\d\d-\d\d(T.*(Z|[+-]\d\d:\d\d))?$/.test(text);
  const moment = isComplete ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(moment)) {
    throw wrongFlag(`--now must be a time such as 2026-11-30T23:50:00Z, not "${text}"`);
  }
  const ahead = moment - realTime();
  return () => new Date(realTime() + ahead);
}
