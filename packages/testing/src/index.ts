export type { SpecDialect } from "./contract/operation-index.ts";
export type { SpecDocument } from "./contract/spec-document.ts";
export { TestServerError, type TestServerErrorCode } from "./prism/errors.ts";
export type { RunningServer } from "./prism/listen.ts";
export { createMockFetch, type MockFetch, type MockOptions } from "./prism/mock-fetch.ts";
export { type MockServer, type MockServerOptions, startMockServer } from "./prism/mock-server.ts";
export type { RecordedRequest, RequestRecord } from "./prism/request-record.ts";
export {
  startValidationProxy,
  type ValidationProxy,
  type ValidationProxyOptions,
} from "./prism/validation-proxy.ts";
export type { Violation } from "./prism/violation.ts";
