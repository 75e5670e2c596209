import { resource2021Fields, resourceFields, resourceStates } from "@puhuri/api-types";
import type { ResourceState } from "@puhuri/sdk";
import { type Command, Option } from "commander";
import { asked, columnsOf, type RowOptions, withRowOptions } from "../output/columns.ts";
import { examples } from "../output/examples.ts";
import { printRecord, printRows } from "../output/rows.ts";
import { allocationUuid } from "../server/allocation-name.ts";
import { connect } from "../server/connect.ts";
import type { World } from "../world.ts";

const KNOWN = [...new Set([...resourceFields, ...resource2021Fields])];
const IN_LISTS = ["uuid", "name", "state", "backend_id", "project_name", "offering_name"] as const;
const OF_ONE = [
  "uuid",
  "name",
  "state",
  "backend_id",
  "offering_name",
  "project_name",
  "customer_name",
  "plan_name",
  "limits",
  "current_usages",
  "created",
  "end_date",
  "report",
] as const;

interface Options extends RowOptions {
  readonly state?: readonly ResourceState[];
  readonly offering?: string;
  readonly project?: string;
}

export function addAllocations(program: Command, world: World): void {
  const command = program
    .command("allocations")
    .description("list the allocations that your token shows")
    .addOption(new Option("--state <states...>", "only those in one of these states").choices(resourceStates))
    .option("--offering <uuid>", "only those at this offering")
    .option("--project <uuid>", "only those of this project")
    .addHelpText(
      "after",
      examples(
        "puhuri allocations",
        "puhuri allocations --state Creating OK --offering cf4eb9c29fc74af4ade667fcb53633d5",
        "puhuri allocations --csv --fields uuid,backend_id,limits",
      ),
    )
    .action(async ({ state, offering, project, ...options }: Options) => {
      const columns = columnsOf(options, IN_LISTS, KNOWN);
      const filters = { state, offering_uuid: offering, project_uuid: project };
      const rows = connect(world).resources.list({ ...filters, ...asked(options, columns) });
      await printRows(world, rows, columns, options);
    });
  withRowOptions(command, KNOWN);
}

export function addAllocation(program: Command, world: World): void {
  const command = program
    .command("allocation")
    .description("show one allocation")
    .argument("<allocation>", "its uuid, or its backend id if only one allocation has it")
    .addHelpText(
      "after",
      examples(
        "puhuri allocation a1916bd53fd04b1ab1a4e700c926607b",
        "puhuri allocation hpc-1 --fields uuid,limits",
        "puhuri allocation hpc-1 --all --json",
      ),
    )
    .action(async (name: string, options: RowOptions) => {
      const columns = columnsOf(options, OF_ONE, KNOWN);
      const puhuri = connect(world);
      const row = await puhuri.resources.get(await allocationUuid(puhuri, name), asked(options, columns));
      await printRecord(world, row, columns, options);
    });
  withRowOptions(command, KNOWN);
}
