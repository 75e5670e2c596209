import { readFileSync } from "node:fs";
import { Command, CommanderError } from "commander";
import { addOfferings } from "./commands/offerings.ts";
import { EXIT, exitCodeOf } from "./exit-codes.ts";
import type { World } from "./world.ts";

const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));

/** Runs one command line, and returns the exit code. */
export async function run(args: readonly string[], world: World): Promise<number> {
  const program = new Command("puhuri")
    .description("A service provider's tasks on Puhuri Core.")
    .version(version)
    .showHelpAfterError("See --help.")
    .exitOverride()
    .configureOutput({
      writeOut: (text) => world.stdout.write(text),
      writeErr: (text) => world.stderr.write(text),
    });
  addOfferings(program, world);
  try {
    await program.parseAsync(args, { from: "user" });
    return EXIT.ok;
  } catch (error) {
    // Commander has said it already; help and version are no errors.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
    world.stderr.write(`puhuri: ${error instanceof Error ? error.message : String(error)}\n`);
    return exitCodeOf(error);
  }
}
