import { UsageError } from "../exit-codes.ts";
import { visible } from "../output/terminal.ts";
import { allocationUuid } from "../server/allocation-name.ts";
import { connect } from "../server/connect.ts";
import type { World } from "../world.ts";
import { checkWrite, type WriteOptions } from "../writes/dry-run.ts";
import { type PuhuriCommand, uuid } from "./command.ts";

export function addLink(program: PuhuriCommand, world: World): void {
  program
    .command("link")
    .description("link an allocation to your own id of it, such as its Slurm account")
    .argument("<allocation>", "its uuid, or the backend id it has now")
    .argument("<backend-id>", 'at most 255 characters; "" unlinks it')
    .dryRunOption()
    .examples(
      "puhuri link a1916bd53fd04b1ab1a4e700c926607b hpc-17",
      "puhuri link hpc-1 hpc-17 --dry-run",
      'puhuri link hpc-1 ""',
    )
    .action(async (name: string, backendId: string, { dryRun = false }: WriteOptions) => {
      requireTrimmed("backend id", backendId);
      const puhuri = await connect(world);
      const { resources } = puhuri;
      const resource = await allocationUuid(puhuri, name);
      const linked = `linked to "${backendId}"`;
      if (!dryRun) {
        await resources.setBackendId(resource, backendId);
        world.stdout.write(`${resource} is ${linked}.\n`);
        return;
      }
      await checkWrite((call) => resources.setBackendId(resource, backendId, call));
      const { backend_id } = await resources.get(resource, { fields: ["backend_id"] });
      const isLinked = backend_id === backendId;
      const what = isLinked ? `is ${linked} already` : `would be ${linked}, not "${visible(backend_id)}"`;
      world.stdout.write(`${resource} ${what}.\n`);
    });
}

export function addGrant(program: PuhuriCommand, world: World): void {
  const given = "cf4eb9c29fc74af4ade667fcb53633d5 bb235c67dcb44470a45d4e0f94e0ed00 abc";
  program
    .command("grant")
    .description("give a user a user name at an offering")
    .argument("<offering>", "its uuid", uuid)
    .argument("<user>", "their uuid, as puhuri team shows it", uuid)
    .argument("<user-name>", "the name they log in by on your cluster")
    .dryRunOption()
    .examples(`puhuri grant ${given}`, `puhuri grant ${given} --dry-run`)
    .action(async (offering: string, user: string, username: string, { dryRun = false }: WriteOptions) => {
      requireTrimmed("user name", username);
      const { offeringUsers } = await connect(world);
      const granted = `the user name ${username}`;
      if (!dryRun) {
        const { outcome, state, duplicates } = await offeringUsers.ensure({ offering, user, username });
        const also = [
          ...(state === undefined ? [] : [`state ${state}`]),
          ...(duplicates > 0 ? [`${duplicates} more offering users of the same user`] : []),
        ];
        const more = also.length > 0 ? ` (${also.join("; ")})` : "";
        world.stdout.write(`${user} has ${granted}: ${outcome}${more}.\n`);
        return;
      }
      await checkWrite((call) => offeringUsers.ensure({ offering, user, username }, call));
      const filters = { offering_uuid: offering, user_uuid: user, o: "-created" } as const;
      const [now] = await offeringUsers.list(filters).toArray({ limit: 1 });
      const before = now?.username ? `whose user name is ${visible(now.username)}` : "who has none";
      const what =
        now?.username === username ? ` has ${granted} already` : `, ${before}, would have ${granted}`;
      world.stdout.write(`${user}${what}.\n`);
    });
}

/** A space at an end is most likely a slip, as in "$SLURM_ACCOUNT ": nothing on the cluster has such a name. */
function requireTrimmed(what: string, name: string): void {
  if (name !== name.trim()) throw new UsageError(`The ${what} begins or ends with a space.`);
}
