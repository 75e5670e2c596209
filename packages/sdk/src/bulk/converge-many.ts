import type { PuhuriClient } from "../client.ts";
import type { CallOptions } from "../http/call.ts";
import { attempt, KeyedQueue } from "../http/call.ts";
import type { ListOptions } from "../list/methods.ts";
import { contextOf } from "../nouns/context.ts";
import type { Server } from "../servers/server.ts";
import { requireKeys, requireObject } from "../values/arguments.ts";
import { type BulkOptions, type BulkSource, checkRunOptions, requireSource } from "./items.ts";
import { type FactListing, ListedFacts, PAGE_SIZE } from "./listed-facts.ts";
import type { BulkOutcome, BulkRun, Counts } from "./outcomes.ts";
import { WindowedRun } from "./windowed-run.ts";

/** A write that may be repeated, done to many items: a listing tells which of them it would change nothing of. */
export interface Convergence<Input, Item, Name, Fact, Result extends { readonly outcome: string }> {
  /** Every outcome there is, with 0. */
  readonly counts: Counts<BulkOutcome<Input, Result>>;
  /** Every key an item may have. */
  readonly keys: Readonly<Record<string, true>>;
  /** Checks an item before anything is asked. */
  check(input: Input, options: CallOptions): Item | Promise<Item>;
  /** What it is about: several items about the same take turns, and are the same in the listing. */
  keyOf(item: Item): string;
  /** The name of the listing that tells of it. */
  listingOf(item: Item): Name;
  list(name: Name, api: Server, options: ListOptions): FactListing<Fact>;
  /** Sees to it that the item is so. What a listing told of it, if anything, may be some minutes old. */
  converge(item: Item, fact: Known<Fact> | undefined, options: CallOptions): Promise<Result>;
}

/** What a listing told. */
export interface Known<Fact> {
  readonly fact: Fact;
  /** Whether that was read just now. */
  readonly isFresh: boolean;
}

interface Settings<Input, Result extends { readonly outcome: string }>
  extends BulkOptions<BulkOutcome<Input, Result>> {
  readonly offering_uuid?: string | undefined;
}

/**
 * @param own - The options that this operation takes besides.
 * @param turns - Where others take turns with it, by the same keys.
 */
export function convergeMany<
  Input extends object,
  Item,
  Name,
  Fact,
  Result extends { readonly outcome: string },
>(
  puhuri: PuhuriClient,
  work: Convergence<Input, Item, Name, Fact, Result>,
  source: BulkSource<Input>,
  options: Settings<Input, Result>,
  own: Readonly<Record<string, true>>,
  turns = new KeyedQueue(),
): BulkRun<BulkOutcome<Input, Result>> {
  const context = contextOf(puhuri);
  requireSource(source);
  checkRunOptions(context, options, own);
  const { http, provider } = context;
  const { timeoutMs, retry, concurrency, offering_uuid } = options;
  const listings = new Map<Name, ListedFacts<Fact>>();

  /** How listings are read: to their end, however long that takes. */
  function factsOf(name: Name, api: Server, signal: AbortSignal): ListedFacts<Fact> {
    const known = listings.get(name);
    if (known !== undefined) return known;
    // A row that slips past while others write is asked about singly: the list need not be proved complete.
    const listing = work.list(name, api, { signal, retry, concurrency, pageSize: PAGE_SIZE });
    const facts = new ListedFacts(listing, offering_uuid !== undefined, http.clock);
    listings.set(name, facts);
    return facts;
  }

  async function converge(item: Item, callOptions: CallOptions, signal: AbortSignal): Promise<Result> {
    const key = work.keyOf(item);
    try {
      const facts = factsOf(work.listingOf(item), await provider.resolve(http.begin(callOptions)), signal);
      const fact = await facts.take(key);
      const known = fact === undefined ? undefined : { fact, isFresh: facts.isFresh };
      return await work.converge(item, known, callOptions);
    } finally {
      // Another item may be about the same, in another of the listings.
      for (const facts of listings.values()) facts.forget(key);
    }
  }

  async function task(input: Input, index: number, signal: AbortSignal): Promise<BulkOutcome<Input, Result>> {
    try {
      requireObject(input, "item");
      requireKeys(input, work.keys, "item");
      // At once: while it waits for its turn, the caller may use the item again for something else.
      const callOptions = { signal, timeoutMs, retry };
      const item = await work.check(input, callOptions);
      // However long the others take, but no longer than the run goes on.
      const wait = (before: Promise<unknown>) => attempt(() => before, Number.POSITIVE_INFINITY, signal);
      const result = await turns.run(work.keyOf(item), wait, () => converge(item, callOptions, signal));
      return { outcome: result.outcome, input, index, result };
    } catch (error) {
      // Broken off, which says nothing of the item.
      if (signal.aborted) throw error;
      return { outcome: "failed", input, index, error };
    }
  }

  return new WindowedRun<Input, BulkOutcome<Input, Result>>({ source, counts: work.counts, task }, options);
}
