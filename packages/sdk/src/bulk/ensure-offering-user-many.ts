import type { PuhuriClient } from "../client.ts";
import type { ListOptions } from "../list/methods.ts";
import type { Paginated } from "../list/paginated.ts";
import type { OfferingUserInput } from "../nouns/offering-users.ts";
import type { EnsuredOfferingUser } from "../users/ensure-offering-user.ts";
import { type KeysOf, userName } from "../values/arguments.ts";
import { uuidOfReference } from "../values/uuid.ts";
import type { BulkItem, BulkOptions, BulkOutcome, BulkRun, BulkSource, OnlyKnown } from "./bulk-run.ts";
import { convergeMany, type FactListing } from "./converge-many.ts";

/** A user name to give to a user. */
export interface UserNameItem extends OfferingUserInput, BulkItem {}

const KEYS: KeysOf<UserNameItem> = { offering: true, user: true, username: true, tag: true };

/**
 * Makes sure that many users have their user names, as `offeringUsers.ensure` does for one.
 *
 * @throws {InvalidArgumentError} The source is not iterable, or an option is wrong. Nothing was sent.
 * @example
 * const run = ensureOfferingUserMany(puhuri, [{ offering: offeringUuid, user: userUuid, username: "abc" }]);
 * for await (const { input, outcome } of run) console.log(input.username, outcome);
 * @see offering_users_list, offering_users_create, offering_users_update
 */
export function ensureOfferingUserMany<Item extends UserNameItem>(
  puhuri: PuhuriClient,
  source: BulkSource<OnlyKnown<Item, UserNameItem>>,
  options: BulkOptions<BulkOutcome<Item, EnsuredOfferingUser>> = {},
): BulkRun<BulkOutcome<Item, EnsuredOfferingUser>> {
  return convergeMany<Item, OfferingUserInput, readonly ListedOfferingUser[], EnsuredOfferingUser>(
    puhuri,
    {
      counts: { created: 0, updated: 0, unchanged: 0, failed: 0 },
      keys: KEYS,
      check: ({ offering, user, username }) => ({
        offering: uuidOfReference(offering, "offering"),
        user: uuidOfReference(user, "user"),
        username: username === undefined ? undefined : userName(username, { blank: false }),
      }),
      keyOf: ({ offering, user }) => keyOf(offering, user),
      listingOf: ({ offering }) => offering,
      list: ({ offering }, _api, listOptions) => listOfferingUsers(puhuri, offering, listOptions),
      converge: async (wanted, known, callOptions) =>
        foundIn(known?.fact ?? [], wanted) ?? puhuri.offeringUsers.ensure(wanted, callOptions),
    },
    source,
    options,
    {},
  );
}

/** An offering user as the listing of the offering shows it. */
interface ListedOfferingUser {
  readonly uuid?: string | undefined;
  readonly username?: string | null | undefined;
  readonly state?: string | undefined;
}

function keyOf(offering: string, user: string): string {
  return `${offering} ${user}`;
}

/** Lists the offering users at an offering, by user. */
function listOfferingUsers(
  { offeringUsers }: PuhuriClient,
  offering_uuid: string,
  options: ListOptions,
): FactListing<readonly ListedOfferingUser[]> {
  const fields = ["user_uuid", "uuid", "username", "state"] as const;
  const list: Paginated<ListedOfferingUser & { readonly user_uuid: string }> = offeringUsers.list(
    { offering_uuid, fields },
    options,
  );
  return {
    savedPerItem: 1,
    lists: [list],
    async read() {
      const listed = new Map<string, ListedOfferingUser[]>();
      for await (const { user_uuid, ...row } of list) {
        const key = keyOf(offering_uuid, user_uuid);
        listed.set(key, [...(listed.get(key) ?? []), row]);
      }
      return listed;
    },
  };
}

/** The result, if the user has the user name already. If no name is wanted, the newest offering user will do. */
function foundIn(
  rows: readonly ListedOfferingUser[],
  { username }: OfferingUserInput,
): EnsuredOfferingUser | undefined {
  const found = rows.findLast((row) => username === undefined || (row.username ?? "") === username);
  // One that is being created or deleted needs a closer look.
  if (found === undefined || (found.state ?? "OK") !== "OK") return undefined;
  return {
    outcome: "unchanged",
    username: found.username ?? "",
    duplicates: rows.length - 1,
    ...(found.uuid === undefined ? {} : { uuid: found.uuid }),
    ...(found.state === undefined ? {} : { state: found.state }),
  };
}
