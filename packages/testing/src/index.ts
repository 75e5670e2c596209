export { SeedError, TestServerError, type TestServerErrorCode } from "./errors.ts";
export { createFakePuhuri, type FakePuhuri, type FakePuhuriOptions } from "./fake/create-fake-puhuri.ts";
export type { ByCustomer, Customer, NewAllocation, OrderOptions } from "./fake/customer.ts";
export {
  ConnectionLost,
  type Intercept,
  type InterceptedRequest,
  type LoggedRequest,
} from "./fake/http/exchange.ts";
export type { InvoiceItem } from "./fake/money/invoices.ts";
export type { ProjectRole } from "./fake/people/roles.ts";
export type { Seed, SeedBuilder } from "./fake/seed/builder.ts";
export type { Reference, SeedDocument } from "./fake/seed/inputs.ts";
export { parseSeed } from "./fake/seed/parse.ts";
export type {
  ComponentUsage,
  ComponentUserUsage,
  Offering,
  OfferingComponent,
  OfferingUser,
  Order,
  Plan,
  PlanPeriod,
  Resource,
} from "./fake/state/marketplace.ts";
export type {
  CourseAccount,
  Organization,
  Project,
  RoleAssignment,
  ServiceAccount,
  ServiceProvider,
  SshKey,
  User,
} from "./fake/state/people.ts";
export type { Store } from "./fake/state/store.ts";
export type { BackgroundMode, LateWorker, WorkerControl } from "./fake/worker.ts";
export type { Fault, FaultRule, OperationId, Sleep } from "./faults/fault.ts";
export { faults } from "./faults/faults.ts";
export {
  type FaultInjector,
  type FaultOptions,
  type Fetch,
  type InjectedFault,
  injectFaults,
} from "./faults/inject-faults.ts";
export { createMockFetch, type MockFetch, type MockOptions } from "./prism/mock-fetch.ts";
export { type MockServer, type MockServerOptions, startMockServer } from "./prism/mock-server.ts";
export type { RecordedRequest, RequestRecord, Violation } from "./prism/request-record.ts";
export {
  startValidationProxy,
  type ValidationProxy,
  type ValidationProxyOptions,
} from "./prism/validation-proxy.ts";
export type { ListenOptions, RunningServer } from "./running-server.ts";
export type { SpecDialect } from "./spec/operation-index.ts";
