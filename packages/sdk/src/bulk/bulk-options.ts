import type { CallOptions } from "../http/call.ts";
import type { BulkProgress, Counted } from "./outcome.ts";

/** Where the items come from. It is read as outcomes are taken, never further ahead than `concurrency`. */
export type BulkSource<Input> = Iterable<Input> | AsyncIterable<Input>;

/** How a bulk operation runs. `timeoutMs` is the time of one item's own requests; `signal` stops the whole run. */
export interface BulkOptions<Outcome extends Counted> extends CallOptions {
  /** Items worked on at the same time. Servers get no faster by more than a few. Default 4. */
  readonly concurrency?: number | undefined;
  /** Called after each item with the counts up to then. What it throws is ignored. */
  readonly onProgress?: ((progress: BulkProgress<Outcome>) => void) | undefined;
}
