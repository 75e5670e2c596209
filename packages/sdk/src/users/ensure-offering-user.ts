import { InvalidTransitionError, NotFoundError } from "../errors.ts";
import type { Call } from "../http/call.ts";
import { readAll } from "../list/listing.ts";
import type { Provider } from "../servers/detect.ts";
import type { OfferingUserRequest, Server } from "../servers/server.ts";
import type { Pacing } from "../set-state/poll.ts";
import { settle } from "../set-state/settle.ts";

/** An offering user that exists now, and what was done to get there. */
export interface EnsuredOfferingUser {
  readonly outcome: "created" | "updated" | "unchanged";
  readonly username: string;
  /** The offering user's uuid, on servers that give it one. */
  readonly uuid?: string;
  /**
   * The offering user's state, on servers that keep one, such as `Error creating`: only one that is `OK` is in use. If it
   * has the user name already, its state stays as it is.
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
      // Deleted a moment ago: then it can be created.
      if (!(error instanceof NotFoundError)) throw error;
    }
  }
  return create(api, request, pacing, call);
}

/**
 * Creates the offering user. After a lost answer it looks whether it exists, and sends the creation again only where the
 * server refuses a second one: the first request may still arrive.
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

/** What is read of an offering user; a 2021 server gives it neither uuid nor state. */
interface OfferingUserRow {
  readonly uuid?: string;
  readonly username?: string | null;
  readonly state?: string;
}

interface Found extends OfferingUserRow {
  readonly duplicates: number;
}

/** The offering user with the wanted user name if there is one, else the newest. */
async function find(api: Server, request: OfferingUserRequest, call: Call): Promise<Found | undefined> {
  const { listing } = api.offeringUsers;
  const filters = { offering_uuid: request.offeringUuid, user_uuid: request.userUuid, o: "-created" };
  const columns = listing.selectable ? ["uuid", "username", "state"] : undefined;
  const rows: readonly OfferingUserRow[] = await readAll(listing, { filters, columns }, call);
  const row = rows.find(({ username }) => (username ?? "") === request.username) ?? rows[0];
  if (row === undefined) return undefined;
  requireAlive(row);
  return { ...row, duplicates: rows.length - 1 };
}

const ENDING: readonly string[] = ["Requested deletion", "Deleting", "Deleted", "Error deleting"];

/** 8.x servers keep the offering users they delete, and no user name brings them back. */
function requireAlive({ state = "" }: OfferingUserRow): void {
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
  {
    uuid,
    username,
    state,
  }: { uuid?: string | undefined; username?: string | null; state?: string | undefined },
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
