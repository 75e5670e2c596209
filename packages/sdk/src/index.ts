export type {
  ComponentUsage,
  ComponentUserUsage,
  Offering,
  OfferingComponent,
  OfferingUser,
  OfferingUserAttributeConfig,
  OfferingUserState,
  Order,
  OrderState,
  OrderType,
  PlanPeriod,
  Project,
  ProjectPermission,
  ReportSection,
  Resource,
  ResourceState,
  ServiceProvider,
  ServiceProviderUser,
  SshKey,
  TeamMember,
  UserUsageLimit,
} from "@puhuri/api-types";
export { createPuhuriClient, type PuhuriClient } from "./client.ts";
export {
  ApiError,
  AuthenticationError,
  BadRequestError,
  ConflictError,
  ConnectionError,
  InvalidArgumentError,
  InvalidTransitionError,
  isPuhuriError,
  type KnownPuhuriError,
  ListChangedError,
  NotFoundError,
  PermissionDeniedError,
  PuhuriError,
  type PuhuriErrorCode,
  RateLimitError,
  RequestTimeoutError,
  ServerError,
  TokenError,
  UnexpectedResponseError,
  UnsupportedByServerError,
  UsageReportError,
  type UsageReportProblem,
} from "./errors.ts";
export type { CallOptions } from "./http/call.ts";
export type { Clock } from "./http/clock.ts";
export type { EndEvent, Hooks, RequestEvent, ResponseEvent, RetryEvent } from "./http/hooks.ts";
export type { RetryOptions, RetryWishes } from "./http/retry-policy.ts";
export type { Get, List, ListOf, ListOptions } from "./list/methods.ts";
export type { Paginated, PaginationOptions } from "./list/paginated.ts";
export type { Page } from "./list/pass.ts";
export type { OfferingUserFilters, OfferingUserInput, OfferingUsers } from "./nouns/offering-users.ts";
export type { IsBackendIdFreeOptions, OfferingFilters, Offerings } from "./nouns/offerings.ts";
export type { OrderFailure, OrderFilters, Orders } from "./nouns/orders.ts";
export type { ResourceUpkeep } from "./nouns/resource-upkeep.ts";
export type { ResourceFilters, Resources } from "./nouns/resources.ts";
export type {
  ProjectFilters,
  ProjectPermissionFilters,
  ServiceProviderFilters,
  ServiceProviders,
  ServiceProviderUserFilters,
  SshKeyFilters,
} from "./nouns/service-providers.ts";
export type {
  ComponentUsageFilters,
  ComponentUserUsageFilters,
  SetUsageRequest,
  Usages,
  UserLimitFilters,
  UserLimitInput,
} from "./nouns/usages.ts";
export type { PuhuriClientOptions } from "./options.ts";
export type { ServerFacts } from "./servers/detect.ts";
export type { Dialect, ProviderMessage, ResourceEndpoint, StatusMessage } from "./servers/server.ts";
export type { OrderSummary, ResourceSummary, TargetState } from "./servers/states.ts";
export type { MoveOrderResult } from "./set-state/move-order.ts";
export type { SetStateOptions, SetStateResult } from "./set-state/set-state.ts";
export {
  type ReportUsageOptions,
  reportableStates,
  type UsageAmounts,
  type UserAmounts,
} from "./usage/report.ts";
export type { ReportUsageResult } from "./usage/report-usage.ts";
export type { DailyAmounts } from "./usage/set-daily.ts";
export type { MissingUsagePolicy } from "./usage/stored-usage.ts";
export type { EnsuredOfferingUser } from "./users/ensure-offering-user.ts";
export type {
  OfferingUserStateResult,
  OfferingUserTarget,
  SetOfferingUserStateOptions,
} from "./users/set-offering-user-state.ts";
export type { OfferingUserChanges } from "./users/update-offering-user.ts";
export type { AmountInput, Rounding } from "./values/amount.ts";
