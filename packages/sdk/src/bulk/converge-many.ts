import type { ProviderApi } from "../dialects/provider-api.ts";
import type { CallOptions } from "../http/call.ts";
import type { Context } from "../nouns/context.ts";
import type { ListOptions } from "../nouns/list.ts";
import { Turns } from "../workflows/turns.ts";
import type { BulkOptions, BulkSource } from "./bulk-options.ts";
import { type FactListing, ListedFacts } from "./listed-facts.ts";
import type { BulkOutcome, Counts } from "./outcome.ts";
import { pageOptions } from "./page-options.ts";
import { perItem, untilAborted } from "./per-item.ts";
import { WindowedRun } from "./windowed-run.ts";

/** A write that is the same when it is repeated, and of which a listing may tell that nothing is left to do. */
export interface Convergence<Input, Item, Name, Fact, Result extends { readonly outcome: string }> {
  /** Every outcome there is, with 0. */
  readonly counts: Counts<BulkOutcome<Input, Result>>;
  /** Checks an item before anything is asked. */
  check(input: Input): Item;
  /** What it is about: several items about the same take turns, and are the same in the listing. */
  keyOf(item: Item): string;
  /** Which of the listings tells of it. */
  listingOf(item: Item): Name;
  /** That listing, for the server's generation. */
  list(name: Name, api: ProviderApi, options: ListOptions): FactListing<Fact>;
  /** What there is to say where nothing is left to do; undefined where there is. */
  settled(item: Item, fact: Fact): Result | undefined;
  /** Does it: reads what it must know anew, for a listing may be some minutes old. */
  act(item: Item, options: CallOptions): Promise<Result>;
}

/** @param pays - Whether it is known that reading the listings is worth it: many items are to come. */
export function convergeMany<Input, Item, Name, Fact, Result extends { readonly outcome: string }>(
  context: Context,
  work: Convergence<Input, Item, Name, Fact, Result>,
  source: BulkSource<Input>,
  options: BulkOptions<BulkOutcome<Input, Result>>,
  pays: boolean,
): WindowedRun<Input, BulkOutcome<Input, Result>> {
  const { http, provider } = context;
  const { timeoutMs, retry } = options;
  const turns = new Turns();
  const listings = new Map<Name, ListedFacts<Fact>>();

  function factsOf(name: Name, api: ProviderApi, signal: AbortSignal): ListedFacts<Fact> {
    const known = listings.get(name);
    if (known !== undefined) return known;
    const facts = new ListedFacts(work.list(name, api, pageOptions(options, signal)), pays, http.clock);
    listings.set(name, facts);
    return facts;
  }

  async function converge(item: Item, callOptions: CallOptions, signal: AbortSignal): Promise<Result> {
    const api = await provider.resolve(http.begin(callOptions));
    const facts = factsOf(work.listingOf(item), api, signal);
    const fact = await facts.take(work.keyOf(item));
    const settled = fact === undefined ? undefined : work.settled(item, fact);
    return settled ?? work.act(item, callOptions);
  }

  async function run(input: Input, signal: AbortSignal): Promise<Result> {
    const item = work.check(input);
    const key = work.keyOf(item);
    return turns.run(key, untilAborted(signal), async () => {
      try {
        return await converge(item, { signal, timeoutMs, retry }, signal);
      } finally {
        // Another item may be about the same, in another of the listings.
        for (const facts of listings.values()) facts.forget(key);
      }
    });
  }

  return new WindowedRun<Input, BulkOutcome<Input, Result>>(
    { source, counts: work.counts, task: perItem(run) },
    options,
  );
}
