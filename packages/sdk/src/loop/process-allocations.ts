import type { BulkOptions } from "../bulk/items.ts";
import { checkRunOptions } from "../bulk/items.ts";
import type { BulkRun } from "../bulk/outcomes.ts";
import { WindowedRun } from "../bulk/windowed-run.ts";
import type { PuhuriClient } from "../client.ts";
import type { Waiting, WorkScope } from "../dialects/waiting.ts";
import { waitingWork } from "../dialects/waiting-work.ts";
import { InvalidArgumentError } from "../errors.ts";
import { KeyedQueue } from "../http/keyed-queue.ts";
import { type Context, contextOf } from "../nouns/context.ts";
import { pageSource } from "../nouns/page-source.ts";
import { Paginated } from "../pagination/paginated.ts";
import { requireKeys, requireObject } from "../values/arguments.ts";
import { requireUuid } from "../values/uuid.ts";
import type { AllocationHandlers } from "./handlers.ts";
import { type AllocationOutcome, noOutcomes } from "./outcomes.ts";
import { type Tools, workOn } from "./work-item.ts";

/** How a pass runs. `timeoutMs` is the time of each call for one allocation; `signal` stops the pass. */
export interface ProcessAllocationsOptions extends BulkOptions<AllocationOutcome> {
  /** Allocations worked on at the same time. Default 1. */
  readonly concurrency?: number | undefined;
  /** Asks `decide` and `exists` only, changes nothing, and tells what would be done. */
  readonly dryRun?: boolean | undefined;
}

/**
 * Carries out what waits for a provider, once: new allocations, changes and terminations, each by its handler.
 *
 * For each allocation: asks `decide`, approves its order, creates it, stores its backend id at once, submits the report,
 * and sets it OK. Yields what became of each; one failure never stops the rest. A handler that throws marks its allocation
 * as erred, with the message for its users; where the API failed, it or a handler's own call, the allocation is left for
 * the next pass.
 *
 * Run it again and again: each pass finds out how far the last one got, even if that was killed between two requests.
 * What has a backend id is not created twice. In the moment between `create` and the storing of the id only `exists` can
 * tell, which is then asked by the uuid; without it, `create` is called again with the same `idempotencyKey`.
 * A handler that is at work when the loop is stopped or left is waited for, however long it takes, and what it created is
 * still stored: heed its `signal`. Two processes may run at once, if `create` finds out what was created under a key.
 *
 * @param scope - The offering, or the provider's organization for all of its offerings.
 * @throws {InvalidArgumentError} The scope names neither, a handler is no function, or an option is not what it should be.
 * @throws While iterating: what listing throws, or the signal's `reason`, when the caller aborted.
 * @example
 * const handlers = {
 *   exists: (allocation: Allocation, key: string) => cluster.find(key),
 *   create: async ({ name, limits }: Allocation, { idempotencyKey }: AllocationContext) => ({
 *     backend_id: await cluster.create(name, limits, idempotencyKey),
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
  const context = contextOf(puhuri);
  checkScope(scope);
  checkHandlers(handlers);
  checkRunOptions(context, options, { dryRun: true });
  const turns = new KeyedQueue();
  return new WindowedRun<Item, AllocationOutcome>(
    {
      source: (signal) => readItems(context, { puhuri, scope, handlers }, { ...options, signal }),
      counts: noOutcomes,
      // Should an allocation have two orders, its handlers are not asked about both at the same time. A stop is no reason
      // to leave a handler behind, so only the work itself heeds the signal.
      task: ({ tools, waiting }, _index, signal) =>
        turns.run(
          waiting.resourceUuid,
          (before) => before,
          () => workOn(tools, waiting, signal),
        ),
    },
    { ...options, concurrency: options.concurrency ?? 1 },
  );
}

interface Item {
  readonly tools: Tools;
  readonly waiting: Waiting;
}

/** Reads all that waits before any of it is touched: what is carried out leaves the list, and rows behind it would move. */
async function* readItems(
  context: Context,
  given: { readonly puhuri: PuhuriClient; readonly scope: WorkScope; readonly handlers: AllocationHandlers },
  { signal, timeoutMs, retry, dryRun = false }: ProcessAllocationsOptions,
): AsyncGenerator<Item> {
  const { puhuri, scope, handlers } = given;
  const api = await context.provider.resolve(context.http.begin({ signal, timeoutMs, retry }));
  const work = waitingWork(api);
  const hasSlug = api.resources.listing.columns.includes("slug");
  const tools = { context, puhuri, work, handlers, hasSlug, options: { timeoutMs, retry, dryRun } };
  const query = { ...work.filters(scope), fields: work.columns };
  const pages = pageSource(context, () => work.listing, query, { signal, retry });
  const rows = await new Paginated(pages, { overlap: true }).toArray();
  for (const row of rows) yield { tools, waiting: work.read(row) };
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

const HANDLERS = ["decide", "exists", "create", "update", "terminate"] as const;

function checkHandlers(handlers: AllocationHandlers): void {
  requireObject(handlers, "handlers");
  for (const name of HANDLERS) {
    const handler: unknown = handlers[name];
    if (typeof handler === "function" || (handler === undefined && name !== "create")) continue;
    throw new InvalidArgumentError(
      `handlers.${name}`,
      `handlers.${name} must be a function. Nothing was sent.`,
    );
  }
}
