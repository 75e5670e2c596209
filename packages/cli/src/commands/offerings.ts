import type { Command } from "commander";
import { columnsOf, printRows, type RowOptions } from "../output/rows.ts";
import { connect } from "../server/connect.ts";
import type { World } from "../world.ts";

const USUAL = ["uuid", "name", "state", "type"];

export function addOfferings(program: Command, world: World): void {
  program
    .command("offerings")
    .description("list the offerings that your token shows")
    .option("--json", "one JSON object a line")
    .option("--csv", "CSV with a header")
    .option("--fields <names>", "which columns, between commas")
    .addHelpText("after", "\nExamples:\n  puhuri offerings\n  puhuri offerings --csv --fields uuid,name")
    .action(async (options: RowOptions) => {
      const columns = columnsOf(options, USUAL);
      await printRows(world, connect(world).offerings.list(), columns, options);
    });
}
