import type { Command } from "commander";
import { UsageError } from "../exit-codes.ts";
import { examples } from "../output/examples.ts";
import { visible } from "../output/terminal.ts";
import { allocationUuid } from "../server/allocation-name.ts";
import { connect } from "../server/connect.ts";
import type { World } from "../world.ts";
import { type WriteOptions, withWriteOptions } from "../writes/options.ts";

export function addLink(program: Command, world: World): void {
  const command = program
    .command("link")
    .description("link an allocation to your own id of it, such as its Slurm account")
    .argument("<allocation>", "its uuid, or the backend id it has now")
    .argument("<backend-id>", 'at most 255 characters; "" unlinks it')
    .addHelpText(
      "after",
      examples(
        "puhuri link a1916bd53fd04b1ab1a4e700c926607b hpc-17",
        "puhuri link hpc-1 hpc-17 --dry-run",
        'puhuri link hpc-1 ""',
      ),
    )
    .action(async (name: string, backendId: string, { dryRun = false }: WriteOptions) => {
      // Most likely a slip, as in "$SLURM_ACCOUNT ": nothing on the cluster has such a name.
      if (backendId !== backendId.trim()) throw new UsageError("The backend id begins or ends with a space.");
      const puhuri = connect(world);
      const uuid = await allocationUuid(puhuri, name);
      if (dryRun) {
        const { backend_id } = await puhuri.resources.get(uuid, { fields: ["backend_id"] });
        const linked = `linked to "${backendId}"`;
        const what =
          backend_id === backendId
            ? `is ${linked} already`
            : `would be ${linked}, not "${visible(backend_id)}"`;
        world.stdout.write(`${uuid} ${what}.\n`);
        return;
      }
      await puhuri.resources.setBackendId(uuid, backendId);
      world.stdout.write(`${uuid} is linked to "${backendId}".\n`);
    });
  withWriteOptions(command);
}
