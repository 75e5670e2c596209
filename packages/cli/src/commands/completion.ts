import { Argument, type Command } from "commander";
import { candidates } from "../completion/candidates.ts";
import { SCRIPTS } from "../completion/scripts.ts";
import { examples } from "../output/examples.ts";
import type { World } from "../world.ts";

const SHELLS = ["bash", "zsh", "fish"] as const;

export function addCompletion(program: Command, { stdout }: World): void {
  program
    .command("completion")
    .description("print a script that makes a shell complete commands, options, states and columns")
    .addArgument(new Argument("<shell>", "which one").choices(SHELLS))
    .addHelpText(
      "after",
      examples("puhuri completion bash", "puhuri completion zsh", "puhuri completion fish") +
        '\n\nIn ~/.bashrc or, after compinit, in ~/.zshrc:  source <(puhuri completion "$(basename "$SHELL")")' +
        "\nOnce, for fish:  puhuri completion fish > ~/.config/fish/completions/puhuri.fish",
    )
    .action((shell: (typeof SHELLS)[number]) => {
      stdout.write(SCRIPTS[shell]);
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
