import {
  type BulkOptions,
  type BulkRun,
  type Counted,
  type Counts,
  checkRunOptions,
} from "../bulk/bulk-run.ts";
import { WindowedRun } from "../bulk/windowed-run.ts";
import type { PuhuriClient } from "../client.ts";
import { InvalidArgumentError, isPuhuriError, NotFoundError } from "../errors.ts";
import { type Call, type CallOptions, KeyedQueue } from "../http/call.ts";
import type { Context } from "../nouns/context.ts";
import type { Server } from "../servers/server.ts";
import { mayPass } from "../set-state/poll.ts";
import { requireKeys, requireObject, wrongArgument } from "../values/arguments.ts";
import { requireUuid } from "../values/uuid.ts";

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

/** How work on an allocation, or on a user, has ended. */
export type Ending<Failed> =
  /** It is done, and Puhuri shows it. */
  | { readonly outcome: "done" }
  /**
   * A handler wants to be called again in the next pass; or the user has to do something first; or the order is for a
   * later day, which is `until`.
   */
  | { readonly outcome: "waiting"; readonly until?: string | undefined }
  /** Nothing to do: there is no handler for it, or somebody else has dealt with it in the meantime. */
  | { readonly outcome: "skipped"; readonly reason: string }
  /** A handler gave up, and the users can read why. */
  | { readonly outcome: "erred"; readonly error: Failed }
  | Failing;

/**
 * `deferred`: Puhuri failed for now, or its own worker has not got to it; the next pass goes on from here. `failed`: a handler
 * threw, or something is wrong that somebody has to look at; the next pass tries again.
 */
export interface Failing {
  readonly outcome: "deferred" | "failed";
  readonly error: unknown;
  /** If `error` was meant for users: why it could not be shown to them. */
  readonly notMarked?: unknown;
}

/** All outcomes, for counting them. */
export const noneYet = { done: 0, waiting: 0, skipped: 0, erred: 0, deferred: 0, failed: 0 };

export function skipped(reason: string) {
  return { outcome: "skipped", reason } as const;
}

/** How to work on something that waits. */
export interface AttemptOptions extends CallOptions {
  /** Aborted when the pass is stopped. */
  readonly signal: AbortSignal;
  readonly dryRun: boolean;
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

/**
 * Work on something that waits, within one pass.
 *
 * A pass may end after any request; the next one takes each step that it finds not done.
 */
export class Attempt<Step extends string> {
  readonly steps: Step[] = [];
  readonly dryRun: boolean;
  readonly signal: AbortSignal;
  protected readonly context: Context;
  protected readonly options: CallOptions;

  constructor(context: Context, { signal, timeoutMs, retry, dryRun }: AttemptOptions) {
    this.context = context;
    this.dryRun = dryRun;
    this.signal = signal;
    this.options = { signal, timeoutMs, retry };
  }

  /** Takes a step that changes something. A dry run only notes it, and gets undefined. */
  async step<T>(step: Step, take: () => T | Promise<T>): Promise<T | undefined> {
    const taken = this.dryRun ? undefined : await take();
    this.steps.push(step);
    return taken;
  }

  /** Sends requests within the time of one call. */
  protected async send<T>(send: (server: Server, call: Call) => Promise<T>, timeoutMs?: number): Promise<T> {
    const { http, provider } = this.context;
    const call = http.begin({ ...this.options, timeoutMs: timeoutMs ?? this.options.timeoutMs });
    return send(await provider.resolve(call), call);
  }
}

/**
 * Makes an outcome of whatever is thrown. Of what handlers throw, only a `Failed` changes anything at Puhuri: users get to
 * see it.
 *
 * @throws Whatever was thrown, once the pass is stopped: work that was broken off has no outcome.
 */
export async function endingOf<Failed, End>(
  signal: AbortSignal,
  carryOut: () => Promise<End>,
  Failed: new (message: string) => Failed,
  showToUsers: (error: Failed) => Promise<End>,
): Promise<End | Failing> {
  const failing = (error: unknown): Failing => {
    if (signal.aborted) throw error;
    return { outcome: mayPassByItself(error) ? "deferred" : "failed", error };
  };
  try {
    return await carryOut();
  } catch (error) {
    if (!(error instanceof Failed)) return failing(error);
    return showToUsers(error).catch((notMarked) => ({ ...failing(notMarked), error, notMarked }));
  }
}

/** Whether the next pass may well succeed, because only the server, or the way to it, was in trouble. */
export function mayPassByItself(error: unknown): boolean {
  return partsOf(error).some(mayPass);
}

/** An error and its causes, since handlers wrap what they catch. Those of the SDK's own errors do not count. */
function partsOf(error: unknown): readonly unknown[] {
  const parts = new Set([error]);
  for (const part of parts) {
    if (typeof part !== "object" || part === null || isPuhuriError(part)) continue;
    if ("cause" in part) parts.add(part.cause);
    // As `Promise.any` throws them.
    if ("errors" in part && Array.isArray(part.errors)) for (const error of part.errors) parts.add(error);
  }
  return [...parts];
}
