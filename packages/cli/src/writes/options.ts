import type { Command } from "commander";

/** The options of every command that writes. */
export interface WriteOptions {
  readonly dryRun?: boolean;
}

/** Adds them to a command. */
export function withWriteOptions(command: Command): Command {
  return command.option("--dry-run", "say what would be done, and write nothing");
}
