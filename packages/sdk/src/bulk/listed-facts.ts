import type { Clock } from "../http/clock.ts";

/** A listing that tells of many items at once what would take requests of their own. */
export interface FactListing<Fact> {
  /** Requests for one item that a fact about it saves. */
  readonly savedPerItem: number;
  /** How many requests reading the whole would take. Not asked for where it is known to pay. */
  countRequests(): Promise<number>;
  /** Reads all of it: facts by the key of the item. */
  read(): Promise<Map<string, Fact>>;
}

/** The most rows that servers give at once; sparse ones cost them about a millisecond each. */
export const PAGE_SIZE = 300;

/** Requests it takes to read so many rows. */
export function pagesOf(rows: number): number {
  return Math.ceil(rows / PAGE_SIZE) || 1;
}

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
  #expiresAt = Number.POSITIVE_INFINITY;
  #reading: Promise<void> | undefined;
  /** Keys that were changed while the listing was read: what it tells of them may be older than that. */
  #changed = new Set<string>();
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
    if (!this.#isKnown() && !this.#failed) await this.#readIfItPays();
    if (!this.#isKnown()) return undefined;
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

  #isKnown(): boolean {
    if (this.#clock.now() > this.#expiresAt) this.#facts = undefined;
    return this.#facts !== undefined;
  }

  async #readIfItPays(): Promise<void> {
    if (this.#reading === undefined) {
      if (await this.#isCheaperSingly()) return;
      this.#reading ??= this.#read();
    }
    await this.#reading;
  }

  async #isCheaperSingly(): Promise<boolean> {
    if (this.#pays) return false;
    if (this.#spent >= FREE_REQUESTS) {
      this.#cost ??= this.#listing.countRequests().catch(() => 0);
      const cost = await this.#cost;
      // Others have waited for it, too, and spent meanwhile.
      if (this.#spent >= cost) return false;
    }
    this.#spent += this.#listing.savedPerItem;
    return true;
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
    this.#changed = new Set();
    this.#reading = undefined;
  }
}
