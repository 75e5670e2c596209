import type { PuhuriClient } from "@puhuri/sdk";
import { compareMembers } from "@puhuri/sdk/loop";
import { z } from "zod";
import { errorFields } from "../log.ts";
import { callProgram, type Programs } from "./program.ts";

/** What `members` prints: the user names that the allocation has on the cluster. */
export const present = z.object({ members: z.array(z.string()) });

const columns = ["uuid", "name", "state", "backend_id", "project_uuid"] as const;

/**
 * Keeps the users of each allocation on the cluster in step with the members of its project. The program says who they
 * are. If they differ, it runs again with those to add and to remove. One failure does not stop the others.
 *
 * @returns Whether all went well.
 */
export async function keepMembers(
  puhuri: PuhuriClient,
  programs: Programs,
  onFailure: (error: unknown) => void,
  signal: AbortSignal,
): Promise<boolean> {
  const { uuid: offering_uuid, dryRun } = programs.offering;
  const query = { offering_uuid, state: ["OK", "Updating"], fields: columns } as const;
  let isComplete = true;
  for (const allocation of await puhuri.resources.list(query, { signal }).toArray()) {
    if (allocation.backend_id === "") continue;
    signal.throwIfAborted();
    const about = { allocation: allocation.uuid };
    try {
      const { members } = await callProgram(
        programs,
        "members",
        { allocation, add: [], remove: [] },
        present,
      );
      const { add, remove } = await compareMembers(puhuri, allocation.uuid, members, { signal });
      if (add.length + remove.length === 0) continue;
      const change = { ...about, add: add.join(" "), remove: remove.join(" "), dry_run: dryRun || undefined };
      signal.throwIfAborted();
      if (!dryRun) await callProgram(programs, "members", { allocation, add, remove }, present);
      programs.log("info", dryRun ? "members would be changed" : "members changed", change);
    } catch (error) {
      if (signal.aborted) throw error;
      isComplete = false;
      onFailure(error);
      programs.log("error", "members failed", { ...about, ...errorFields(error) });
    }
  }
  return isComplete;
}
