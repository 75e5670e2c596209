export type { WorkKind, WorkOrder, WorkScope } from "../servers/waiting.ts";
export {
  type Allocation,
  type AllocationContext,
  AllocationFailed,
  type AllocationHandlers,
  type CreatedAllocation,
  type Decision,
} from "./handlers.ts";
export type {
  AllocationOutcome,
  AllocationStep,
  DeferredAllocation,
  DoneAllocation,
  ErredAllocation,
  FailedAllocation,
  RejectedAllocation,
  SkippedAllocation,
  WaitingAllocation,
} from "./outcomes.ts";
export { type ProcessAllocationsOptions, processAllocations } from "./process-allocations.ts";
export { compareMembers, type MemberChanges } from "./users/compare-members.ts";
export {
  type OfferingUserContext,
  OfferingUserFailed,
  type OfferingUserHandlers,
  type PendingUser,
  type UserAtOffering,
} from "./users/handlers.ts";
export type { OfferingUserOutcome, OfferingUserStep } from "./users/outcomes.ts";
export { type ProcessOfferingUsersOptions, processOfferingUsers } from "./users/process-offering-users.ts";
export {
  type AllocationPass,
  type AllocationWatch,
  type WatchAllocationsOptions,
  watchAllocations,
} from "./watch-allocations.ts";
