import type { MoveOrderResult, Orders } from "@puhuri/sdk";
import type { Command } from "commander";
import { examples } from "../output/examples.ts";
import { connect } from "../server/connect.ts";
import type { World } from "../world.ts";
import { confirm } from "../writes/confirm.ts";
import { eachOf } from "../writes/each-of.ts";
import { type WriteOptions, withWriteOptions } from "../writes/options.ts";

const ORDER = "3b7d1a5e8c2f4960b1d4e7a9c0f26358";

export function addApprove(program: Command, world: World): void {
  const command = program
    .command("approve")
    .description("approve orders that wait for your review (current servers)")
    .argument("<order...>", "their uuids: see puhuri orders --state pending-provider")
    .addHelpText("after", examples(`puhuri approve ${ORDER}`, `puhuri approve ${ORDER} --dry-run`))
    .action(async (uuids: readonly string[], options: WriteOptions) => {
      await review(world, uuids, "approved", options, (orders, uuid) => orders.approve(uuid));
    });
  withWriteOptions(command);
}

interface RejectOptions extends WriteOptions {
  readonly comment?: string;
  readonly yes?: boolean;
}

export function addReject(program: Command, world: World): void {
  const command = program
    .command("reject")
    .description("reject orders that wait for your review, for good (current servers)")
    .argument("<order...>", "their uuids: see puhuri orders --state pending-provider")
    .option("--comment <text>", "why: the customer reads it")
    .option("--yes", "do not ask")
    .addHelpText(
      "after",
      examples(
        `puhuri reject ${ORDER} --comment "The project is not eligible." --yes`,
        `puhuri reject ${ORDER} --dry-run`,
      ),
    )
    .action(async (uuids: readonly string[], { comment, yes = false, ...options }: RejectOptions) => {
      const question = `This rejects ${uuids.join(", ")} for good. Go on?`;
      if (!options.dryRun) await confirm(world, question, { yes });
      await review(world, uuids, "rejected", options, (orders, uuid) => orders.reject(uuid, { comment }));
    });
  withWriteOptions(command);
}

async function review(
  world: World,
  uuids: readonly string[],
  verdict: string,
  { dryRun = false }: WriteOptions,
  move: (orders: Orders, uuid: string) => Promise<MoveOrderResult>,
): Promise<void> {
  const { orders } = connect(world);
  await eachOf(world, uuids, async (uuid) => {
    if (dryRun) {
      const { type, state } = await orders.get(uuid, { fields: ["type", "state"] });
      const what = state === "pending-provider" ? "would" : "is not waiting for your review, and would not";
      return `${uuid} (${type}, ${state}) ${what} be ${verdict}.`;
    }
    const { outcome, order } = await move(orders, uuid);
    const what = outcome === "unchanged" ? `was ${verdict} already` : `is ${verdict}`;
    return `${uuid} (${order.type}) ${what}: its state is ${order.state}.`;
  });
}
