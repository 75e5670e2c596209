import type { OfferingUserState, TeamMember } from "@puhuri/api-types";
import type { PuhuriClient } from "../../client.ts";
import type { CallOptions } from "../../http/call.ts";
import type { Context } from "../../nouns/context.ts";
import { liveStates } from "../../servers/states.ts";
import { readOffering } from "../pass.ts";
import type { UserAtOffering } from "./handlers.ts";

/** Somebody who waits for a provider. */
export interface WaitingUser {
  readonly kind: "create" | "remove";
  readonly user: UserAtOffering;
  /** They are in no team any more, but the server has not requested the deletion: by now they may be members again. */
  readonly isMissing?: boolean;
}

const TO_CREATE: readonly OfferingUserState[] = [
  "Requested",
  "Creating",
  "Pending account linking",
  "Pending additional validation",
];
const TO_DELETE: readonly OfferingUserState[] = ["Requested deletion", "Deleting"];

/** Users in these states may have left, too, if the server does not request deletions by itself. */
const IN_USE: readonly OfferingUserState[] = ["OK", "Error creating"];

export function isToCreate(state: string | undefined): boolean {
  return TO_CREATE.some((known) => known === state);
}

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

/** An offering, and the client that sees it. */
export interface Site {
  readonly puhuri: PuhuriClient;
  readonly offering_uuid: string;
}

/**
 * Reads who waits at an offering.
 *
 * @param findsLeavers - Whether to look for users who have left, which may take a request for each project.
 */
export async function waitingUsers(
  { http, provider }: Context,
  site: Site,
  findsLeavers: boolean,
  options: CallOptions,
): Promise<readonly WaitingUser[]> {
  const { plugin_options } = await readOffering(site.puhuri, site.offering_uuid, options);
  const isAutomatic = Object(plugin_options).offering_user_auto_deletion === true;
  const asksTeams = findsLeavers && !isAutomatic;
  const call = http.begin(options);
  const release = await (await provider.resolve(call)).release(call);
  if (release === "8.x") return byStates(site, asksTeams, options);
  const users = await list(site, undefined, options);
  // An 8.x server that shows no allocation counts as an older one.
  const hasStates = users.some(({ state }) => state !== undefined);
  return hasStates ? byStates(site, asksTeams, options) : byTeams(site, users, findsLeavers, options);
}

async function list(
  { puhuri, offering_uuid }: Site,
  state: readonly OfferingUserState[] | undefined,
  { signal, retry }: CallOptions,
): Promise<UserAtOffering[]> {
  const query = { offering_uuid, state, fields: userColumns };
  const rows = await puhuri.offeringUsers.list(query, { signal, retry }).toArray();
  return rows.map((row) => ({ ...row, username: row.username ?? "" }));
}

/** On 8.x servers the states of offering users say what they wait for, and the teams who has left. */
async function byStates(
  site: Site,
  asksTeams: boolean,
  options: CallOptions,
): Promise<readonly WaitingUser[]> {
  const users = await list(site, [...TO_CREATE, ...TO_DELETE, ...(asksTeams ? IN_USE : [])], options);
  const members = asksTeams ? await readMembers(site, options) : undefined;
  return users.flatMap((user): WaitingUser[] => {
    if (isToDelete(user.state)) return [{ kind: "remove", user }];
    if (members?.has(user.user_uuid) === false) return [{ kind: "remove", user, isMissing: true }];
    return isToCreate(user.state) ? [{ kind: "create", user }] : [];
  });
}

/** On older servers the teams say who should have a user name, and the offering users who has one. */
async function byTeams(
  site: Site,
  users: readonly UserAtOffering[],
  findsLeavers: boolean,
  options: CallOptions,
): Promise<readonly WaitingUser[]> {
  const members = await readMembers(site, options);
  const known = byUser(users);
  const waiting = [...members].flatMap(([user_uuid, { member, isReady }]): WaitingUser[] => {
    const user = known.get(user_uuid);
    if (!isReady || (user !== undefined && user.username !== "")) return [];
    const { username: user_username, full_name: user_full_name, email } = member;
    const shown = { user_username, user_full_name, ...(email === undefined ? {} : { user_email: email }) };
    return [{ kind: "create", user: { user_uuid, username: "", ...user, ...shown } }];
  });
  const left = findsLeavers ? [...known.values()].filter((user) => !members.has(user.user_uuid)) : [];
  return [...waiting, ...left.map((user): WaitingUser => ({ kind: "remove", user, isMissing: true }))];
}

/** Offering users by user. A 2021 server allows several of one user: then one with a user name counts. */
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

/** Somebody who may use an offering. */
interface Member {
  readonly member: TeamMember;
  /** Whether an allocation of their project was accepted: before that they get no login. */
  readonly isReady: boolean;
}

/** Reads who may use an offering, by their uuid: the teams of all projects that have an allocation of it. */
export async function readMembers(
  { puhuri, offering_uuid }: Site,
  options: CallOptions,
): Promise<ReadonlyMap<string, Member>> {
  const { signal, retry } = options;
  // A project has the same team for all of its allocations.
  const projects = new Map<string, { readonly uuid: string; readonly isReady: boolean }>();
  const query = { offering_uuid, state: liveStates, fields: ["uuid", "project_uuid", "state"] } as const;
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
