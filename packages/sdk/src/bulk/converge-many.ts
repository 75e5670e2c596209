import type { PuhuriClient } from "../client.ts";
import type { CallOptions } from "../http/call.ts";
import { attempt, KeyedQueue } from "../http/call.ts";
import type { Clock } from "../http/clock.ts";
import type { ListOptions } from "../list/methods.ts";
import { contextOf } from "../nouns/context.ts";
import type { Server } from "../servers/server.ts";
import { requireKeys, requireObject } from "../values/arguments.ts";
import {
  type BulkOptions,
  type BulkOutcome,
  type BulkRun,
  type BulkSource,
  type Counts,
  checkRunOptions,
  requireSource,
} from "./bulk-run.ts";
import { WindowedRun } from "./windowed-run.ts";

/** A write that may be repeated, done to many items: a listing tells which of them it would change nothing of. */
export interface Convergence<Input, Item, Fact, Result extends { readonly outcome: string }> {
  /** Every outcome there is, with 0. */
  readonly counts: Counts<BulkOutcome<Input, Result>>;
  /** Every key an item may have. */
  readonly keys: Readonly<Record<string, unknown>>;
  /** Checks an item before anything is asked. */
  check(input: Input, options: CallOptions): Item | Promise<Item>;
  /** What it is about: several items about the same take turns, and are the same in the listing. */
  keyOf(item: Item): string;
  /** The name of the listing that tells of it. */
  listingOf(item: Item): string;
  /** That listing. */
  list(item: Item, api: Server, options: ListOptions): FactListing<Fact>;
  /** Sees to it that the item is so. What a listing told of it, if anything, may be some minutes old. */
  converge(item: Item, fact: Known<Fact> | undefined, options: CallOptions): Promise<Result>;
}

/** A listing that tells of many items at once what would take requests of their own. */
export interface FactListing<Fact> {
  /** Requests for one item that a fact about it saves. */
  readonly savedPerItem: number;
  /** What is read, to be counted first where it is not known to pay. */
  readonly lists: readonly { count(): Promise<number> }[];
  /** Reads all of it: facts by the key of the item. */
  read(): Promise<Map<string, Fact>>;
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
export function convergeMany<Input extends object, Item, Fact, Result extends { readonly outcome: string }>(
  puhuri: PuhuriClient,
  work: Convergence<Input, Item, Fact, Result>,
  source: BulkSource<Input>,
  options: Settings<Input, Result>,
  own: Readonly<Record<string, unknown>>,
  turns = new KeyedQueue(),
): BulkRun<BulkOutcome<Input, Result>> {
  const context = contextOf(puhuri);
  requireSource(source);
  checkRunOptions(context, options, own);
  const { http, provider } = context;
  const { timeoutMs, retry, concurrency, offering_uuid } = options;
  const listings = new Map<string, ListedFacts<Fact>>();

  /** How listings are read: to their end, however long that takes. */
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

/** The most rows that servers give at once; sparse ones cost them about a millisecond each. */
const PAGE_SIZE = 300;

/** Facts get old: others write, too. Reading them again may not take more than a tenth of the time, though. */
const MAX_AGE_MS = 60_000;
const MAX_AGE_IN_READINGS = 10;

/** Few requests are sent without asking how many the listing would take: it takes one or two itself. */
const FREE_REQUESTS = 4;

/**
 * Facts from a listing, each used once: of an item that comes again nothing is known but what its first turn has made.
 *
 * It is read as soon as it would have taken fewer requests than the items that have come so far, which never costs much
 * more than twice the best. Where it cannot be read, items have to be asked about one by one.
 */
export class ListedFacts<Fact> {
  readonly #listing: FactListing<Fact>;
  readonly #clock: Clock;
  #facts: Map<string, Fact> | undefined;
  #readAt = Number.NEGATIVE_INFINITY;
  #expiresAt = Number.NEGATIVE_INFINITY;
  #reading: Promise<void> | undefined;
  /** Keys that were changed while the listing was read: what it tells of them may be older than that. */
  readonly #changed = new Set<string>();
  /** Whether it is known that reading it is worth it. */
  readonly #pays: boolean;
  /** Requests spent on single items. */
  #spent = 0;
  /** Requests the listing takes. */
  #cost: Promise<number> | undefined;
  #failed = false;

  /** @param pays - Whether it is known that reading it is worth it, for many items are to come. */
  constructor(listing: FactListing<Fact>, pays: boolean, clock: Clock) {
    this.#listing = listing;
    this.#clock = clock;
    this.#pays = pays;
  }

  /** What the listing tells of an item; undefined where it has to be asked about singly. */
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

  /** Whether they are as young as they can be where reading them takes no time. */
  get isFresh(): boolean {
    return this.#clock.now() <= this.#readAt + MAX_AGE_MS;
  }

  /** To be called when an item's turn is over: what was read of it before does not hold any more. */
  forget(key: string): void {
    this.#facts?.delete(key);
    if (this.#reading !== undefined) this.#changed.add(key);
  }

  async #isCheaperSingly(): Promise<boolean> {
    if (this.#pays) return false;
    if (this.#spent >= FREE_REQUESTS) {
      this.#cost ??= this.#countRequests().catch(() => 0);
      const cost = await this.#cost;
      // Others have waited for it, too, and spent meanwhile.
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
      // Nothing is lost by it: whatever is wrong comes up again with the single items, where it can be told.
      this.#failed = true;
    }
    this.#changed.clear();
    this.#reading = undefined;
  }
}
