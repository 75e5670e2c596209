import type { Command } from "commander";
import { examples } from "../output/examples.ts";
import { visible } from "../output/terminal.ts";
import { connect } from "../server/connect.ts";
import type { World } from "../world.ts";
import { type WriteOptions, withWriteOptions } from "../writes/options.ts";

export function addGrant(program: Command, world: World): void {
  const given = "cf4eb9c29fc74af4ade667fcb53633d5 bb235c67dcb44470a45d4e0f94e0ed00 abc";
  const command = program
    .command("grant")
    .description("give a user a user name at an offering")
    .argument("<offering>", "its uuid")
    .argument("<user>", "their uuid, as puhuri team shows it")
    .argument("<user-name>", "the name they log in by on your cluster")
    .addHelpText("after", examples(`puhuri grant ${given}`, `puhuri grant ${given} --dry-run`))
    .action(async (offering: string, user: string, username: string, { dryRun = false }: WriteOptions) => {
      const { offeringUsers } = connect(world);
      if (dryRun) {
        const filters = { offering_uuid: offering, user_uuid: user };
        const [now] = await offeringUsers.list({ ...filters, o: "-created" }).toArray({ limit: 1 });
        const before = now?.username ? `whose user name is ${visible(now.username)}` : "who has none";
        const what =
          now?.username === username
            ? `${user} has the user name ${username} already`
            : `${user}, ${before}, would have the user name ${username}`;
        world.stdout.write(`${what}.\n`);
        return;
      }
      const ensured = await offeringUsers.ensure({ offering, user, username });
      const { outcome, state, duplicates } = ensured;
      const also = [
        ...(state === undefined ? [] : [`state ${state}`]),
        ...(duplicates > 0 ? [`${duplicates} more offering users of the same user`] : []),
      ];
      const more = also.length > 0 ? ` (${also.join("; ")})` : "";
      world.stdout.write(`${user} has the user name ${username}: ${outcome}${more}.\n`);
    });
  withWriteOptions(command);
}
