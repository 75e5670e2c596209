import type { Resource, TeamMember } from "@puhuri/api-types";
import type { WorkOrder } from "../dialects/waiting.ts";

export const sharedColumns = [
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
export type Allocation = Pick<Resource, (typeof sharedColumns)[number]> & Partial<Pick<Resource, "slug">>;

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
