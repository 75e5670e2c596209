import type { OfferingUserState, TeamMember } from "@puhuri/api-types";
import type { PuhuriClient } from "../../client.ts";
import type { CallOptions } from "../../http/call.ts";
import type { Context } from "../../nouns/context.ts";
import { readOffering } from "../pass.ts";
import type { UserAtOffering } from "./handlers.ts";

/** Somebody who waits for a provider. */
export interface WaitingUser {
  readonly kind: "create" | "remove";
  readonly user: UserAtOffering;
  /** The teams say that they have left, not the server: by now they may be members again. */
  readonly isToldByTeams?: boolean;
}

const TO_CREATE: readonly OfferingUserState[] = [
  "Requested",
  "Creating",
  "Pending account linking",
  "Pending additional validation",
];
const TO_DELETE: readonly OfferingUserState[] = ["Requested deletion", "Deleting"];

/** Users who have left are looked for among these too, if the server does not do that itself. */
const IN_USE: readonly OfferingUserState[] = ["OK", "Error creating"];

/** Whether to create a login. */
export function isToCreate(state: string | undefined): boolean {
  return TO_CREATE.some((known) => known === state);
}

/** Whether to take a login away. */
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

/** Which server to ask, and about what. */
interface Asked {
  readonly puhuri: PuhuriClient;
  readonly offering_uuid: string;
  /** Whether to look for users who have left, which takes a request for each project. */
  readonly findsLeavers: boolean;
}

/** Reads who waits at an offering. */
export async function waitingUsers(
  { http, provider }: Context,
  asked: Asked,
  options: CallOptions,
): Promise<readonly WaitingUser[]> {
  const { puhuri, offering_uuid, findsLeavers } = asked;
  const { plugin_options } = await readOffering(puhuri, offering_uuid, options);
  const isAutomatic = Object(plugin_options).offering_user_auto_deletion === true;
  const asksTeams = findsLeavers && !isAutomatic;
  const call = http.begin(options);
  const release = await (await provider.resolve(call)).release(call);
  if (release === "8.x") return byStates(asked, asksTeams, options);
  const users = await list(asked, undefined, options);
  // An 8.x server that shows no allocation counts as an older one.
  const hasStates = users.some(({ state }) => state !== undefined);
  return hasStates ? byStates(asked, asksTeams, options) : byTeams(asked, users, options);
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

/**
 * On 8.x servers the state of an offering user says what it waits for, but says that a member has left only if the
 * offering has that option.
 */
async function byStates(
  asked: Asked,
  asksTeams: boolean,
  options: CallOptions,
): Promise<readonly WaitingUser[]> {
  const users = await list(asked, [...TO_CREATE, ...TO_DELETE, ...(asksTeams ? IN_USE : [])], options);
  const members = asksTeams ? await readMembers(asked, options) : undefined;
  return users.flatMap((user): WaitingUser[] => {
    if (isToDelete(user.state)) return [{ kind: "remove", user }];
    if (members?.has(user.user_uuid) === false) return [{ kind: "remove", user, isToldByTeams: true }];
    return isToCreate(user.state) ? [{ kind: "create", user }] : [];
  });
}

/** On older servers the teams say who should have one, and the offering users who has. */
async function byTeams(
  asked: Asked,
  users: readonly UserAtOffering[],
  options: CallOptions,
): Promise<readonly WaitingUser[]> {
  const members = await readMembers(asked, options);
  const known = byUser(users);
  const waiting = [...members].flatMap(([user_uuid, { member, isReady }]): WaitingUser[] => {
    const user = known.get(user_uuid);
    if (!isReady || (user !== undefined && user.username !== "")) return [];
    const { username: user_username, full_name: user_full_name, email } = member;
    const told = { user_username, user_full_name, ...(email === undefined ? {} : { user_email: email }) };
    return [{ kind: "create", user: { user_uuid, username: "", ...user, ...told } }];
  });
  const left = asked.findsLeavers ? [...known.values()].filter((user) => !members.has(user.user_uuid)) : [];
  return [...waiting, ...left.map((user): WaitingUser => ({ kind: "remove", user, isToldByTeams: true }))];
}

/**
 * Offering users by the user. Of several of the same one, which a 2021 server allows, the one with a user name counts.
 */
export function byUser<Row extends { readonly user_uuid?: string; readonly username?: string | null }>(
  rows: readonly Row[],
): Map<string, Row> {
  const users = new Map<string, Row>();
  for (const row of rows) {
    const { user_uuid = "" } = row;
    if (row.username || !users.has(user_uuid)) users.set(user_uuid, row);
  }
  return users;
}

const LIVE = ["Creating", "OK", "Erred", "Updating", "Terminating"] as const;

/** Somebody who uses an offering. */
interface Member {
  readonly member: TeamMember;
  /** Whether they should have a login: not before an allocation of their project was accepted. */
  readonly isReady: boolean;
}

/** Reads who uses an offering, by their uuid: the team of each project that has something of it. */
export async function readMembers(
  { puhuri, offering_uuid }: Pick<Asked, "puhuri" | "offering_uuid">,
  options: CallOptions,
): Promise<ReadonlyMap<string, Member>> {
  const { signal, retry } = options;
  // A project has the same team for all of its allocations.
  const projects = new Map<string, { readonly uuid: string; readonly isReady: boolean }>();
  const query = { offering_uuid, state: LIVE, fields: ["uuid", "project_uuid", "state"] } as const;
  for await (const { uuid, project_uuid, state } of puhuri.resources.list(query, { signal, retry })) {
    const isReady = state !== "Creating" || projects.get(project_uuid)?.isReady === true;
    projects.set(project_uuid, { uuid, isReady });
  }
  const members = new Map<string, Member>();
  for (const { uuid, isReady } of projects.values()) {
    for (const member of await puhuri.resources.team(uuid, options)) {
      members.set(member.uuid, { member, isReady: isReady || members.get(member.uuid)?.isReady === true });
    }
  }
  return members;
}
