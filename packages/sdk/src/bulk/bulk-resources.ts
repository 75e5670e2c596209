import type { Context } from "../nouns/context.ts";
import { Resources } from "../nouns/resources.ts";
import type { BulkSource, OnlyKnown } from "./bulk-options.ts";
import type { BulkRun } from "./bulk-run.ts";
import { checkBulk } from "./check-bulk.ts";
import { LazyRun } from "./lazy-run.ts";
import type { BackendIdItem, BackendIdOutcome, SetBackendIdManyOptions } from "./set-backend-id-many.ts";
import type { SetStateManyOptions, StateItem, StateOutcome } from "./set-state-many.ts";

const COUNTS = { changed: 0, unchanged: 0, failed: 0 };

/** Allocations made on a provider's offerings, one by one and in bulk: `puhuri.resources`. */
export class BulkResources extends Resources {
  readonly #context: Context;

  /** @internal */
  constructor(context: Context) {
    super(context);
    this.#context = context;
  }

  /**
   * Brings many allocations to a state, as `setState` does with one.
   *
   * Yields what became of each as it is done; one failure never stops the rest. Safe to run again. Those that are so
   * already are found in listings, where that takes fewer requests than looking at each.
   *
   * @param source - An array, a generator, or anything else to iterate over. Read no further ahead than `concurrency`.
   * @throws {InvalidArgumentError} The source is not iterable, or an option is not what it should be. Nothing was sent.
   * @throws The signal's `reason` while iterating, when the caller aborted; or what the source throws.
   * @example
   * const run = puhuri.resources.setStateMany([{ resource: resourceUuid, state: "ok" }]);
   * for await (const { input, outcome } of run) console.log(input.resource, outcome);
   * @see resources_set_state_by_provider, orders_*; guide: "Approving/rejecting allocations"
   */
  setStateMany<Item extends StateItem>(
    source: BulkSource<OnlyKnown<Item, StateItem>>,
    options: SetStateManyOptions<Item> = {},
  ): BulkRun<StateOutcome<Item>> {
    checkBulk(this.#context, source, options, { offering_uuid: true });
    return new LazyRun<StateOutcome<Item>>(COUNTS, async () => {
      const { setStateMany } = await import("./set-state-many.ts");
      return setStateMany(this.#context, this, source, options);
    });
  }

  /**
   * Links many allocations to the provider's own ids, as `setBackendId` does with one.
   *
   * Yields what became of each as it is done; one failure never stops the rest. Safe to run again: `unchanged` are those
   * that a listing showed to be linked already, which is read where it takes fewer requests than sending each.
   *
   * @param source - An array, a generator, or anything else to iterate over. Read no further ahead than `concurrency`.
   * @throws {InvalidArgumentError} The source is not iterable, or an option is not what it should be. Nothing was sent.
   * @throws The signal's `reason` while iterating, when the caller aborted; or what the source throws.
   * @example
   * const run = puhuri.resources.setBackendIdMany([{ resource: resourceUuid, backend_id: "slurm-account-17" }]);
   * console.log((await run.finish()).failures);
   * @see resources_set_backend_id, provider_resources_set_backend_id; guide: "Updating resource allocation with local reference"
   */
  setBackendIdMany<Item extends BackendIdItem>(
    source: BulkSource<OnlyKnown<Item, BackendIdItem>>,
    options: SetBackendIdManyOptions<Item> = {},
  ): BulkRun<BackendIdOutcome<Item>> {
    checkBulk(this.#context, source, options, { offering_uuid: true });
    return new LazyRun<BackendIdOutcome<Item>>(COUNTS, async () => {
      const { setBackendIdMany } = await import("./set-backend-id-many.ts");
      return setBackendIdMany(this.#context, this, source, options);
    });
  }
}
