import {
  type BulkOptions,
  type BulkRun,
  type Counted,
  type Counts,
  checkRunOptions,
} from "../bulk/bulk-run.ts";
import { WindowedRun } from "../bulk/windowed-run.ts";
import type { PuhuriClient } from "../client.ts";
import { InvalidArgumentError, NotFoundError } from "../errors.ts";
import { type CallOptions, KeyedQueue } from "../http/call.ts";
import type { Context } from "../nouns/context.ts";
import { requireKeys, requireObject, wrongArgument } from "../values/arguments.ts";
import { requireUuid } from "../values/uuid.ts";
import type { AttemptOptions } from "./attempt.ts";

/** How a pass runs. `timeoutMs` limits each call for one allocation or user; `signal` stops the pass. */
export interface PassOptions<Outcome extends Counted> extends BulkOptions<Outcome> {
  /**
   * How many allocations or users to work on at the same time.
   *
   * @default 1
   */
  readonly concurrency?: number | undefined;
  /**
   * Changes nothing, calls no handler but `decide`, and says what would be done.
   *
   * @default false
   */
  readonly dryRun?: boolean | undefined;
}

/** @throws {InvalidArgumentError} The scope is empty, has an unknown key, or holds something that is not a uuid. */
export function checkScope(scope: object, known: Readonly<Record<string, true>>): void {
  requireObject(scope, "scope");
  requireKeys(scope, known, "scope");
  const named = Object.entries(scope).filter(([, uuid]) => uuid !== undefined);
  for (const [name, uuid] of named) requireUuid(uuid, name);
  if (named.length === 0) throw wrongArgument("scope", `must name ${Object.keys(known).join(" or ")}`);
}

/** @throws {InvalidArgumentError} There is no such offering: with a mistyped uuid, nothing would ever wait. */
export async function readOffering({ offerings }: PuhuriClient, uuid: string, options: CallOptions) {
  try {
    return await offerings.get(uuid, { fields: ["uuid", "plugin_options"] }, options);
  } catch (error) {
    if (!(error instanceof NotFoundError) || error.routeMissing) throw error;
    throw new InvalidArgumentError(
      "offering_uuid",
      "This token sees no offering with the uuid in scope.offering_uuid. Is it mistyped?",
    );
  }
}

/** What a pass is about. */
export interface Work<Item, Outcome extends Counted> {
  /** All outcomes, with 0. */
  readonly counts: Counts<Outcome>;
  /** Reads everything that waits, before any of it is carried out and leaves the list, which would move the rows behind it. */
  list(options: CallOptions): Promise<readonly Item[]>;
  /** The allocation or user: no two items of the same one are worked on at the same time. */
  keyOf(item: Item): string;
  /** Works on it. Whatever goes wrong is an outcome, unless the pass is stopped. */
  attempt(item: Item, options: AttemptOptions): Promise<Outcome>;
}

/** Checks the options. The pass begins when its first outcome is asked for. */
export function createPass<Item, Outcome extends Counted>(
  context: Context,
  options: PassOptions<Outcome>,
  work: Work<Item, Outcome>,
): BulkRun<Outcome> {
  checkRunOptions(context, options, { dryRun: true });
  const { timeoutMs, retry, dryRun = false, concurrency = 1 } = options;
  const turns = new KeyedQueue();
  return new WindowedRun<Item, Outcome>(
    {
      async *source(signal) {
        yield* await work.list({ signal, timeoutMs, retry });
      },
      counts: work.counts,
      // A stop waits for the turns of others, too: no handler must be left running.
      task: (item, _index, signal) =>
        turns.run(
          work.keyOf(item),
          (before) => before,
          () => work.attempt(item, { signal, timeoutMs, retry, dryRun }),
        ),
    },
    { ...options, concurrency },
  );
}
