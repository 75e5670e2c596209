export type { WorkKind, WorkOrder, WorkScope } from "../servers/work.ts";
export type { AllocationStep } from "./allocation-attempt.ts";
export {
  type Allocation,
  type AllocationContext,
  AllocationFailed,
  type AllocationHandlers,
  type CreatedAllocation,
  type Decision,
  type HandlerContext,
  type LastUsage,
} from "./handlers.ts";
export type { PassOptions } from "./pass.ts";
export {
  type AllocationOutcome,
  type ProcessAllocationsOptions,
  processAllocations,
} from "./process-allocations.ts";
export { compareMembers, type MemberChanges } from "./users/compare-members.ts";
export {
  OfferingUserFailed,
  type OfferingUserHandlers,
  type PendingUser,
  type UserAtOffering,
} from "./users/handlers.ts";
export {
  type OfferingUserOutcome,
  type ProcessOfferingUsersOptions,
  processOfferingUsers,
} from "./users/process-offering-users.ts";
export type { OfferingUserStep } from "./users/user-attempt.ts";
export {
  type AllocationPass,
  type AllocationWatch,
  type WatchAllocationsOptions,
  watchAllocations,
} from "./watch-allocations.ts";
