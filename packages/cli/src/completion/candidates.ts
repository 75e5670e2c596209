import type { Command, Option } from "commander";
import { FieldsOption } from "../output/columns.ts";

/**
 * What the last word of a command line can be completed to, by the commands' own definitions.
 *
 * @param words - Those after `puhuri`. The last one is being typed, and may be empty.
 */
export function candidates(program: Command, words: readonly string[]): string[] {
  const typed = words.at(-1) ?? "";
  let command = program;
  let option: Option | undefined;
  let isFirst = false;
  for (const word of words.slice(0, -1)) {
    if (word.startsWith("-")) {
      option = command.options.find(({ long, short }) => word === long || word === short);
      isFirst = true;
      continue;
    }
    const isValue = option !== undefined && takesValue(option, isFirst);
    isFirst = false;
    if (isValue) continue;
    option = undefined;
    command = command.commands.find((each) => each.name() === word) ?? command;
  }
  const all =
    option !== undefined && takesValue(option, isFirst) && !typed.startsWith("-")
      ? valuesOf(option, typed)
      : namesIn(command, typed);
  return all.filter((name) => name.startsWith(typed));
}

/** Whether the next word is a value of the option: the first one, or another of several. */
function takesValue({ required, optional, variadic }: Option, isFirst: boolean): boolean {
  return isFirst ? required || optional : variadic;
}

/** The choices of an option; or the columns that may follow those that are typed already. */
function valuesOf(option: Option, typed: string): readonly string[] {
  if (!(option instanceof FieldsOption)) return option.argChoices ?? [];
  const before = typed.slice(0, typed.lastIndexOf(",") + 1);
  return option.columns.map((column) => before + column);
}

function namesIn(command: Command, typed: string): readonly string[] {
  const help = command.createHelp();
  if (typed.startsWith("-")) return help.visibleOptions(command).flatMap(({ long }) => long ?? []);
  const subcommands = help.visibleCommands(command).map((each) => each.name());
  return [...subcommands, ...command.registeredArguments.flatMap(({ argChoices }) => argChoices ?? [])];
}
