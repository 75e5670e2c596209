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
  const isAutomatic = Object(plugin_options).offering_user_auto_deletion === true;
  const isTold = isAutomatic || !asked.findsLeavers;
  const release = await (await provider.resolve(call)).release(call);
  if (release === "8.x") return byStates(asked, isTold, options);
  const users = await list(asked, undefined, options);
  // An 8.x server that shows no allocation is taken for an older one.
  const hasStates = users.some(({ state }) => state !== undefined);
  return hasStates ? byStates(asked, isTold, options) : byTeams(asked, users, options);
}

async function list(
  { puhuri, offering_uuid }: Asked,
  state: readonly OfferingUserState[] | undefined,
  { signal, retry }: CallOptions,
): Promise<UserAtOffering[]> {
  const query = { offering_uuid, state, fields: userColumns };
  const rows = await puhuri.offeringUsers.list(query, { signal, retry }).toArray();
  return rows.map((row) => ({ ...row, username: row.username ?? "" }));
}

/** On 8.x servers offering users say themselves what they wait for; that a member has left only where the offering wants it so. */
async function byStates(
  asked: Asked,
  isTold: boolean,
  options: CallOptions,
): Promise<readonly WaitingUser[]> {
  const { puhuri, offering_uuid } = asked;
  const users = await list(asked, [...TO_CREATE, ...TO_DELETE, ...(isTold ? [] : IN_USE)], options);
  const teams = isTold ? undefined : await Teams.of(puhuri, offering_uuid, options);
  const members = await teams?.members();
  return users.flatMap((user): WaitingUser[] => {
    if (isToDelete(user.state)) return [{ kind: "remove", user }];
    if (teams !== undefined && members?.has(user.user_uuid) === false)
      return [{ kind: "remove", user, teams }];
    return isToCreate(user.state) ? [{ kind: "create", user }] : [];
  });
}

/** On older servers the teams say who should have one, and the offering users who has. */
async function byTeams(
  { puhuri, offering_uuid, findsLeavers }: Asked,
  users: readonly UserAtOffering[],
  options: CallOptions,
): Promise<readonly WaitingUser[]> {
  const teams = await Teams.of(puhuri, offering_uuid, options);
  const members = await teams.members();
  const known = new Map<string, UserAtOffering>();
  for (const user of users) {
    // Of several, which 2021 servers allow, the one with a name counts.
    if (user.username !== "" || !known.has(user.user_uuid)) known.set(user.user_uuid, user);
  }
  const waiting: WaitingUser[] = [];
  for (const [user_uuid, { member, isReady }] of members) {
    const { username, full_name: user_full_name, email: user_email } = member;
    const user = known.get(user_uuid);
    known.delete(user_uuid);
    if (!isReady || (user !== undefined && user.username !== "")) continue;
    const told = {
      user_username: username,
      user_full_name,
      ...(user_email === undefined ? {} : { user_email }),
    };
    waiting.push({ kind: "create", user: { user_uuid, username: "", ...user, ...told } });
  }
  if (findsLeavers) for (const user of known.values()) waiting.push({ kind: "remove", user, teams });
  return waiting;
}
