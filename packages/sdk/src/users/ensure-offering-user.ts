import { InvalidTransitionError, NotFoundError } from "../errors.ts";
import type { Call } from "../http/call.ts";
import { readAll } from "../list/listing-pages.ts";
import type { Provider } from "../servers/detect.ts";
import type { OfferingUserRequest, Server } from "../servers/server.ts";
import type { Pacing } from "../set-state/poller.ts";
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
  if ("sent" in settled) {
    const { uuid, username, state } = settled.sent;
    return resultOf("created", { uuid, username: username ?? "", state, duplicates: 0 });
  }
  const { seen, mayBeOurs, error } = settled;
  if (seen === undefined) throw error;
  const ensured = await adopt(api, seen, request, call);
  return mayBeOurs ? { ...ensured, outcome: "created" } : ensured;
}

interface FoundAccount {
  readonly uuid: string | undefined;
  readonly username: string;
  readonly state: string | undefined;
  readonly duplicates: number;
}

/** Columns of an offering user; a 2021 server gives it no uuid. */
interface AccountRow {
  readonly uuid?: string;
  readonly username?: string | null;
  readonly state?: string;
}

/** The offering user with the wanted user name if there is one, else the newest. */
async function find(
  api: Server,
  request: OfferingUserRequest,
  call: Call,
): Promise<FoundAccount | undefined> {
  const { listing } = api.offeringUsers;
  const filters = { offering_uuid: request.offeringUuid, user_uuid: request.userUuid, o: "-created" };
  const columns = listing.selectable ? ["uuid", "username", "state"] : undefined;
  const accounts: readonly AccountRow[] = await readAll(listing, { filters, columns }, call);
  const account = accounts.find(({ username }) => (username ?? "") === request.username) ?? accounts[0];
  if (account === undefined) return undefined;
  requireAlive(account);
  const { uuid, username, state } = account;
  return { uuid, username: username ?? "", state, duplicates: accounts.length - 1 };
}

const ENDING: readonly string[] = ["Requested deletion", "Deleting", "Deleted", "Error deleting"];

/** 8.x servers keep the offering users they delete, and no user name brings them back. */
function requireAlive({ state = "" }: AccountRow): void {
  if (!ENDING.includes(state)) return;
  throw new InvalidTransitionError(
    `The offering user exists, but is being deleted (${state}). Finish that with offeringUsers.setState() or ` +
      "processOfferingUsers(). Once the user is a project member again, the server requests it anew or restores it.",
    { from: state, to: "OK" },
  );
}

async function adopt(
  api: Server,
  found: FoundAccount,
  { username }: OfferingUserRequest,
  call: Call,
): Promise<EnsuredOfferingUser> {
  if (username === undefined || username === found.username) return resultOf("unchanged", found);
  const row = await api.offeringUsers.setUsername(found.uuid ?? "", username, call);
  return resultOf("updated", { ...found, username, state: row?.state });
}

function resultOf(
  outcome: EnsuredOfferingUser["outcome"],
  { uuid, username, state, duplicates }: FoundAccount,
): EnsuredOfferingUser {
  return {
    outcome,
    username,
    duplicates,
    ...(uuid === undefined ? {} : { uuid }),
    ...(state === undefined ? {} : { state }),
  };
}
