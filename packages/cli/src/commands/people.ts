import { offeringUser2021Fields, offeringUserFields } from "@puhuri/api-types";
import type { TeamMember } from "@puhuri/sdk";
import type { Command } from "commander";
import { asked, columnsOf, type RowOptions, withRowOptions } from "../output/columns.ts";
import { examples } from "../output/examples.ts";
import { printRows } from "../output/rows.ts";
import { allocationUuid } from "../server/allocation-name.ts";
import { connect } from "../server/connect.ts";
import type { World } from "../world.ts";

const MEMBER = ["uuid", "username", "full_name", "email", "role", "offering_user_username"] as const;
const ALL_OF_MEMBER: readonly (keyof TeamMember & string)[] = [
  ...MEMBER,
  "offering_user_state",
  "expiration_time",
  "permission",
  "url",
];

export function addTeam(program: Command, world: World): void {
  const command = program
    .command("team")
    .description("list the members of the project that an allocation belongs to")
    .argument("<allocation>", "its uuid, or its backend id if only one allocation has it")
    .addHelpText("after", examples("puhuri team hpc-1", "puhuri team hpc-1 --json --fields username,role"))
    .action(async (name: string, options: RowOptions) => {
      const columns = columnsOf(options, MEMBER, ALL_OF_MEMBER);
      const puhuri = connect(world);
      const team = await puhuri.resources.team(await allocationUuid(puhuri, name));
      // The server does not select columns of this list.
      const rows = options.all ? team : team.map((member) => only(columns, member));
      await printRows(world, rows, columns, options);
    });
  withRowOptions(command, ALL_OF_MEMBER);
}

function only(columns: readonly string[], member: object): object {
  return Object.fromEntries(Object.entries(member).filter(([column]) => columns.includes(column)));
}

const USER = ["user_uuid", "user_username", "username", "state", "offering_name"] as const;
const ALL_OF_USER = [...new Set([...offeringUserFields, ...offeringUser2021Fields])];

export function addUsers(program: Command, world: World): void {
  const command = program
    .command("users")
    .description("list who has which user name at your offerings")
    .option("--offering <uuid>", "only those at this offering")
    .option("--user <uuid>", "only this user's")
    .addHelpText(
      "after",
      examples("puhuri users", "puhuri users --offering cf4eb9c29fc74af4ade667fcb53633d5 --csv"),
    )
    .action(async ({ offering, user, ...options }: RowOptions & { offering?: string; user?: string }) => {
      const columns = columnsOf(options, USER, ALL_OF_USER);
      const filters = { offering_uuid: offering, user_uuid: user };
      const rows = connect(world).offeringUsers.list({ ...filters, ...asked(options, columns) });
      await printRows(world, rows, columns, options);
    });
  withRowOptions(command, ALL_OF_USER);
}
