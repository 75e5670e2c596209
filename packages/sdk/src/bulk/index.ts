export type {
  AllocationBulkOptions,
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
export { ensureOfferingUserMany, type UserNameItem } from "./ensure-offering-user-many.ts";
export { type ReportUsageManyOptions, reportUsageMany, type UsageItem } from "./report-usage-many.ts";
export { type BackendIdItem, type SetBackendIdResult, setBackendIdMany } from "./set-backend-id-many.ts";
export { type StateItem, setStateMany } from "./set-state-many.ts";
