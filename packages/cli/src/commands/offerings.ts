import { offering2021Fields, offeringFields, offeringStates } from "@puhuri/api-types";
import { type Command, Option } from "commander";
import { asked, columnsOf, type RowOptions, withRowOptions } from "../output/columns.ts";
import { examples } from "../output/examples.ts";
import { printRows } from "../output/rows.ts";
import { connect } from "../server/connect.ts";
import type { World } from "../world.ts";

const USUAL = ["uuid", "name", "state", "type"] as const;
const KNOWN = [...new Set([...offeringFields, ...offering2021Fields])];

interface Options extends RowOptions {
  readonly state?: (typeof offeringStates)[number];
}

export function addOfferings(program: Command, world: World): void {
  const command = program
    .command("offerings")
    .description("list the offerings that your token shows")
    .addOption(new Option("--state <state>", "only those in this state").choices(offeringStates))
    .addHelpText(
      "after",
      examples("puhuri offerings", "puhuri offerings --state Active --csv --fields uuid,name"),
    )
    .action(async ({ state, ...options }: Options) => {
      const columns = columnsOf(options, USUAL, KNOWN);
      const rows = connect(world).offerings.list({ state, ...asked(options, columns) });
      await printRows(world, rows, columns, options);
    });
  withRowOptions(command, KNOWN);
}
