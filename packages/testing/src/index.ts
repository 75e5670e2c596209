export { TestServerError, type TestServerErrorCode } from "./errors.ts";
export type { BackgroundMode } from "./fake/background.ts";
export { createFakePuhuri, type FakePuhuri, type FakePuhuriOptions } from "./fake/create-fake-puhuri.ts";
export type {
  ComponentUsage,
  ComponentUserUsage,
  Offering,
  OfferingComponent,
  OfferingUser,
  Order,
  Organization,
  Plan,
  PlanPeriod,
  Project,
  Resource,
  RoleAssignment,
  ServiceProvider,
  SshKey,
  User,
} from "./fake/entities.ts";
export { ConnectionLost, type Intercept, type InterceptedRequest } from "./fake/http/intercept.ts";
export type { LoggedRequest } from "./fake/http/request-log.ts";
export type { Reference, SeedDocument } from "./fake/seed/inputs.ts";
export { parseSeed } from "./fake/seed/parse-seed.ts";
export type { Seed } from "./fake/seed/plant.ts";
export type { SeedBuilder } from "./fake/seed/seed-builder.ts";
export { SeedError } from "./fake/seed/seed-error.ts";
export type { Store } from "./fake/store.ts";
export type { Fault, FaultTools } from "./faults/fault.ts";
export type { FaultRule, OperationId } from "./faults/fault-rule.ts";
export { faults } from "./faults/faults.ts";
export type { Fetch } from "./faults/faulty-fetch.ts";
export {
  type FaultInjector,
  type FaultOptions,
  type InjectedFault,
  injectFaults,
} from "./faults/inject-faults.ts";
export type { ListenOptions, RunningServer } from "./listen.ts";
export { createMockFetch, type MockFetch, type MockOptions } from "./prism/mock-fetch.ts";
export { type MockServer, type MockServerOptions, startMockServer } from "./prism/mock-server.ts";
export type { RecordedRequest, RequestRecord } from "./prism/request-record.ts";
export {
  startValidationProxy,
  type ValidationProxy,
  type ValidationProxyOptions,
} from "./prism/validation-proxy.ts";
export type { Violation } from "./prism/violation.ts";
export type { SpecDialect } from "./spec/operation-index.ts";
export type { SpecDocument } from "./spec/spec-document.ts";
