import { InvalidTransitionError, NotFoundError } from "../errors.ts";
import type { Call } from "../http/call.ts";
import { readAll } from "../list/listing-pages.ts";
import type { Provider } from "../servers/detect.ts";
import type { OfferingUserRequest, Server } from "../servers/server.ts";
import type { Pacing } from "../set-state/poller.ts";
import { settle } from "../set-state/settle.ts";

/** An account that is there now. */
export interface EnsuredOfferingUser {
  readonly outcome: "created" | "updated" | "unchanged";
  readonly username: string;
  /** The account's uuid, on servers that give it one. */
  readonly uuid?: string;
  /**
   * The account's state, on servers that give it one, such as `Error creating`: only an `OK` one is in use. A name that it
   * has already does not change its state.
   */
  readonly state?: string;
  /** Further accounts of the same user at the same offering, which only a 2021 server allows. */
  readonly duplicates: number;
}

/**
 * Finds the user's account at the offering and gives it the username, or creates it.
 *
 * Current servers make an account with an empty username for every project member, so finding comes first.
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
 * Creates the account. After a lost answer it looks, and where the server keeps a second account of the same user out,
 * sends it again: what was thought lost may still arrive.
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

/** Columns of an account; a 2021 server gives it no uuid. */
interface AccountRow {
  readonly uuid?: string;
  readonly username?: string | null;
  readonly state?: string;
}

/** The account with the wanted username if there is one, else the newest. */
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

/** Newest servers keep the accounts they delete, and no username brings them back. */
function requireAlive({ state = "" }: AccountRow): void {
  if (!ENDING.includes(state)) return;
  throw new InvalidTransitionError(
    `The user has an account at the offering that is being deleted (${state}). Finish that by offeringUsers.setState() or ` +
      "processOfferingUsers(); the server requests it anew, or gives it back, once the user is a member again.",
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
