import type { Provider } from "../dialects/provider.ts";
import type { OfferingUserRequest, ProviderApi } from "../dialects/provider-api.ts";
import { BadRequestError, ConflictError, ExchangeError } from "../errors.ts";
import type { Call } from "../http/call.ts";

/** An account that is there now. */
export interface EnsuredOfferingUser {
  readonly outcome: "created" | "updated" | "unchanged";
  readonly username: string;
  /** The account's uuid, on servers that give it one. */
  readonly uuid?: string;
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
  call: Call,
): Promise<EnsuredOfferingUser> {
  const api = await provider.resolve(call);
  const found = await find(api, request, call);
  if (found !== undefined) return adopt(api, found, request, call);
  try {
    const { uuid, username } = await api.offeringUsers.create(request, call);
    return {
      outcome: "created",
      duplicates: 0,
      username: username ?? "",
      ...(uuid === undefined ? {} : { uuid }),
    };
  } catch (error) {
    if (!mayExistNow(error)) throw error;
    // Somebody was faster, or the answer was lost: if the account is there now, it is what was wanted.
    const created = await find(api, request, call).catch(() => {
      throw error;
    });
    if (created === undefined) throw error;
    return adopt(api, created, request, call);
  }
}

interface FoundAccount {
  readonly uuid: string | undefined;
  readonly username: string;
  readonly duplicates: number;
}

/** The account with the wanted username if there is one, else the newest. */
async function find(
  api: ProviderApi,
  request: OfferingUserRequest,
  call: Call,
): Promise<FoundAccount | undefined> {
  const { listing } = api.offeringUsers;
  const { rows } = await listing.page(
    {
      offering_uuid: request.offeringUuid,
      user_uuid: request.userUuid,
      page_size: 100,
      o: "-created",
      ...(listing.selectable ? { field: ["uuid", "username"] } : {}),
    },
    call,
  );
  const accounts = rows.map((row: { uuid?: string; username?: string | null }) => ({
    uuid: row.uuid,
    username: row.username ?? "",
  }));
  const account = accounts.find(({ username }) => username === request.username) ?? accounts[0];
  return account && { ...account, duplicates: accounts.length - 1 };
}

async function adopt(
  api: ProviderApi,
  { uuid, username, duplicates }: FoundAccount,
  request: OfferingUserRequest,
  call: Call,
): Promise<EnsuredOfferingUser> {
  const known = { duplicates, ...(uuid === undefined ? {} : { uuid }) };
  if (request.username === undefined || request.username === username) {
    return { outcome: "unchanged", username, ...known };
  }
  await api.offeringUsers.setUsername(uuid ?? "", request.username, call);
  return { outcome: "updated", username: request.username, ...known };
}

/** A refusal may mean "exists already": as 400, as 409, or, when two come at once, as 500. */
function mayExistNow(error: unknown): boolean {
  return (
    error instanceof BadRequestError ||
    error instanceof ConflictError ||
    (error instanceof ExchangeError && error.maybeApplied)
  );
}
