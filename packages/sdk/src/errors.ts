export {
  ApiError,
  type ApiErrorFacts,
  AuthenticationError,
  apiErrorOf,
  BadRequestError,
  ConflictError,
  NotFoundError,
  PermissionDeniedError,
  RateLimitError,
  ServerError,
} from "./errors/api-error.ts";
export {
  InvalidArgumentError,
  InvalidTransitionError,
  ListChangedError,
  UnsupportedByServerError,
  UsageReportError,
  type UsageReportProblem,
} from "./errors/domain-errors.ts";
export {
  ConnectionError,
  ExchangeError,
  type ExchangeFacts,
  RequestTimeoutError,
  TokenError,
  UnexpectedResponseError,
} from "./errors/exchange-errors.ts";
export { isPuhuriError, type KnownPuhuriError } from "./errors/known-error.ts";
export { PuhuriError, type PuhuriErrorCode } from "./errors/puhuri-error.ts";
