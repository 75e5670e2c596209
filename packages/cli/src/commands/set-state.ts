import type { TargetState } from "@puhuri/sdk";
import { Argument, Option } from "commander";
import { UsageError } from "../exit-codes.ts";
import { visible } from "../output/terminal.ts";
import { allocationUuid } from "../server/allocation-name.ts";
import { connect } from "../server/connect.ts";
import type { World } from "../world.ts";
import { confirm } from "../writes/confirm.ts";
import { checkWrite, type WriteOptions } from "../writes/dry-run.ts";
import { eachOf } from "../writes/each-of.ts";
import type { PuhuriCommand } from "./command.ts";

const targetStates = ["OK", "Erred", "Terminated"] as const satisfies TargetState[];

interface Options extends WriteOptions {
  readonly message?: string;
  readonly onPending?: "approve" | "reject";
  readonly yes?: boolean;
}

export function addSetState(program: PuhuriCommand, world: World): void {
  const words = new Argument("<words...>", "allocations, by uuid or backend id, and then the state");
  // For help and completion only: the other words are allocations.
  words.argChoices = [...targetStates];
  program
    .command("set-state")
    .description("set allocations OK, Erred or Terminated, through their orders if the server has orders")
    .usage(`<allocation...> ${targetStates.join("|")} [options]`)
    .addArgument(words)
    .option("--message <text>", "why: the users read it")
    .addOption(
      new Option("--on-pending <how>", "for Erred, if an order still waits for review").choices([
        "approve",
        "reject",
      ]),
    )
    .option("--yes", "do not ask before ending allocations")
    .dryRunOption()
    .examples(
      "puhuri set-state a1916bd53fd04b1ab1a4e700c926607b OK",
      "puhuri set-state hpc-1 hpc-2 OK --dry-run",
      'puhuri set-state hpc-1 Erred --message "The file system is full."',
      "puhuri set-state hpc-3 Terminated --yes",
    )
    .action(async (words: readonly string[], options: Options) => {
      const names = words.slice(0, -1);
      const state = targetStates.find((each) => each === words.at(-1));
      if (state === undefined || names.length === 0) {
        throw new UsageError(`Name allocations, and then the state: ${targetStates.join(", ")}.`);
      }
      await setStates(world, names, state, options);
    });
}

async function setStates(
  world: World,
  names: readonly string[],
  state: TargetState,
  { dryRun = false, yes = false, ...wishes }: Options,
): Promise<void> {
  const puhuri = await connect(world);
  const ends = `This ends ${names.join(", ")} for good. Go on?`;
  if (state === "Terminated" && !dryRun) await confirm(world, ends, { yes });
  await eachOf(world, names, async (name) => {
    const uuid = await allocationUuid(puhuri, name);
    if (dryRun) {
      await checkWrite((call) => puhuri.resources.setState(uuid, state, { ...wishes, ...call }));
      const row = await puhuri.resources.get(uuid, { fields: ["name", "state"] });
      return `${uuid} (${visible(row.name)}) ${wouldBe(row.state, state)}.`;
    }
    const { outcome, from, to, resource } = await puhuri.resources.setState(uuid, state, wishes);
    const what = outcome === "unchanged" ? `was ${to} already` : `went from ${from} to ${to}`;
    return `${uuid} (${visible(resource.name)}) ${what}.`;
  });
}

function wouldBe(from: string, to: TargetState): string {
  if (from === to) return `is ${to} already`;
  return from === "Terminated" ? "is Terminated, and does not come back" : `would go from ${from} to ${to}`;
}
