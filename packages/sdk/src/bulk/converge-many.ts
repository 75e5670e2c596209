import type { PuhuriClient } from "../client.ts";
import type { CallOptions } from "../http/call.ts";
import { attempt, KeyedQueue } from "../http/call.ts";
import type { Clock } from "../http/clock.ts";
import type { ListOptions } from "../list/methods.ts";
import { contextOf } from "../nouns/context.ts";
import type { Server } from "../servers/server.ts";
import { requireKeys, requireObject } from "../values/arguments.ts";
import {
  type AllocationBulkOptions,
  type BulkOutcome,
  type BulkRun,
  type BulkSource,
  type Counts,
  checkRunOptions,
  requireSource,
} from "./bulk-run.ts";
import { WindowedRun } from "./windowed-run.ts";

/** A write that can be repeated, for many items. A listing shows which of them need none. */
export interface Convergence<Input, Item, Fact, Result extends { readonly outcome: string }> {
  /** Every possible outcome, with 0. */
  readonly counts: Counts<BulkOutcome<Input, Result>>;
  /** Every key an item may have. */
  readonly keys: Readonly<Record<string, unknown>>;
  /** Checks an item before anything is read for it. */
  check(input: Input, options: CallOptions): Item | Promise<Item>;
  /** What it is about, as in the listing. Items with the same key wait for each other. */
  keyOf(item: Item): string;
  /** The name of the listing that shows it. */
  listingOf(item: Item): string;
  /** That listing. */
  list(item: Item, api: Server, options: ListOptions): FactListing<Fact>;
  /** Writes the item, unless nothing has to change. What a listing showed of it may be some minutes old. */
  converge(item: Item, fact: Known<Fact> | undefined, options: CallOptions): Promise<Result>;
}

/** A listing that shows for many items at once what would otherwise take requests for each. */
export interface FactListing<Fact> {
  /** How many requests a fact saves for its item. */
  readonly savedPerItem: number;
  /** The lists to read. Their rows are counted first, unless reading them is known to pay. */
  readonly lists: readonly { count(): Promise<number> }[];
  /** Reads all of it: facts by the key of the item. */
  read(): Promise<Map<string, Fact>>;
}

/** What a listing showed of an item. */
export interface Known<Fact> {
  readonly fact: Fact;
  /** Whether that is less than a minute old. */
  readonly isFresh: boolean;
}

/**
 * @param own - The options that only this operation takes.
 * @param turns - Turns shared with others, by the same keys.
 */
export function convergeMany<Input extends object, Item, Fact, Result extends { readonly outcome: string }>(
  puhuri: PuhuriClient,
  work: Convergence<Input, Item, Fact, Result>,
  source: BulkSource<Input>,
  options: AllocationBulkOptions<BulkOutcome<Input, Result>>,
  own: Readonly<Record<string, unknown>>,
  turns = new KeyedQueue(),
): BulkRun<BulkOutcome<Input, Result>> {
  const context = contextOf(puhuri);
  requireSource(source);
  checkRunOptions(context, options, own);
  const { http, provider } = context;
  const { timeoutMs, retry, concurrency, offering_uuid } = options;
  const listings = new Map<string, ListedFacts<Fact>>();

  /** The listing for an item. It has no timeout, since many items wait for it. */
  function factsOf(item: Item, api: Server, signal: AbortSignal): ListedFacts<Fact> {
    const name = work.listingOf(item);
    const known = listings.get(name);
    if (known !== undefined) return known;
    const listing = work.list(item, api, { signal, retry, concurrency, pageSize: PAGE_SIZE });
    const facts = new ListedFacts(listing, offering_uuid !== undefined, http.clock);
    listings.set(name, facts);
    return facts;
  }

  async function converge(item: Item, callOptions: CallOptions, signal: AbortSignal): Promise<Result> {
    const key = work.keyOf(item);
    try {
      const facts = factsOf(item, await provider.resolve(http.begin(callOptions)), signal);
      const fact = await facts.take(key);
      const known = fact === undefined ? undefined : { fact, isFresh: facts.isFresh };
      return await work.converge(item, known, callOptions);
    } finally {
      // Other listings may show it too.
      for (const facts of listings.values()) facts.forget(key);
    }
  }

  async function task(input: Input, index: number, signal: AbortSignal): Promise<BulkOutcome<Input, Result>> {
    try {
      requireObject(input, "item");
      requireKeys(input, work.keys, "item");
      // Before it waits for its turn: by then the caller may have changed the object.
      const callOptions = { signal, timeoutMs, retry };
      const item = await work.check(input, callOptions);
      // Without a timeout, but not beyond the end of the run.
      const wait = (before: Promise<unknown>) => attempt(() => before, Number.POSITIVE_INFINITY, signal);
      const result = await turns.run(work.keyOf(item), wait, () => converge(item, callOptions, signal));
      return { outcome: result.outcome, input, index, result };
    } catch (error) {
      // The run was stopped, which says nothing about the item.
      if (signal.aborted) throw error;
      return { outcome: "failed", input, index, error };
    }
  }

  return new WindowedRun<Input, BulkOutcome<Input, Result>>({ source, counts: work.counts, task }, options);
}

/** The most rows that servers give at once; sparse ones cost them about a millisecond each. */
const PAGE_SIZE = 300;

/** Facts get old, since others write too. But reading them may take no more than a tenth of the run. */
const MAX_AGE_MS = 60_000;
const MAX_AGE_IN_READINGS = 10;

/** So many requests are sent before the rows of the listing are counted, which takes one or two itself. */
const FREE_REQUESTS = 4;

/**
 * Facts from a listing, each used once: when the same item comes again, it has been written since.
 *
 * The listing is read as soon as it would have taken fewer requests than the items so far, which never costs much more
 * than twice the best. If it cannot be read, each item is asked about by itself.
 */
export class ListedFacts<Fact> {
  readonly #listing: FactListing<Fact>;
  readonly #clock: Clock;
  #facts: Map<string, Fact> | undefined;
  #readAt = Number.NEGATIVE_INFINITY;
  #expiresAt = Number.NEGATIVE_INFINITY;
  #reading: Promise<void> | undefined;
  /** Keys written while the listing was being read: what it shows of them may be older. */
  readonly #changed = new Set<string>();
  /** Whether many items will come, so that reading the listing is known to pay. */
  readonly #pays: boolean;
  /** Requests spent on single items. */
  #spent = 0;
  /** Requests the listing takes. */
  #cost: Promise<number> | undefined;
  #failed = false;

  constructor(listing: FactListing<Fact>, pays: boolean, clock: Clock) {
    this.#listing = listing;
    this.#clock = clock;
    this.#pays = pays;
  }

  /** What the listing shows of an item; undefined if that has to be read for the item alone. */
  async take(key: string): Promise<Fact | undefined> {
    if (this.#clock.now() > this.#expiresAt) this.#facts = undefined;
    if (this.#facts === undefined && !this.#failed) {
      if (this.#reading === undefined && (await this.#isCheaperSingly())) return undefined;
      this.#reading ??= this.#read();
      await this.#reading;
    }
    const fact = this.#facts?.get(key);
    this.#facts?.delete(key);
    return fact;
  }

  /** Whether reading them began less than a minute ago. */
  get isFresh(): boolean {
    return this.#clock.now() <= this.#readAt + MAX_AGE_MS;
  }

  /** To call when an item is done: what was read of it before is out of date. */
  forget(key: string): void {
    this.#facts?.delete(key);
    if (this.#reading !== undefined) this.#changed.add(key);
  }

  async #isCheaperSingly(): Promise<boolean> {
    if (this.#pays) return false;
    if (this.#spent >= FREE_REQUESTS) {
      this.#cost ??= this.#countRequests().catch(() => 0);
      const cost = await this.#cost;
      // Other items may have spent requests in the meantime.
      if (this.#spent >= cost) return false;
    }
    this.#spent += this.#listing.savedPerItem;
    return true;
  }

  async #countRequests(): Promise<number> {
    const rows = await Promise.all(this.#listing.lists.map((list) => list.count()));
    return rows.reduce((sum, count) => sum + (Math.ceil(count / PAGE_SIZE) || 1), 0);
  }

  async #read(): Promise<void> {
    const startedAt = this.#clock.now();
    try {
      const facts = await this.#listing.read();
      for (const key of this.#changed) facts.delete(key);
      const tookMs = this.#clock.now() - startedAt;
      this.#readAt = startedAt;
      this.#expiresAt = startedAt + Math.max(MAX_AGE_MS, tookMs * MAX_AGE_IN_READINGS);
      this.#facts = facts;
    } catch {
      // Nothing is lost: the single items meet the same problem, and report it.
      this.#failed = true;
    }
    this.#changed.clear();
    this.#reading = undefined;
  }
}
