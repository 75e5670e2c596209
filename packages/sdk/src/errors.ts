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
  UnsupportedByServerError,
  UsageReportError,
  type UsageReportProblem,
} from "./errors/domain-errors.ts";
export {
  ConnectionError,
  ExchangeError,
  type ExchangeFacts,
  RequestTimeoutError,
  UnexpectedResponseError,
} from "./errors/exchange-errors.ts";
export { isPuhuriError, PuhuriError } from "./errors/puhuri-error.ts";
