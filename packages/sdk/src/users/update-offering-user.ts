import { type RuntimeState, runtimeStates } from "@puhuri/api-types";
import type { Call } from "../http/call.ts";
import type { Server } from "../servers/server.ts";
import { afterWrites } from "../set-state/settle.ts";
import {
  requireFlag,
  requireItems,
  requireKeys,
  requireObject,
  requireOneOf,
  userName,
} from "../values/arguments.ts";

/** What a provider can change of an offering user. */
export interface OfferingUserChanges {
  /** The user name, at most 100 characters; `""` takes it away. On 8.x servers a new one makes the offering user OK. */
  readonly username?: string | undefined;
  /** Whether the user is kept out for now. */
  readonly is_restricted?: boolean | undefined;
  /** Whether the user can use it now, and if not, what they have to do first. */
  readonly runtime_state?: RuntimeState | undefined;
}

/**
 * Checks the changes before anything is sent.
 *
 * @throws {InvalidArgumentError} There are none, or a value is wrong.
 */
export function checkChanges(changes: OfferingUserChanges): OfferingUserChanges {
  requireObject(changes, "changes");
  requireKeys(changes, { username: true, is_restricted: true, runtime_state: true }, "changes");
  const { username, is_restricted, runtime_state } = changes;
  requireItems(
    Object.values(changes).filter((value) => value !== undefined),
    "changes",
  );
  if (is_restricted !== undefined) requireFlag(is_restricted, "is_restricted");
  if (runtime_state !== undefined) requireOneOf(runtime_state, runtimeStates, "runtime_state");
  const name = username === undefined ? undefined : userName(username, { blank: true });
  return { username: name, is_restricted, runtime_state };
}

/** Makes each change by a request of its own. Safe to repeat. */
export async function updateOfferingUser(
  { offeringUsers }: Server,
  uuid: string,
  { username, is_restricted, runtime_state }: OfferingUserChanges,
  call: Call,
): Promise<void> {
  let hasWritten = false;
  const write = async (send: Promise<unknown>) => {
    await send;
    hasWritten = true;
  };
  try {
    if (username !== undefined) await write(offeringUsers.setUsername(uuid, username, call));
    if (is_restricted !== undefined) await write(offeringUsers.setRestricted(uuid, is_restricted, call));
    if (runtime_state !== undefined) await write(offeringUsers.setRuntimeState(uuid, runtime_state, call));
  } catch (error) {
    throw hasWritten ? afterWrites(error, "Other changes of this call have been made.") : error;
  }
}
