import type { Context } from "../nouns/context.ts";
import type { ListOptions } from "../nouns/list.ts";
import type { OfferingUserInput, OfferingUsers } from "../nouns/offering-users.ts";
import type { Paginated } from "../pagination/paginated.ts";
import { accountName } from "../values/account-name.ts";
import { type KeysOf, requireKeys, requireObject } from "../values/arguments.ts";
import { uuidOfReference } from "../values/uuid.ts";
import type { EnsuredOfferingUser } from "../workflows/ensure-offering-user.ts";
import type { BulkItem, BulkOptions, BulkSource } from "./bulk-options.ts";
import { convergeMany } from "./converge-many.ts";
import type { FactListing } from "./listed-facts.ts";
import type { BulkOutcome } from "./outcome.ts";
import { PackedFacts } from "./packed/packed-facts.ts";
import { pagesOf } from "./page-options.ts";

/** An account to give to a user. */
export interface AccountItem extends OfferingUserInput, BulkItem {}

/** What became of one user's account. */
export type AccountOutcome<Item extends AccountItem = AccountItem> = BulkOutcome<Item, EnsuredOfferingUser>;

/** How accounts are ensured in bulk. */
export interface EnsureManyOptions<Item extends AccountItem = AccountItem>
  extends BulkOptions<AccountOutcome<Item>> {}

const KEYS: KeysOf<AccountItem> = { offering: true, user: true, username: true, tag: true };

/** A user's account as the listing of its offering shows it. */
interface ListedAccount {
  readonly uuid?: string | undefined;
  readonly username?: string | null | undefined;
  readonly state?: string | undefined;
}

export function ensureMany<Item extends AccountItem>(
  context: Context,
  offeringUsers: OfferingUsers,
  source: BulkSource<Item>,
  options: EnsureManyOptions<Item>,
) {
  return convergeMany<Item, OfferingUserInput, string, readonly ListedAccount[], EnsuredOfferingUser>(
    context,
    {
      counts: { created: 0, updated: 0, unchanged: 0, failed: 0 },
      check(item) {
        requireObject(item, "item");
        requireKeys(item, KEYS, "item");
        const { username } = item;
        return {
          offering: uuidOfReference(item.offering, "offering"),
          user: uuidOfReference(item.user, "user"),
          username: username === undefined ? undefined : accountName(username, { blank: true }),
        };
      },
      keyOf: ({ offering, user }) => keyOf(offering, user),
      listingOf: ({ offering }) => offering,
      list: (offering, api, listOptions) => {
        const hasUuids = api.offeringUsers.listing.columns.includes("uuid");
        return listedAccounts(offeringUsers, offering, hasUuids, listOptions);
      },
      settled: settledBy,
      act: (wanted, callOptions) => offeringUsers.ensure(wanted, callOptions),
    },
    source,
    options,
    false,
  );
}

function keyOf(offering: string, user: string): string {
  return `${offering} ${user}`;
}

function userOf(key: string): string {
  return key.slice(key.indexOf(" ") + 1);
}

/** Lists the accounts at an offering, by user. */
function listedAccounts(
  offeringUsers: OfferingUsers,
  offering_uuid: string,
  hasUuids: boolean,
  options: ListOptions,
): FactListing<readonly ListedAccount[]> {
  const list = (): Paginated<ListedAccount & { readonly user_uuid: string }> =>
    hasUuids
      ? offeringUsers.list({ offering_uuid, fields: ["user_uuid", "uuid", "username", "state"] }, options)
      : offeringUsers.list({ offering_uuid, fields: ["user_uuid", "username"] }, options);
  return {
    savedPerItem: 1,
    countRequests: async () => pagesOf(await list().count()),
    async read() {
      const accounts = new PackedFacts<readonly ListedAccount[]>();
      for await (const { user_uuid: user, uuid, username, state } of list()) {
        accounts.set(user, [...(accounts.get(user) ?? []), { uuid, username, state }]);
      }
      return {
        get: (key) => accounts.get(userOf(key)),
        delete: (key) => accounts.delete(userOf(key)),
      };
    },
  };
}

/** Whether the user has the account already; the newest one if any will do. */
function settledBy(
  { username }: OfferingUserInput,
  accounts: readonly ListedAccount[],
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
