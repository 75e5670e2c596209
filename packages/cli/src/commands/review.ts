import type { CallOptions, MoveOrderResult, Orders } from "@puhuri/sdk";
import { connect } from "../server/connect.ts";
import type { World } from "../world.ts";
import { confirm } from "../writes/confirm.ts";
import { checkWrite, type WriteOptions } from "../writes/dry-run.ts";
import { eachOf } from "../writes/each-of.ts";
import { type PuhuriCommand, uuids } from "./command.ts";

const ORDER = "3b7d1a5e8c2f4960b1d4e7a9c0f26358";

export function addApprove(program: PuhuriCommand, world: World): void {
  program
    .command("approve")
    .description("approve orders that wait for your review (current servers)")
    .argument("<order...>", "their uuids: see puhuri orders --state pending-provider", uuids)
    .dryRunOption()
    .examples(`puhuri approve ${ORDER}`, `puhuri approve ${ORDER} --dry-run`)
    .action(async (uuids: readonly string[], options: WriteOptions) => {
      await review(world, uuids, "approved", options, (orders, uuid, call) => orders.approve(uuid, call));
    });
}

interface RejectOptions extends WriteOptions {
  readonly comment?: string;
  readonly yes?: boolean;
}

export function addReject(program: PuhuriCommand, world: World): void {
  program
    .command("reject")
    .description("reject orders that wait for your review, for good (current servers)")
    .argument("<order...>", "their uuids: see puhuri orders --state pending-provider", uuids)
    .option("--comment <text>", "why: the customer reads it")
    .option("--yes", "do not ask")
    .dryRunOption()
    .examples(
      `puhuri reject ${ORDER} --comment "The project is not eligible." --yes`,
      `puhuri reject ${ORDER} --dry-run`,
    )
    .action(async (uuids: readonly string[], { comment, yes = false, ...options }: RejectOptions) => {
      const question = `This rejects ${uuids.join(", ")} for good. Go on?`;
      if (!options.dryRun) await confirm(world, question, { yes });
      await review(world, uuids, "rejected", options, (orders, uuid, call) =>
        orders.reject(uuid, { comment, ...call }),
      );
    });
}

async function review(
  world: World,
  uuids: readonly string[],
  verdict: string,
  { dryRun = false }: WriteOptions,
  move: (orders: Orders, uuid: string, call?: CallOptions) => Promise<MoveOrderResult>,
): Promise<void> {
  const { orders } = await connect(world);
  await eachOf(world, uuids, async (uuid) => {
    if (dryRun) {
      await checkWrite((call) => move(orders, uuid, call));
      const { type, state } = await orders.get(uuid, { fields: ["type", "state"] });
      const what = state === "pending-provider" ? "would" : "is not waiting for your review, and would not";
      return `${uuid} (${type}, ${state}) ${what} be ${verdict}.`;
    }
    const { outcome, order } = await move(orders, uuid);
    const what = outcome === "unchanged" ? `was ${verdict} already` : `is ${verdict}`;
    return `${uuid} (${order.type}) ${what}: its state is ${order.state}.`;
  });
}
