import { Argument, type Command, type Option } from "commander";
import { FieldsOption } from "../output/columns.ts";
import type { World } from "../world.ts";
import type { PuhuriCommand } from "./command.ts";

/** The script of each shell: it asks `puhuri complete`, and falls back to names of files. */
const SCRIPTS: Readonly<Record<string, string>> = {
  bash: `_puhuri() {
  local IFS=$'\\n'
  COMPREPLY=($(puhuri complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null))
}
complete -o default -F _puhuri puhuri
`,
  zsh: `#compdef puhuri
_puhuri() {
  local -a found
  found=("\${(@f)$(puhuri complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}")
  if [[ -n $found ]]; then compadd -a found; else _files; fi
}
compdef _puhuri puhuri
`,
  fish: `function __puhuri_complete
  set -l words (commandline -opc) (commandline -ct)
  set -l found (puhuri complete -- $words[2..] 2>/dev/null)
  if test -n "$found"
    printf '%s\\n' $found
  else
    __fish_complete_path (commandline -ct)
  end
end
complete -c puhuri -f -a '(__puhuri_complete)'
`,
};

export function addCompletion(program: PuhuriCommand, { stdout }: World): void {
  program
    .command("completion")
    .description("print a script that makes a shell complete commands, options, states and columns")
    .addArgument(new Argument("<shell>", "which one").choices(Object.keys(SCRIPTS)))
    .examples("puhuri completion bash", "puhuri completion zsh", "puhuri completion fish")
    .addHelpText(
      "after",
      '\nIn ~/.bashrc or, after compinit, in ~/.zshrc:  source <(puhuri completion "$(basename "$SHELL")")' +
        "\nOnce, for fish:  puhuri completion fish > ~/.config/fish/completions/puhuri.fish",
    )
    .action((shell: string) => {
      stdout.write(SCRIPTS[shell] ?? "");
    });
  // What those scripts run.
  program
    .command("complete", { hidden: true })
    .argument("[words...]")
    .allowUnknownOption()
    .helpOption(false)
    .action((words: readonly string[]) => {
      for (const name of candidates(program, words)) stdout.write(`${name}\n`);
    });
}

/**
 * What the last word of a command line can be completed to, by the commands' own definitions.
 *
 * @param words - Those after `puhuri`. The last one is being typed, and may be empty.
 */
function candidates(program: Command, words: readonly string[]): string[] {
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
