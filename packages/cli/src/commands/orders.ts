import { orderFields, orderStates, orderTypes } from "@puhuri/api-types";
import type { OrderState, OrderType } from "@puhuri/sdk";
import { type Command, Option } from "commander";
import { asked, columnsOf, type RowOptions, withRowOptions } from "../output/columns.ts";
import { examples } from "../output/examples.ts";
import { printRows } from "../output/rows.ts";
import { connect } from "../server/connect.ts";
import type { World } from "../world.ts";

const USUAL = ["uuid", "type", "state", "resource_name", "project_name", "created"] as const;

interface Options extends RowOptions {
  readonly state?: readonly OrderState[];
  readonly type?: readonly OrderType[];
  readonly offering?: string;
  readonly allocation?: string;
}

export function addOrders(program: Command, world: World): void {
  const command = program
    .command("orders")
    .description("list the orders that your token shows (current servers)")
    .addOption(new Option("--state <states...>", "only those in one of these states").choices(orderStates))
    .addOption(new Option("--type <types...>", "only those of these types").choices(orderTypes))
    .option("--offering <uuid>", "only those at this offering")
    .option("--allocation <uuid>", "only those of this allocation")
    .addHelpText(
      "after",
      examples(
        "puhuri orders --state pending-provider",
        "puhuri orders --type Create --json --fields uuid,limits,attributes",
      ),
    )
    .action(async ({ state, type, offering, allocation, ...options }: Options) => {
      const columns = columnsOf(options, USUAL, orderFields);
      const filters = { state, type, offering_uuid: offering, resource_uuid: allocation };
      const rows = connect(world).orders.list({ ...filters, ...asked(options, columns) });
      await printRows(world, rows, columns, options);
    });
  withRowOptions(command, orderFields);
}
