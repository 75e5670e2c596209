import type { ReportSection, Resource, TeamMember } from "@puhuri/api-types";
import { InvalidArgumentError } from "../errors.ts";
import type { WorkOrder } from "../servers/waiting.ts";
import { type ReportUsageOptions, USAGE_KEYS, type UsageAmounts } from "../usage/report.ts";
import { didYouMean, isText, requireKeys, requireObject, wrongArgument } from "../values/arguments.ts";

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

/** An allocation as handlers get it: what it is, whose it is, and what was asked for. `slug` on current servers. */
export type Allocation = Pick<Resource, (typeof allocationColumns)[number]> & Partial<Pick<Resource, "slug">>;

/** What every handler may need. */
export interface HandlerContext {
  /**
   * The same for every attempt at this allocation or user, and for no other: its uuid. A user has the same one at all
   * offerings. Store it with whatever you create, on the cluster or in a database, so that you find it again after a
   * crash.
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
 * `create`, `update`, `lastUsage` and `terminate` may return `"wait"`: the work has begun, ask again in the next pass.
 */
export interface AllocationHandlers {
  /**
   * Reviews an order first; without this handler, everything is accepted. It is called for changes and terminations
   * too: see `order.type`. It may be called again for an order that it has accepted, and must then accept it again.
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

/** Long enough for a reason; consumers read it. */
const MAX_MESSAGE = 1000;

/** What handlers throw if something cannot be done for good. The message is cut to what servers take. */
export abstract class ToldToUsers extends Error {
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
export class AllocationFailed extends ToldToUsers {
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

const MAX_BACKEND_ID = 255;

/** @throws {InvalidArgumentError} A handler returned something other than what was created. */
export function checkCreated(created: unknown): CreatedAllocation {
  const { backend_id, report } = namedAs("create", created, ["backend_id", "report"]);
  if (!isFilled(backend_id) || [...backend_id].length > MAX_BACKEND_ID) {
    throw wrongAnswer(
      "create",
      `an object with a backend_id, which is text of 1 to ${MAX_BACKEND_ID} characters, or "wait".`,
    );
  }
  if (report === undefined) return { backend_id };
  if (!isReport(report)) {
    throw wrongAnswer("create", "a report of sections, each with a header and a body that are not blank.");
  }
  return { backend_id, report };
}

/**
 * @throws {InvalidArgumentError} `lastUsage` returned something else than amounts and what is reported with them. With
 *   `dryRun`, an allocation would end before its usage is stored.
 */
export function checkLastUsage(usage: LastUsage): void {
  requireObject(usage, "lastUsage()");
  requireKeys(usage, { amounts: true, ...USAGE_KEYS }, "lastUsage()");
}

/** What a handler returned, by key. A misspelt key is refused, since users would never get to read its value. */
export function namedAs<Key extends string>(
  handler: string,
  answer: unknown,
  keys: readonly Key[],
): Partial<Record<Key, unknown>> {
  const given: Partial<Record<Key, unknown>> = Object(answer);
  for (const key of Object.keys(given)) {
    const meant = keys.some((known) => known === key) ? "" : didYouMean(key, keys);
    if (meant !== "") throw wrongAnswer(handler, `no ${key}.${meant}`);
  }
  return given;
}

/** Whether a handler has only begun, and wants to be asked again: that must not be mistaken for done. */
export function isToWait(handler: string, answer: unknown): answer is "wait" {
  if (answer === "wait" || typeof answer !== "string" || !/^\s*wait/i.test(answer)) return answer === "wait";
  throw wrongAnswer(handler, 'nothing, or exactly "wait".');
}

/** A handler returned something that it may not return. */
export function wrongAnswer(handler: string, wanted: string): InvalidArgumentError {
  return new InvalidArgumentError(
    `${handler}()`,
    `${handler}() must return ${wanted} Nothing that it returned was sent to Puhuri; the next pass calls it again.`,
  );
}

export function isFilled(value: unknown): value is string {
  return isText(value) && value.trim() !== "";
}

function isReport(report: unknown): report is readonly ReportSection[] {
  return (
    Array.isArray(report) &&
    report.length > 0 &&
    report.every((section) => isFilled(Object(section).header) && isFilled(Object(section).body))
  );
}
