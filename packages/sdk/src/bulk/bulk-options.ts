import type { CallOptions } from "../http/call.ts";
import type { BulkProgress, Counted } from "./outcome.ts";

/** Where the items come from. It is read as outcomes are taken, never further ahead than `concurrency`. */
export type BulkSource<Input> = readonly Input[] | Iterable<Input> | AsyncIterable<Input>;

/** What every item of a bulk operation may have. */
export interface BulkItem {
  /** Yours, whatever it is: the SDK takes no notice of it, and outcomes give it back in `input`. */
  readonly tag?: unknown;
}

/** An item that has none but the known keys: no notice would be taken of a mistyped one. What is yours goes into `tag`. */
export type OnlyKnown<Item, Known> = Item & {
  readonly [Key in Exclude<KeyOfAny<Item>, keyof Known>]?: UnknownKey;
};

type KeyOfAny<Item> = Item extends unknown ? keyof Item : never;

/** What no key has: where the compiler names it, the key is mistyped, or should be in `tag`. */
interface UnknownKey {
  readonly "is unknown": never;
}

/** How a bulk operation runs. `timeoutMs` is the time of one item's own requests; `signal` stops the whole run. */
export interface BulkOptions<Outcome extends Counted> extends CallOptions {
  /** Items worked on at the same time. Servers get no faster by more than a few. Default 4. */
  readonly concurrency?: number | undefined;
  /** Called after each item with the counts up to then. What it throws is ignored. */
  readonly onProgress?: ((progress: BulkProgress<Outcome>) => void) | undefined;
}
