import type { OfferingUserState } from "@puhuri/api-types";
import type { PuhuriClient } from "../../client.ts";
import type { CallOptions } from "../../http/call.ts";
import type { Context } from "../../nouns/context.ts";
import { noSuchOffering } from "../process-allocations.ts";
import type { UserAtOffering } from "./handlers.ts";
import { Teams } from "./teams.ts";

/** Somebody who waits for a provider. */
export interface WaitingUser {
  readonly kind: "create" | "remove";
  readonly user: UserAtOffering;
  /** The teams, if it is they that tell that the user has left, and not the server. */
  readonly teams?: Teams;
}

const TO_CREATE: readonly OfferingUserState[] = [
  "Requested",
  "Creating",
  "Pending account linking",
  "Pending additional validation",
];
const TO_DELETE: readonly OfferingUserState[] = ["Requested deletion", "Deleting"];

/** Whoever has left is looked for among these, too, where the server does not look itself. */
const IN_USE: readonly OfferingUserState[] = ["OK", "Error creating"];

/** Whether a login is to be made. */
export function isToCreate(state: string | undefined): boolean {
  return TO_CREATE.some((known) => known === state);
}

/** Whether a login is to be taken away. */
export function isToDelete(state: string | undefined): boolean {
  return TO_DELETE.some((known) => known === state);
}

export const userColumns = [
  "uuid",
  "user_uuid",
  "username",
  "state",
  "user_username",
  "user_full_name",
  "user_email",
] as const;

/** What is asked, and by whom. */
interface Asked {
  readonly puhuri: PuhuriClient;
  readonly offering_uuid: string;
  /** Whether those who left are looked for: that takes a request for each project. */
  readonly findsLeavers: boolean;
}

/** Who waits at an offering. */
export async function waitingUsers(
  { http, provider }: Context,
  asked: Asked,
  options: CallOptions,
): Promise<readonly WaitingUser[]> {
  const { puhuri, offering_uuid } = asked;
  const call = http.begin(options);
  const { plugin_options } = await puhuri.offerings
    .get(offering_uuid, { fields: ["plugin_options"] }, options)
    .catch((error: unknown) => {
      throw noSuchOffering(error) ?? error;
    });
  const release = await (await provider.resolve(call)).release(call);
  if (release !== "8.x") return byTeams(asked, options);
  const isAutomatic = Object(plugin_options).offering_user_auto_deletion === true;
  return byStates(asked, isAutomatic || !asked.findsLeavers, options);
}

/** On 8.x servers offering users say themselves what they wait for; that a member has left only where the offering wants it so. */
async function byStates(
  { puhuri, offering_uuid }: Asked,
  isTold: boolean,
  options: CallOptions,
): Promise<readonly WaitingUser[]> {
  const { signal, retry } = options;
  const state = [...TO_CREATE, ...TO_DELETE, ...(isTold ? [] : IN_USE)];
  const rows = await puhuri.offeringUsers
    .list({ offering_uuid, state, fields: userColumns }, { signal, retry })
    .toArray();
  const teams = isTold ? undefined : await Teams.of(puhuri, offering_uuid, options);
  const members = await teams?.members();
  return rows.flatMap((row): WaitingUser[] => {
    const user = { ...row, username: row.username ?? "" };
    if (isToDelete(row.state)) return [{ kind: "remove", user }];
    if (teams !== undefined && members?.has(row.user_uuid) === false)
      return [{ kind: "remove", user, teams }];
    return isToCreate(row.state) ? [{ kind: "create", user }] : [];
  });
}

/** On older servers the teams say who should have one, and the offering users who has. */
async function byTeams(
  { puhuri, offering_uuid, findsLeavers }: Asked,
  options: CallOptions,
): Promise<readonly WaitingUser[]> {
  const { signal, retry } = options;
  const teams = await Teams.of(puhuri, offering_uuid, options);
  const members = await teams.members();
  const rows = new Map<string, UserAtOffering>();
  for await (const row of puhuri.offeringUsers.list({ offering_uuid }, { signal, retry })) {
    // Of several, which 2021 servers allow, the one with a name counts.
    if (row.username || !rows.has(row.user_uuid)) rows.set(row.user_uuid, rowOf(row));
  }
  const waiting: WaitingUser[] = [];
  for (const [user_uuid, { member, isReady }] of members) {
    const known = rows.get(user_uuid);
    rows.delete(user_uuid);
    if (!isReady || (known !== undefined && known.username !== "")) continue;
    const { username: user_username, full_name: user_full_name, email: user_email } = member;
    const told = { user_username, user_full_name, ...(user_email === undefined ? {} : { user_email }) };
    waiting.push({ kind: "create", user: { user_uuid, username: "", ...known, ...told } });
  }
  if (findsLeavers) for (const user of rows.values()) waiting.push({ kind: "remove", user, teams });
  return waiting;
}

/** A row with the columns that handlers get. */
function rowOf(row: {
  readonly user_uuid: string;
  readonly uuid?: string;
  readonly username?: string | null;
}): UserAtOffering {
  const { user_uuid, uuid, username } = row;
  return { user_uuid, username: username ?? "", ...(uuid === undefined ? {} : { uuid }) };
}
