import type { ReportSection, Resource, TeamMember } from "@puhuri/api-types";
import { InvalidArgumentError } from "../errors.ts";
import type { WorkOrder } from "../servers/waiting.ts";
import { didYouMean, requireKeys, requireObject } from "../values/arguments.ts";

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

/** What handlers may need besides the allocation. */
export interface AllocationContext {
  /** The order, on servers that have orders. */
  readonly order: WorkOrder | undefined;
  /**
   * The same for every attempt at this allocation, and for no other: its uuid. Whatever is created under it, at the
   * cluster or in a database, is found again after a crash.
   */
  readonly idempotencyKey: string;
  /** Aborted when the loop is stopped, which waits for you: finish soon, or throw; then the next pass goes on from here. */
  readonly signal: AbortSignal;
  /** Lists the members of the project that holds the allocation. */
  team(): Promise<TeamMember[]>;
}

/** What to do with an order that waits for review, or on a 2021 server with a new allocation. */
export type Decision = "accept" | "wait" | "reject" | { readonly reject: string };

/** What there is of an allocation at the provider's side. */
export interface CreatedAllocation {
  /** The provider's own id of it. */
  readonly backend_id: string;
  /** Access details for its users. */
  readonly report?: readonly ReportSection[] | undefined;
}

export type Answer<T> = T | Promise<T>;

/**
 * What a provider does at their own side.
 *
 * Each handler is called again until Puhuri knows that its work is done, also after a crash or a failure. So it has to find
 * what it made before, and return the same each time. An error that it throws changes nothing at Puhuri, and the next pass
 * calls it again; users are told only of an `AllocationFailed`.
 *
 * `create`, `update` and `terminate` may return `"wait"`: the work has begun, ask again in the next pass.
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
   * Ends it; what is gone already, or was never there, is a success. Returns nothing, or `"wait"`. Without it, such
   * orders are left alone. An allocation that was never linked has no `backend_id`: look for its `idempotencyKey`.
   */
  terminate?(allocation: Allocation, context: AllocationContext): unknown;
}

/** Long enough for a reason; consumers read it. */
const MAX_MESSAGE = 1000;

/**
 * Throw it in a handler if the work cannot be done, for good. The users read the message.
 *
 * A new allocation ends as Erred, on servers of 8.1 as Terminated, and so for good; a change ends as Erred; one that
 * should end stays as it is; on a 2021 server it becomes Erred. An order for a change or an end that was not approved yet is rejected.
 *
 * @example
 * throw new AllocationFailed("This project has no quota left on the cluster. Write to support@hpc.example.");
 */
export class AllocationFailed extends Error {
  override readonly name = "AllocationFailed";

  constructor(message: string, options?: { readonly cause?: unknown }) {
    super(messageToUsers(message), options);
  }
}

/** A message as servers take it and people read it. */
export function messageToUsers(message: string): string {
  const characters = Array.from(
    String(message)
      .replace(/\p{Surrogate}/gu, "\ufffd")
      .trim(),
  );
  return characters.slice(0, MAX_MESSAGE).join("") || "The provider could not carry it out.";
}

/** @throws {InvalidArgumentError} One is not a function, is mistyped, or `create` is missing. */
export function checkHandlers(handlers: object, known: Readonly<Record<string, true>>): void {
  requireObject(handlers, "handlers");
  requireKeys(handlers, known, "handlers");
  for (const name of Object.keys(known)) {
    const handler: unknown = Reflect.get(handlers, name);
    if (typeof handler === "function" || (handler === undefined && name !== "create")) continue;
    throw new InvalidArgumentError(
      `handlers.${name}`,
      `handlers.${name} must be a function. Nothing was sent.`,
    );
  }
}

const MAX_BACKEND_ID = 255;

/** @throws {InvalidArgumentError} A handler returned something else than what was created. */
export function checkCreated(created: unknown): CreatedAllocation {
  const { backend_id, report, ...others }: Record<string, unknown> = Object(created);
  const isId = typeof backend_id === "string" && backend_id.trim() !== "";
  if (!isId || [...backend_id].length > MAX_BACKEND_ID) {
    const meant = "backendId" in others ? " Did you mean backend_id, not backendId?" : "";
    throw notCreated(
      "backend_id",
      `an object with a backend_id, which is text of 1 to ${MAX_BACKEND_ID} characters, or "wait".${meant}`,
    );
  }
  // Else users would never get access details that were only misnamed.
  const meant = report === undefined && Object.keys(others).find((key) => didYouMean(key, ["report"]) !== "");
  if (meant) throw notCreated("report", `a report under that name. Did you mean report, not ${meant}?`);
  if (report === undefined) return { backend_id };
  if (!isReport(report)) {
    throw notCreated("report", "a report of sections, each with a header and a body that are not blank.");
  }
  return { backend_id, report };
}

function notCreated(key: string, wanted: string): InvalidArgumentError {
  return wrongAnswer("create", wanted, `.${key}`);
}

/** Whether a handler has begun only, and wants to be asked again: that must not be taken for done. */
export function isToWait(handler: string, answer: unknown): boolean {
  if (answer === "wait" || typeof answer !== "string" || !/^\s*wait/i.test(answer)) return answer === "wait";
  throw wrongAnswer(handler, 'nothing, or "wait" in exactly these letters.');
}

/** What a handler returned is none of its answers. */
export function wrongAnswer(handler: string, wanted: string, key = ""): InvalidArgumentError {
  return new InvalidArgumentError(
    `${handler}()${key}`,
    `${handler}() must return ${wanted} Nothing of what it returned was sent to Puhuri; the next pass calls it again.`,
  );
}

function isReport(report: unknown): report is readonly ReportSection[] {
  const isText = (value: unknown) => typeof value === "string" && value.trim() !== "";
  return (
    Array.isArray(report) &&
    report.length > 0 &&
    report.every((section) => isText(Object(section).header) && isText(Object(section).body))
  );
}
