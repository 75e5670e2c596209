export type {
  BulkFailure,
  BulkItem,
  BulkOptions,
  BulkOutcome,
  BulkProgress,
  BulkRun,
  BulkSource,
  BulkSuccess,
  BulkSummary,
  OnlyKnown,
} from "./bulk-run.ts";
export {
  type EnsureOfferingUserManyOptions,
  ensureOfferingUserMany,
  type UserNameItem,
  type UserNameOutcome,
} from "./ensure-offering-user-many.ts";
export {
  type ReportUsageManyOptions,
  reportUsageMany,
  type UsageItem,
  type UsageOutcome,
} from "./report-usage-many.ts";
export {
  type BackendIdItem,
  type BackendIdOutcome,
  type SetBackendIdManyOptions,
  type SetBackendIdResult,
  setBackendIdMany,
} from "./set-backend-id-many.ts";
export {
  type SetStateManyOptions,
  type StateItem,
  type StateOutcome,
  setStateMany,
} from "./set-state-many.ts";
