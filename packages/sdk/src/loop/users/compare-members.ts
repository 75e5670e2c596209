import type { OfferingUser, Resource, TeamMember } from "@puhuri/api-types";
import type { PuhuriClient } from "../../client.ts";
import type { Call, CallOptions } from "../../http/call.ts";
import { readAll } from "../../list/listing.ts";
import { contextOf } from "../../nouns/context.ts";
import type { Server } from "../../servers/server.ts";
import { wrongArgument } from "../../values/arguments.ts";
import { requireUuid } from "../../values/uuid.ts";
import { byUser } from "./waiting-users.ts";

/** Who is missing on the cluster, and who does not belong there. */
export interface MemberChanges {
  /** User names that belong to the allocation and are not there. */
  readonly add: readonly string[];
  /** User names that are there and do not belong to it. */
  readonly remove: readonly string[];
  /** Members who have no user name yet: see `processOfferingUsers`. */
  readonly unnamed: readonly TeamMember[];
}

/**
 * Compares the user names that an allocation has on the cluster with those that should be there. Changes nothing.
 *
 * Members of the project belong to the allocation unless they are restricted, and on 8.x servers so do its service
 * accounts and course accounts. Nobody belongs to a Terminated allocation. Names that may be about to appear or
 * disappear are in neither list: those of members whose offering user is not OK, of service accounts of whole
 * organizations, and of service or course accounts that are Erred. Safe to repeat, since it only reads: three to seven
 * requests.
 *
 * @param namesOnCluster - The user names that the allocation has on the cluster now, without those of your own staff.
 * @throws {InvalidArgumentError} `namesOnCluster` is not an iterable of strings; nothing was sent.
 * @throws {NotFoundError} There is no such allocation, or this token may not see it.
 * @example
 * const { add, remove } = await compareMembers(puhuri, resourceUuid, ["alice", "bob"]);
 * console.log(add, remove);
 * @see provider_resources_team_list, provider_offerings_list_project_service_accounts_list, provider_offerings_list_course_accounts_list
 */
export async function compareMembers(
  puhuri: PuhuriClient,
  resourceUuid: string,
  namesOnCluster: Iterable<string>,
  options: CallOptions = {},
): Promise<MemberChanges> {
  const { http, provider } = contextOf(puhuri);
  const uuid = requireUuid(resourceUuid, "resourceUuid");
  const present = requireNames(namesOnCluster);
  const call = http.begin(options);
  const api = await provider.resolve(call);
  const row: Partial<Resource> = await api.resources.get(uuid, COLUMNS, call);
  const { state, offering_uuid = "", project_uuid = "" } = row;
  if (state === "Terminated") return { add: [], remove: present, unnamed: [] };
  const team = await api.resources.team(uuid, call);
  const query = { filters: { offering_uuid }, columns: USER_COLUMNS };
  const rows: readonly Partial<OfferingUser>[] = await readAll(api.offeringUsers.listing, query, call);
  const users = byUser(rows);
  const shared =
    (await api.release(call)) === "8.x" ? await sharedOf(api, offering_uuid, project_uuid, call) : [];

  const names = new Map<string, Belonging>(shared);
  const unnamed: TeamMember[] = [];
  for (const member of team) {
    const user = users.get(member.uuid);
    const username = user?.username || member.offering_user_username || "";
    if (username === "") unnamed.push(member);
    else if (user?.is_restricted !== true) names.set(username, isOk(user?.state) ? "belongs" : "left-alone");
  }
  return {
    add: [...names.keys()].filter((name) => names.get(name) === "belongs" && !present.includes(name)),
    remove: present.filter((name) => !names.has(name)),
    unnamed,
  };
}

type Belonging = "belongs" | "left-alone";

const COLUMNS = ["uuid", "state", "offering_uuid", "project_uuid"];

/** On servers without states, all offering users are in use. */
function isOk(state = "OK"): boolean {
  return state === "OK";
}

const USER_COLUMNS = ["uuid", "user_uuid", "username", "state", "is_restricted"];

/** A service account or a course account. */
interface SharedRow {
  readonly username?: string | null;
  readonly state?: string;
  readonly project_uuid?: string;
}

async function sharedOf(
  { offeringUsers }: Server,
  offeringUuid: string,
  projectUuid: string,
  call: Call,
): Promise<[string, Belonging][]> {
  const read = async (kind: "project_service" | "customer_service" | "course") => {
    const listing = offeringUsers.shared(kind, offeringUuid);
    const rows: SharedRow[] = await readAll(listing, { filters: {}, columns: undefined }, call);
    const isOfProject = kind !== "customer_service";
    return rows.flatMap(({ username, state, project_uuid }): [string, Belonging][] => {
      if (!username || state === "Closed" || (isOfProject && project_uuid !== projectUuid)) return [];
      return [[username, isOfProject && state === "OK" ? "belongs" : "left-alone"]];
    });
  };
  // If a name is in several of these lists, the last one counts.
  return [...(await read("customer_service")), ...(await read("project_service")), ...(await read("course"))];
}

function requireNames(names: Iterable<string>): readonly string[] {
  const list =
    typeof names === "object" && names !== null && Symbol.iterator in names ? [...names] : undefined;
  if (list?.every((name) => typeof name === "string")) return [...new Set(list)];
  throw wrongArgument("namesOnCluster", "must be an array, a set, or another iterable of user names");
}
