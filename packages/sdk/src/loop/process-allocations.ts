import type { BulkRun } from "../bulk/bulk-run.ts";
import type { PuhuriClient } from "../client.ts";
import type { CallOptions } from "../http/call.ts";
import { paginatedList } from "../list/methods.ts";
import { type Context, contextOf } from "../nouns/context.ts";
import type { ResourceSummary } from "../servers/states.ts";
import type { WorkItem, WorkKind, WorkScope } from "../servers/work.ts";
import type { KeysOf } from "../values/arguments.ts";
import { AllocationAttempt, type AllocationStep } from "./allocation-attempt.ts";
import { type AllocationEnding, carryOut, showFailure } from "./carry-out.ts";
import { AllocationFailed, type AllocationHandlers, checkHandlers } from "./handlers.ts";
import {
  checkScope,
  createPass,
  endingOf,
  type Failing,
  noneYet,
  type PassOptions,
  readOffering,
} from "./pass.ts";
import { workOf } from "./waiting-orders.ts";

/** What became of an allocation in one pass. */
export type AllocationOutcome = (
  | Exclude<AllocationEnding, Failing>
  /** `failures`: how many passes of a watch in a row have failed, this one included. Only a watch counts them. */
  | (Failing & { readonly failures: number; readonly failingSince: Date })
) & {
  /** What was wanted; undefined for an order of a type that this SDK does not know. */
  readonly kind: WorkKind | undefined;
  /** The allocation as it was read last. */
  readonly resource: ResourceSummary;
  /** The order, on servers that have orders. */
  readonly orderUuid: string | undefined;
  /** What was done, or in a dry run would be. */
  readonly steps: readonly AllocationStep[];
  readonly dryRun: boolean;
};

/** How a pass over allocations runs. */
export type ProcessAllocationsOptions = PassOptions<AllocationOutcome>;

/**
 * Carries out what waits for a provider, once: new allocations, changes and terminations, each by its handler.
 *
 * For each new allocation it asks `decide`, approves the order, lets `create` create or find the allocation, stores
 * backend id and access details, and sets it OK. Before an allocation ends, it reports what `lastUsage` measures.
 * Yields the outcome of each; one failure never stops the rest. If a handler throws, nothing changes at Puhuri: the
 * outcome is `failed`, and the next pass calls it again. Only an `AllocationFailed` is shown to users.
 *
 * Run it again and again: each pass takes the steps that it finds not done, even if the last one was killed between two
 * requests. Until an allocation is OK, each pass calls `create`, which has to find what it created earlier under the
 * same `idempotencyKey`. If you stop or leave the loop while a handler is at work, the loop waits for it, however long
 * it takes: heed its `signal`. Two processes may run at once.
 *
 * @param scope - The offering, or the provider's organization for all of its offerings.
 * @throws {InvalidArgumentError} The scope names neither, a handler is not a function, or an option is wrong.
 *   While iterating: nothing waits, and there is no such offering.
 * @throws While iterating: any error of the listing, or the signal's `reason` if you abort.
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
  return processRemembering(puhuri, scope, handlers, options, { failing: new Map(), isScopeKnown: false });
}

/** What a pass of a watch knows from earlier ones. */
export interface PassMemory {
  /** Allocations that failed in the last pass, by uuid. */
  readonly failing: Map<string, { readonly failures: number; readonly failingSince: Date }>;
  /** Whether the offering is known to exist. */
  isScopeKnown: boolean;
}

/** Does the same, as one pass of a watch. */
export function processRemembering(
  puhuri: PuhuriClient,
  scope: WorkScope,
  handlers: AllocationHandlers,
  options: ProcessAllocationsOptions,
  memory: PassMemory,
): BulkRun<AllocationOutcome> {
  const context = contextOf(puhuri);
  checkScope(scope, SCOPE);
  checkHandlers(handlers, HANDLERS);
  return createPass<WorkItem, AllocationOutcome>(context, options, {
    counts: { ...noneYet, rejected: 0 },
    async list(call) {
      const items = await readItems(context, scope, call);
      if (items.length === 0 && !memory.isScopeKnown && scope.offering_uuid !== undefined) {
        await readOffering(puhuri, scope.offering_uuid, call);
      }
      memory.isScopeKnown = true;
      const waiting = new Set(items.map(({ resourceUuid }) => resourceUuid));
      for (const uuid of memory.failing.keys()) if (!waiting.has(uuid)) memory.failing.delete(uuid);
      return items;
    },
    keyOf: ({ resourceUuid }) => resourceUuid,
    async attempt(item, how) {
      const attempt = new AllocationAttempt(context, puhuri, handlers, item, how);
      const ending = await endingOf(
        how.signal,
        () => carryOut(attempt),
        AllocationFailed,
        (error) => showFailure(attempt, error),
      );
      return outcomeOf(attempt, ending, memory, context);
    },
  });
}

async function readItems(
  { http, provider }: Context,
  scope: WorkScope,
  options: CallOptions,
): Promise<WorkItem[]> {
  const { listing, columns, filters, read } = workOf(await provider.resolve(http.begin(options)));
  const { signal, retry } = options;
  const query = { ...filters(scope), fields: columns };
  const rows = paginatedList<object, unknown>({ http, provider }, () => listing, query, { signal, retry });
  return (await rows.toArray()).map(read);
}

function outcomeOf(
  { item: { kind, order }, resource, steps, dryRun }: AllocationAttempt,
  ending: AllocationEnding,
  { failing }: PassMemory,
  { http }: Context,
): AllocationOutcome {
  const processed = { kind, resource, orderUuid: order?.uuid, steps, dryRun };
  if (!("error" in ending) || ending.outcome === "erred") {
    failing.delete(resource.uuid);
    return { ...processed, ...ending };
  }
  const before = failing.get(resource.uuid);
  const failure = {
    failures: (before?.failures ?? 0) + 1,
    failingSince: before?.failingSince ?? new Date(http.date()),
  };
  failing.set(resource.uuid, failure);
  return { ...processed, ...ending, ...failure };
}

const SCOPE = { offering_uuid: true, provider_uuid: true } as const;
const HANDLERS: KeysOf<AllocationHandlers> = {
  decide: true,
  create: true,
  update: true,
  lastUsage: true,
  terminate: true,
};
