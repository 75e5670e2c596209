import { type BulkOptions, checkRunOptions } from "../bulk/items.ts";
import type { BulkRun } from "../bulk/outcomes.ts";
import { WindowedRun } from "../bulk/windowed-run.ts";
import type { PuhuriClient } from "../client.ts";
import { InvalidArgumentError, NotFoundError } from "../errors.ts";
import { KeyedQueue } from "../http/call.ts";
import { listingPages } from "../list/methods.ts";
import { Paginated } from "../list/paginated.ts";
import { type Context, contextOf } from "../nouns/context.ts";
import type { Waiting, WorkScope } from "../servers/waiting.ts";
import { type KeysOf, requireKeys, requireObject } from "../values/arguments.ts";
import { requireUuid } from "../values/uuid.ts";
import { AllocationAttempt, type Tools } from "./allocation-attempt.ts";
import { carryOut } from "./carry-out.ts";
import { type AllocationHandlers, checkHandlers } from "./handlers.ts";
import { type AllocationOutcome, type Ending, failureOf, noOutcomes } from "./outcomes.ts";
import { waitingOrders } from "./waiting-orders.ts";

/** How a pass runs. `timeoutMs` is the time of each call for one allocation; `signal` stops the pass. */
export interface ProcessAllocationsOptions extends BulkOptions<AllocationOutcome> {
  /**
   * Allocations worked on at the same time.
   *
   * @default 1
   */
  readonly concurrency?: number | undefined;
  /**
   * Asks only `decide`, changes nothing, and says what would be done.
   *
   * @default false
   */
  readonly dryRun?: boolean | undefined;
}

/**
 * Carries out what waits for a provider, once: new allocations, changes and terminations, each by its handler.
 *
 * For each allocation: asks `decide`, approves its order, has it made or found by `create`, stores backend id and report,
 * and sets it OK. Yields what became of each; one failure never stops the rest. If a handler throws, nothing changes at
 * Puhuri: the outcome is `failed`, and the next pass calls it again. Users are told only of an `AllocationFailed`.
 *
 * Run it again and again: each pass takes the steps that it does not find done, even if the last one was killed between
 * two requests. Until an allocation is OK each pass calls `create`, which has to find what it has made under the same
 * `idempotencyKey` before. A handler that is at work when the loop is stopped or left is waited for, however long it takes:
 * heed its `signal`. Two processes may run at once.
 *
 * @param scope - The offering, or the provider's organization for all of its offerings.
 * @throws {InvalidArgumentError} The scope names neither, a handler is not a function, or an option is wrong.
 *   While iterating: nothing waits, and there is no such offering.
 * @throws While iterating: what listing throws, or the signal's `reason`, when the caller aborted.
 * @example
 * const handlers = {
 *   create: async ({ name, limits }: Allocation, { idempotencyKey }: AllocationContext) => ({
 *     backend_id: await cluster.findOrCreate(idempotencyKey, name, limits),
 *   }),
 * };
 * for await (const { outcome, resource } of processAllocations(puhuri, { offering_uuid: offeringUuid }, handlers)) {
 *   console.log(resource.name, outcome);
 * }
 * @see orders_list, resources_list; guide: "Approving/rejecting allocations"
 */
export function processAllocations(
  puhuri: PuhuriClient,
  scope: WorkScope,
  handlers: AllocationHandlers,
  options: ProcessAllocationsOptions = {},
): BulkRun<AllocationOutcome> {
  return createPass(puhuri, scope, handlers, options, { failing: new Map(), isScopeKnown: false });
}

/** What the passes of a watch know of each other. */
export interface PassMemory {
  /** Allocations that failed in the last pass, by uuid. */
  readonly failing: Map<string, { readonly failures: number; readonly failingSince: Date }>;
  /** Whether it is known that what was asked for exists. */
  isScopeKnown: boolean;
}

/** Checks everything, and begins when its first outcome is asked for. */
export function createPass(
  puhuri: PuhuriClient,
  scope: WorkScope,
  handlers: AllocationHandlers,
  options: ProcessAllocationsOptions,
  memory: PassMemory,
): BulkRun<AllocationOutcome> {
  const context = contextOf(puhuri);
  checkScope(scope);
  checkHandlers(handlers, HANDLERS);
  checkRunOptions(context, options, { dryRun: true });
  const turns = new KeyedQueue();
  return new WindowedRun<Item, AllocationOutcome>(
    {
      source: (signal) => readItems(context, { puhuri, scope, handlers, memory }, { ...options, signal }),
      counts: noOutcomes,
      // Should an allocation have two orders, its handlers are not asked about both at the same time. A stop is no reason
      // to leave a handler behind, so only the work itself heeds the signal.
      task: ({ tools, waiting }, _index, signal) =>
        turns.run(
          waiting.resourceUuid,
          (before) => before,
          () => workOn(tools, waiting, signal, memory),
        ),
    },
    { ...options, concurrency: options.concurrency ?? 1 },
  );
}

interface Item {
  readonly tools: Tools;
  readonly waiting: Waiting;
}

interface Given {
  readonly puhuri: PuhuriClient;
  readonly scope: WorkScope;
  readonly handlers: AllocationHandlers;
  readonly memory: PassMemory;
}

/** Reads all that waits before any of it is touched: what is carried out leaves the list, and rows behind it would move. */
async function* readItems(
  context: Context,
  { puhuri, scope, handlers, memory }: Given,
  { signal, timeoutMs, retry, dryRun = false }: ProcessAllocationsOptions,
): AsyncGenerator<Item> {
  const api = await context.provider.resolve(context.http.begin({ signal, timeoutMs, retry }));
  const work = api.waiting ?? waitingOrders(api);
  const tools = { context, puhuri, work, handlers, options: { timeoutMs, retry, dryRun } };
  const query = { ...work.filters(scope), fields: work.columns };
  const pages = listingPages(context, () => work.listing, query, { signal, retry });
  const rows = await new Paginated(pages).toArray();
  if (rows.length === 0 && !memory.isScopeKnown)
    await requireOffering(puhuri, scope, { signal, timeoutMs, retry });
  memory.isScopeKnown = true;
  for (const row of rows) yield { tools, waiting: work.read(row) };
}

/** Where nothing waits, a mistyped uuid would go unnoticed. */
async function requireOffering(
  { offerings }: PuhuriClient,
  { offering_uuid }: WorkScope,
  options: Pick<ProcessAllocationsOptions, "signal" | "timeoutMs" | "retry">,
): Promise<void> {
  if (offering_uuid === undefined) return;
  try {
    await offerings.get(offering_uuid, { fields: ["uuid"] }, options);
  } catch (error) {
    if (options.signal?.aborted === true) throw error;
    const mistyped = noSuchOffering(error);
    if (mistyped !== undefined) throw mistyped;
  }
}

/** What to say of an offering that is not to be found. */
export function noSuchOffering(error: unknown): InvalidArgumentError | undefined {
  if (!(error instanceof NotFoundError) || error.routeMissing) return undefined;
  return new InvalidArgumentError(
    "offering_uuid",
    "This token sees no offering with the uuid in scope.offering_uuid, so nothing will ever wait there. Is it mistyped?",
  );
}

/** Works on one thing that waits: whatever comes of it is an outcome, unless the pass is stopped. */
async function workOn(
  tools: Tools,
  waiting: Waiting,
  signal: AbortSignal,
  { failing }: PassMemory,
): Promise<AllocationOutcome> {
  const attempt = new AllocationAttempt(tools, waiting, signal);
  const ending = await carryOut(attempt).catch((error: unknown): Ending => failureOf(error, signal));
  const { kind, order } = attempt.waiting;
  const processed = {
    kind,
    resource: attempt.resource,
    ...(order === undefined ? {} : { orderUuid: order.uuid }),
    steps: attempt.steps,
    dryRun: attempt.dryRun,
  };
  const { resourceUuid } = waiting;
  if (ending.outcome !== "failed" && ending.outcome !== "deferred") {
    failing.delete(resourceUuid);
    return { ...processed, ...ending };
  }
  const { clock } = tools.context.http;
  const before = failing.get(resourceUuid);
  const failure = {
    failures: (before?.failures ?? 0) + 1,
    failingSince: before?.failingSince ?? new Date(clock.date?.() ?? clock.now()),
  };
  failing.set(resourceUuid, failure);
  return { ...processed, ...ending, ...failure };
}

function checkScope(scope: WorkScope): void {
  requireObject(scope, "scope");
  requireKeys(scope, { offering_uuid: true, provider_uuid: true }, "scope");
  const { offering_uuid, provider_uuid } = scope;
  if (offering_uuid === undefined && provider_uuid === undefined) {
    throw new InvalidArgumentError(
      "scope",
      "scope must name offering_uuid or provider_uuid. Nothing was sent.",
    );
  }
  for (const [name, uuid] of Object.entries({ offering_uuid, provider_uuid })) {
    if (uuid !== undefined) requireUuid(uuid, name);
  }
}

const HANDLERS: KeysOf<AllocationHandlers> = { decide: true, create: true, update: true, terminate: true };
