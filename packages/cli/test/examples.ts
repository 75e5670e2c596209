import type { Command } from "commander";
import { programOf } from "../src/program.ts";
import { openTerminal } from "./terminal.ts";

/** The names of all commands that do something, those of a group with both words. */
export const commandNames: readonly string[] = namesIn(programOf(openTerminal().world), "");

function namesIn(command: Command, before: string): string[] {
  const subcommands = command
    .createHelp()
    .visibleCommands(command)
    .filter((each) => each.name() !== "help");
  return subcommands.flatMap((each) => {
    const name = `${before}${each.name()}`;
    return each.commands.length === 0 ? [name] : namesIn(each, `${name} `);
  });
}

/** The examples in the help of a command. */
export async function examplesOf(command: string): Promise<string[]> {
  const { out } = await openTerminal().puhuri(`${command} --help`);
  const [, examples = ""] = out.split("\nExamples:\n");
  return [...examples.matchAll(/^ {2}puhuri (.*)$/gm)].map(([, line = ""]) => line);
}
