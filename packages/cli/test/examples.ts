import { programOf } from "../src/program.ts";
import { openTerminal } from "./terminal.ts";

/** The names of all commands, those of a group with both words. */
export const commandNames: readonly string[] = namesOf();

function namesOf(): string[] {
  return programOf(openTerminal().world).commands.flatMap((command) =>
    command.commands.length === 0
      ? [command.name()]
      : command.commands.map((sub) => `${command.name()} ${sub.name()}`),
  );
}

/** The examples in the help of a command. */
export async function examplesOf(command: string): Promise<string[]> {
  const { out } = await openTerminal().puhuri(`${command} --help`);
  const [, examples = ""] = out.split("\nExamples:\n");
  return [...examples.matchAll(/^ {2}puhuri (.*)$/gm)].map(([, line = ""]) => line);
}
