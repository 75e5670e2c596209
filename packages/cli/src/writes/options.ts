import type { Command } from "commander";

/** What every command that writes can be told. */
export interface WriteOptions {
  readonly dryRun?: boolean;
}

/** Adds the options of commands that write. */
export function withWriteOptions(command: Command): Command {
  return command.option("--dry-run", "say what would be done, and write nothing");
}
