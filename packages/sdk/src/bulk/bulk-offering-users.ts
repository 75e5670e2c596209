import type { Context } from "../nouns/context.ts";
import { OfferingUsers } from "../nouns/offering-users.ts";
import type { BulkSource, OnlyKnown } from "./bulk-options.ts";
import type { BulkRun } from "./bulk-run.ts";
import { checkBulk } from "./check-bulk.ts";
import type { AccountItem, AccountOutcome, EnsureManyOptions } from "./ensure-many.ts";
import { LazyRun } from "./lazy-run.ts";

const COUNTS = { created: 0, updated: 0, unchanged: 0, failed: 0 };

/** Accounts of users at a provider's offerings, one by one and in bulk: `puhuri.offeringUsers`. */
export class BulkOfferingUsers extends OfferingUsers {
  readonly #context: Context;

  /** @internal */
  constructor(context: Context) {
    super(context);
    this.#context = context;
  }

  /**
   * Makes sure that many users have their accounts, as `ensure` does for one.
   *
   * Yields what became of each as it is done; one failure never stops the rest. Safe to run again. Accounts that are
   * there already are found in the listings of their offerings, where that takes fewer requests than looking for each.
   *
   * @param source - An array, a generator, or anything else to iterate over. Read no further ahead than `concurrency`.
   * @throws {InvalidArgumentError} The source is not iterable, or an option is not what it should be. Nothing was sent.
   * @throws The signal's `reason` while iterating, when the caller aborted; or what the source throws.
   * @example
   * const run = puhuri.offeringUsers.ensureMany([{ offering: offeringUuid, user: userUuid, username: "abc" }]);
   * for await (const { input, outcome } of run) console.log(input.username, outcome);
   * @see offering_users_list, offering_users_create, offering_users_update
   */
  ensureMany<Item extends AccountItem>(
    source: BulkSource<OnlyKnown<Item, AccountItem>>,
    options: EnsureManyOptions<Item> = {},
  ): BulkRun<AccountOutcome<Item>> {
    checkBulk(this.#context, source, options);
    return new LazyRun<AccountOutcome<Item>>(COUNTS, async () => {
      const { ensureMany } = await import("./ensure-many.ts");
      return ensureMany(this.#context, this, source, options);
    });
  }
}
