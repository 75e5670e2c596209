import type { ReportSection, Resource, TeamMember } from "@puhuri/api-types";
import { InvalidArgumentError } from "../errors.ts";
import type { WorkOrder } from "../servers/waiting.ts";
import type { ReportUsageOptions, UsageAmounts } from "../usage/report.ts";
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
   * offerings. Whatever is created under it, at the cluster or in a database, is found again after a crash.
   */
  readonly idempotencyKey: string;
  /** Aborted when the pass is stopped, which waits for you: finish soon, or throw; then the next pass goes on from here. */
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

/** What there is of an allocation on the provider's side. */
export interface CreatedAllocation {
  /** The provider's own id of it. */
  readonly backend_id: string;
  /** Access details for its users. */
  readonly report?: readonly ReportSection[] | undefined;
}

/** What an allocation has used this month so far: as an item of `reportUsageMany`, without its resource. */
export interface LastUsage extends Omit<ReportUsageOptions, "force" | "dryRun"> {
  /** The month's totals, by component type. */
  readonly amounts: UsageAmounts;
}

export type Answer<T> = T | Promise<T>;

/**
 * What a provider does on their own side.
 *
 * Each handler is called again until Puhuri knows that its work is done, also after a crash or a failure. So it has to find
 * what it made before, and return the same each time. An error that it throws changes nothing at Puhuri, and the next pass
 * calls it again; users are told only of an `AllocationFailed`.
 *
 * `create`, `update`, `lastUsage` and `terminate` may return `"wait"`: the work has begun, ask again in the next pass.
 */
export interface AllocationHandlers {
  /**
   * Reviews an order first; without this handler, everything is accepted. It is asked about changes and terminations too:
   * see `order.type`. It may be asked again about an order it has accepted, and must then accept it again.
   */
  decide?(allocation: Allocation, order: WorkOrder | undefined): Answer<Decision>;
  /** Makes the allocation, or finds what was made for this `idempotencyKey` before; returns the same either way. */
  create(allocation: Allocation, context: AllocationContext): Answer<CreatedAllocation | "wait">;
  /** Gives it the limits that were ordered; returns nothing, or `"wait"`. Without it, such orders are left alone. */
  update?(allocation: Allocation, limits: Resource["limits"], context: AllocationContext): unknown;
  /**
   * Stops what runs, and tells what it has used this month so far; undefined if there is nothing to be measured any more. It is
   * asked right before `terminate`, about what was linked: once an allocation is Terminated, no server takes its usage. What
   * would lower a total is not sent, and nothing is of an allocation of which the server takes no usage at all.
   */
  lastUsage?(allocation: Allocation, context: AllocationContext): Answer<LastUsage | "wait" | undefined>;
  /**
   * Ends it; what is gone already, or was never there, is a success. Returns nothing, or `"wait"`. Without it, such
   * orders are left alone. An allocation that was never linked has no `backend_id`: look for its `idempotencyKey`.
   */
  terminate?(allocation: Allocation, context: AllocationContext): unknown;
}

/** Long enough for a reason; consumers read it. */
const MAX_MESSAGE = 1000;

/** What handlers throw to say something for good, in a message as servers take it and people read it. */
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
 * A new allocation ends as Erred, on servers of 8.1 as Terminated, and so for good; a change ends as Erred; one that
 * should end stays as it is; on a 2021 server it becomes Erred. An order for a change or an end that was not approved yet is rejected.
 *
 * @example
 * throw new AllocationFailed("This project has no quota left on the cluster. Write to support@hpc.example.");
 */
export class AllocationFailed extends ToldToUsers {
  override readonly name = "AllocationFailed";
}

/** @throws {InvalidArgumentError} One is not a function, is mistyped, or `create` is missing. */
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

/** @throws {InvalidArgumentError} A handler returned something else than what was created. */
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

/** What a handler returned, by its keys. One that is only misnamed is refused: users would never get to read it. */
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

/** Whether a handler has begun only, and wants to be asked again: that must not be taken for done. */
export function isToWait(handler: string, answer: unknown): answer is "wait" {
  if (answer === "wait" || typeof answer !== "string" || !/^\s*wait/i.test(answer)) return answer === "wait";
  throw wrongAnswer(handler, 'nothing, or "wait" in exactly these letters.');
}

/** What a handler returned is none of its answers. */
export function wrongAnswer(handler: string, wanted: string): InvalidArgumentError {
  return new InvalidArgumentError(
    `${handler}()`,
    `${handler}() must return ${wanted} Nothing of what it returned was sent to Puhuri; the next pass calls it again.`,
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
