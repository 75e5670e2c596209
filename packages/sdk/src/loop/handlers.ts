import type { ReportSection, Resource, TeamMember } from "@puhuri/api-types";
import type { WorkOrder } from "../servers/work.ts";
import type { ReportUsageOptions, UsageAmounts } from "../usage/report.ts";
import { requireKeys, requireObject, wrongArgument } from "../values/arguments.ts";

export const allocationColumns = [
  "uuid",
  "name",
  "description",
  "state",
  "created",
  "end_date",
  "backend_id",
  "report",
  "limits",
  "attributes",
  "offering_uuid",
  "offering_name",
  "plan_uuid",
  "plan_name",
  "project_uuid",
  "project_name",
  "customer_uuid",
  "customer_name",
] as const;

/** An allocation as handlers get it: what it is, whose it is, and what was ordered. `slug` only on current servers. */
export type Allocation = Pick<Resource, (typeof allocationColumns)[number]> & Partial<Pick<Resource, "slug">>;

/** What every handler may need. */
export interface HandlerContext {
  /**
   * The uuid of the allocation or user: the same in every pass, and for a user at all offerings. Store it with what you
   * create, on the cluster or in a database, so that you find that again after a crash.
   */
  readonly idempotencyKey: string;
  /**
   * Aborted when the pass is stopped. The pass still waits for your handler: finish soon, or throw, and the next pass
   * goes on from there.
   */
  readonly signal: AbortSignal;
}

/** What handlers may need besides the allocation. */
export interface AllocationContext extends HandlerContext {
  /** The order, on servers that have orders. */
  readonly order: WorkOrder | undefined;
  /** Lists the members of the project that holds the allocation. */
  team(): Promise<TeamMember[]>;
}

/** What to do with an order that waits for review, or on a 2021 server with a new allocation. */
export type Decision = "accept" | "wait" | "reject" | { readonly reject: string };

/** What `create` has made on the provider's side. */
export interface CreatedAllocation {
  /** The provider's own id of it. */
  readonly backend_id: string;
  /** Access details for its users. */
  readonly report?: readonly ReportSection[] | undefined;
}

/** What an allocation has used this month so far: an item of `reportUsageMany` without its `resource`. */
export interface LastUsage extends Omit<ReportUsageOptions, "force" | "dryRun"> {
  /** The month's totals, by component type. */
  readonly amounts: UsageAmounts;
}

export type Answer<T> = T | Promise<T>;

/**
 * What a provider does on their own side.
 *
 * Each handler is called again until Puhuri knows that its work is done, even after a crash or a failure. So it has to
 * find what it created earlier, and return the same each time. An error that it throws changes nothing at Puhuri, and
 * the next pass calls it again. Only an `AllocationFailed` is shown to users.
 *
 * `create`, `update`, `lastUsage` and `terminate` may return `"wait"`: the work has begun, call me again in the next pass.
 */
export interface AllocationHandlers {
  /**
   * Reviews an order, also a change or a termination: see `order.type`. Without this handler, everything is accepted. It
   * may be called again for an order that it has accepted, and must then accept it again.
   */
  decide?(allocation: Allocation, order: WorkOrder | undefined): Answer<Decision>;
  /**
   * Creates the allocation, or finds what it created earlier for this `idempotencyKey`; returns the same either way.
   */
  create(allocation: Allocation, context: AllocationContext): Answer<CreatedAllocation | "wait">;
  /**
   * Gives the allocation the ordered limits; returns nothing, or `"wait"`. Without this handler, such orders are left
   * alone.
   */
  update?(allocation: Allocation, limits: Resource["limits"], context: AllocationContext): unknown;
  /**
   * Stops what still runs, and returns what the allocation has used this month so far; undefined if there is nothing
   * left to measure. It is called right before `terminate`, if the allocation was linked: once it is Terminated, no
   * server takes its usage. The SDK does not send an amount that would lower a total, and sends nothing if the server
   * takes no usage of this allocation at all.
   */
  lastUsage?(allocation: Allocation, context: AllocationContext): Answer<LastUsage | "wait" | undefined>;
  /**
   * Ends the allocation, and succeeds if it is gone already, or was never there. Returns nothing, or `"wait"`. Without
   * this handler, such orders are left alone. An allocation that was never linked has no `backend_id`: look for its
   * `idempotencyKey`.
   */
  terminate?(allocation: Allocation, context: AllocationContext): unknown;
}

/** Long enough for a reason that users read. */
const MAX_MESSAGE = 1000;

/** An error whose message users read, cut to a length that servers take. */
export abstract class ShownToUsers extends Error {
  constructor(message: string, options?: { readonly cause?: unknown }) {
    const text = String(message)
      .replace(/\p{Surrogate}/gu, "\ufffd")
      .trim();
    super(Array.from(text).slice(0, MAX_MESSAGE).join("") || "The provider could not carry it out.", options);
  }
}

/**
 * Throw it in a handler if the work cannot be done, for good. The users read the message.
 *
 * A new allocation becomes Erred, or on 8.1 servers Terminated, which is for good. If a change cannot be made, the
 * allocation becomes Erred. If a termination cannot be carried out, the allocation stays as it is, or on a 2021 server
 * becomes Erred. If an order for a change or a termination has not been approved yet, it is rejected.
 *
 * @example
 * throw new AllocationFailed("This project has no quota left on the cluster. Write to support@hpc.example.");
 */
export class AllocationFailed extends ShownToUsers {
  override readonly name = "AllocationFailed";
}

/** @throws {InvalidArgumentError} A handler is not a function or has an unknown name, or `create` is missing. */
export function checkHandlers(handlers: object, known: Readonly<Record<string, true>>): void {
  requireObject(handlers, "handlers");
  requireKeys(handlers, known, "handlers");
  for (const name of Object.keys(known)) {
    const handler: unknown = Reflect.get(handlers, name);
    if (typeof handler === "function" || (handler === undefined && name !== "create")) continue;
    throw wrongArgument(`handlers.${name}`, "must be a function");
  }
}
