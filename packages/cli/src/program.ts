import { readFileSync } from "node:fs";
import { type Command, CommanderError } from "commander";
import { addAgent } from "./commands/agent.ts";
import { PuhuriCommand } from "./commands/command.ts";
import { addCompletion } from "./commands/completion.ts";
import { addDescribe } from "./commands/describe.ts";
import { addDoctor } from "./commands/doctor.ts";
import {
  addAllocation,
  addAllocations,
  addOfferings,
  addOrders,
  addTeam,
  addUsers,
} from "./commands/lists.ts";
import { addGrant, addLink } from "./commands/names.ts";
import { addApprove, addReject } from "./commands/review.ts";
import { addSetState } from "./commands/set-state.ts";
import { addUsage } from "./commands/usage.ts";
import { EXIT, exitCodeOf } from "./exit-codes.ts";
import { messageOf } from "./output/message.ts";
import type { World } from "./world.ts";

const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));

/** In the order in which help shows them. */
const COMMANDS = [
  addDoctor,
  addOfferings,
  addAllocations,
  addAllocation,
  addOrders,
  addTeam,
  addUsers,
  addUsage,
  addSetState,
  addLink,
  addDescribe,
  addApprove,
  addReject,
  addGrant,
  addAgent,
  addCompletion,
];

/** The program with all its commands. */
export function programOf(world: World): Command {
  const { stdout, stderr } = world;
  const program = new PuhuriCommand("puhuri")
    .description("A service provider's tasks on Puhuri Core.")
    .version(version)
    .showHelpAfterError("See --help.")
    .exitOverride()
    .configureOutput({
      writeOut: (text) => stdout.write(text),
      writeErr: (text) => stderr.write(text),
      getOutHelpWidth: () => stdout.columns ?? 100,
      getErrHelpWidth: () => stderr.columns ?? 100,
      // The value of an option that does not exist, such as `--token=…`, is not printed.
      outputError: (text, write) => write(text.replace(/(--[\w-]+)=[^']*/, "$1")),
    })
    .addHelpText("after", HELP);
  for (const add of COMMANDS) add(program, world);
  return program;
}

const HELP = `
Set the server in PUHURI_URL, and the token in PUHURI_TOKEN, or in a file that you name in PUHURI_TOKEN_FILE.
Or put both into ~/.config/puhuri/config.yaml, as url and token, and make sure that only you can read it.

Exit codes:
  0    all is well
  1    the command failed, for some of its items or for all
  2    the command line, a setting or a file is wrong; nothing was written
  3    there is no token, or the token may not do this
  4    the server cannot be reached
  130  interrupted by Ctrl-C; what had begun is finished

Examples:
  puhuri doctor
  puhuri offerings --help
  puhuri --version`;

/** Runs one command line, and returns the exit code. */
export async function run(args: readonly string[], world: World): Promise<number> {
  try {
    await programOf(world).parseAsync(args, { from: "user" });
    return EXIT.ok;
  } catch (error) {
    // Commander has printed the message. It throws for help and version too, which are not failures.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
    world.stderr.write(`puhuri: ${messageOf(error)}\n`);
    return exitCodeOf(error);
  }
}
