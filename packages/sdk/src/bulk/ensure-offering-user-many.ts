import type { PuhuriClient } from "../client.ts";
import type { ListOptions } from "../list/methods.ts";
import type { Paginated } from "../list/paginated.ts";
import type { OfferingUserInput } from "../nouns/offering-users.ts";
import type { EnsuredOfferingUser } from "../users/ensure-offering-user.ts";
import { accountName } from "../values/account-name.ts";
import type { KeysOf } from "../values/arguments.ts";
import { uuidOfReference } from "../values/uuid.ts";
import { convergeMany } from "./converge-many.ts";
import type { BulkItem, BulkOptions, BulkSource, OnlyKnown } from "./items.ts";
import { type FactListing, pagesOf } from "./listed-facts.ts";
import type { BulkOutcome, BulkRun } from "./outcomes.ts";

/** A user name to give to a user. */
export interface AccountItem extends OfferingUserInput, BulkItem {}

/** What became of one user's name. */
export type AccountOutcome<Item extends AccountItem = AccountItem> = BulkOutcome<Item, EnsuredOfferingUser>;

/** How user names are ensured in bulk. */
export interface EnsureOfferingUserManyOptions<Item extends AccountItem = AccountItem>
  extends BulkOptions<AccountOutcome<Item>> {}

const KEYS: KeysOf<AccountItem> = { offering: true, user: true, username: true, tag: true };

/**
 * Makes sure that many users have their user names, as `offeringUsers.ensure` does for one.
 *
 * Yields what became of each as it is done; one failure never stops the rest. Safe to run again. Offering users that are
 * there already are found in the listings of their offerings, where that takes fewer requests than looking for each.
 *
 * @param source - An array, a generator, or anything else to iterate over. Read no further ahead than `concurrency`.
 * @throws {InvalidArgumentError} The source is not iterable, or an option is wrong. Nothing was sent.
 * @throws The signal's `reason` while iterating, when the caller aborted; or what the source throws.
 * @example
 * const run = ensureOfferingUserMany(puhuri, [{ offering: offeringUuid, user: userUuid, username: "abc" }]);
 * for await (const { input, outcome } of run) console.log(input.username, outcome);
 * @see offering_users_list, offering_users_create, offering_users_update
 */
export function ensureOfferingUserMany<Item extends AccountItem>(
  puhuri: PuhuriClient,
  source: BulkSource<OnlyKnown<Item, AccountItem>>,
  options: EnsureOfferingUserManyOptions<Item> = {},
): BulkRun<AccountOutcome<Item>> {
  return convergeMany<Item, OfferingUserInput, string, readonly ListedAccount[], EnsuredOfferingUser>(
    puhuri,
    {
      counts: { created: 0, updated: 0, unchanged: 0, failed: 0 },
      keys: KEYS,
      check: ({ offering, user, username }) => ({
        offering: uuidOfReference(offering, "offering"),
        user: uuidOfReference(user, "user"),
        username: username === undefined ? undefined : accountName(username, { blank: false }),
      }),
      keyOf: ({ offering, user }) => keyOf(offering, user),
      listingOf: ({ offering }) => offering,
      list: (offering_uuid, _server, listOptions) => listAccounts(puhuri, offering_uuid, listOptions),
      converge: async (wanted, known, callOptions) =>
        foundIn(known?.fact ?? [], wanted) ?? puhuri.offeringUsers.ensure(wanted, callOptions),
    },
    source,
    options,
    {},
  );
}

/** An offering user as the listing of the offering shows it. */
interface ListedAccount {
  readonly uuid?: string | undefined;
  readonly username?: string | null | undefined;
  readonly state?: string | undefined;
}

function keyOf(offering: string, user: string): string {
  return `${offering} ${user}`;
}

/** Lists the offering users at an offering, by user. */
function listAccounts(
  { offeringUsers }: PuhuriClient,
  offering_uuid: string,
  options: ListOptions,
): FactListing<readonly ListedAccount[]> {
  const fields = ["user_uuid", "uuid", "username", "state"] as const;
  const list: Paginated<ListedAccount & { readonly user_uuid: string }> = offeringUsers.list(
    { offering_uuid, fields },
    options,
  );
  return {
    savedPerItem: 1,
    countRequests: async () => pagesOf(await list.count()),
    async read() {
      const accounts = new Map<string, ListedAccount[]>();
      for await (const { user_uuid, ...account } of list) {
        const key = keyOf(offering_uuid, user_uuid);
        accounts.set(key, [...(accounts.get(key) ?? []), account]);
      }
      return accounts;
    },
  };
}

/** Whether the user has the user name already; the newest one if any will do. */
function foundIn(
  accounts: readonly ListedAccount[],
  { username }: OfferingUserInput,
): EnsuredOfferingUser | undefined {
  const account = accounts.findLast((it) => username === undefined || (it.username ?? "") === username);
  // On its way, or being deleted: that is for a closer look.
  if (account === undefined || (account.state ?? "OK") !== "OK") return undefined;
  return {
    outcome: "unchanged",
    username: account.username ?? "",
    duplicates: accounts.length - 1,
    ...(account.uuid === undefined ? {} : { uuid: account.uuid }),
    ...(account.state === undefined ? {} : { state: account.state }),
  };
}
