import type { OfferingUser } from "@puhuri/api-types";
import { InvalidTransitionError, NotFoundError } from "../errors.ts";
import type { Call } from "../http/call.ts";
import { readAll } from "../list/listing.ts";
import type { Provider } from "../servers/detect.ts";
import type { OfferingUserRequest, Server } from "../servers/server.ts";
import type { Pacing } from "../set-state/poll.ts";
import { settle } from "../set-state/settle.ts";

/** The offering user, and whether it was there before. */
export interface EnsuredOfferingUser {
  readonly outcome: "created" | "updated" | "unchanged";
  readonly username: string;
  /** The offering user's uuid, on servers that give it one. */
  readonly uuid?: string;
  /**
   * The offering user's state, on servers that have states, such as `Error creating`: only one that is `OK` is in use. If
   * it had the user name already, its state stays as it is.
   */
  readonly state?: string;
  /** How many further offering users the user has at the offering, which only a 2021 server allows. */
  readonly duplicates: number;
}

/**
 * Finds the offering user and gives it the user name, or creates it.
 *
 * Current servers create an offering user without a user name for every project member, so finding comes first.
 */
export async function ensureOfferingUser(
  provider: Provider,
  request: OfferingUserRequest,
  pacing: Pacing,
  call: Call,
): Promise<EnsuredOfferingUser> {
  const api = await provider.resolve(call);
  const found = await find(api, request, call);
  if (found !== undefined) {
    try {
      return await adopt(api, found, request, call);
    } catch (error) {
      // It was deleted a moment ago: create it again.
      if (!(error instanceof NotFoundError)) throw error;
    }
  }
  return create(api, request, pacing, call);
}

/**
 * Creates the offering user. After a lost answer it looks whether it exists. It tries again only where the server refuses
 * a second one, since the first request may still arrive.
 */
async function create(
  api: Server,
  request: OfferingUserRequest,
  pacing: Pacing,
  call: Call,
): Promise<EnsuredOfferingUser> {
  const settled = await settle(
    {
      send: () => api.offeringUsers.create(request, call),
      read: () => find(api, request, call),
      isSettled: (found) => found !== undefined,
      mayRepeat: api.offeringUsers.onePerUser,
    },
    pacing,
    call,
  );
  if ("sent" in settled) return resultOf("created", settled.sent, 0);
  const { seen, mayBeOurs, error } = settled;
  if (seen === undefined) throw error;
  const ensured = await adopt(api, seen, request, call);
  return mayBeOurs ? { ...ensured, outcome: "created" } : ensured;
}

/** On a 2021 server it has neither uuid nor state. */
type Row = Partial<Pick<OfferingUser, "uuid" | "username" | "state">>;

interface Found extends Row {
  readonly duplicates: number;
}

/** The offering user with the wanted user name if there is one, else the newest. */
async function find(api: Server, request: OfferingUserRequest, call: Call): Promise<Found | undefined> {
  const { listing } = api.offeringUsers;
  const filters = { offering_uuid: request.offeringUuid, user_uuid: request.userUuid, o: "-created" };
  const columns = listing.selectable ? ["uuid", "username", "state"] : undefined;
  const rows: readonly Row[] = await readAll(listing, { filters, columns }, call);
  const row = rows.find(({ username }) => (username ?? "") === request.username) ?? rows[0];
  if (row === undefined) return undefined;
  requireAlive(row);
  return { ...row, duplicates: rows.length - 1 };
}

const ENDING: readonly string[] = ["Requested deletion", "Deleting", "Deleted", "Error deleting"];

/** 8.x servers keep deleted offering users, and a new user name does not bring them back. */
function requireAlive({ state = "" }: Row): void {
  if (!ENDING.includes(state)) return;
  throw new InvalidTransitionError(
    `The offering user exists, but is being deleted (${state}). Finish that with offeringUsers.setState() or ` +
      "processOfferingUsers(). Once the user is back in the project, the server requests it again or restores it.",
    { from: state, to: "OK" },
  );
}

async function adopt(
  api: Server,
  found: Found,
  { username }: OfferingUserRequest,
  call: Call,
): Promise<EnsuredOfferingUser> {
  const { uuid, duplicates } = found;
  if (username === undefined || username === found.username) return resultOf("unchanged", found, duplicates);
  const row = await api.offeringUsers.setUsername(uuid ?? "", username, call);
  return resultOf("updated", { uuid, username, state: row?.state }, duplicates);
}

function resultOf(
  outcome: EnsuredOfferingUser["outcome"],
  { uuid, username, state }: { readonly [Column in keyof Row]: Row[Column] | undefined },
  duplicates: number,
): EnsuredOfferingUser {
  return {
    outcome,
    username: username ?? "",
    duplicates,
    ...(uuid === undefined ? {} : { uuid }),
    ...(state === undefined ? {} : { state }),
  };
}
