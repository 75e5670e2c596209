import { describe, expectTypeOf, it } from "vitest";
import type {
  BillingType,
  billingTypes,
  ComponentUsage,
  ComponentUserUsage,
  components,
  Offering,
  OfferingComponent,
  OfferingState,
  OfferingUser,
  OfferingUserCreateRequest,
  OfferingUserState,
  OfferingUserUpdateRequest,
  Order,
  OrderErredRequest,
  OrderRejectRequest,
  OrderState,
  OrderType,
  offeringStates,
  offeringUserStates,
  orderStates,
  orderTypes,
  Plan,
  PlanPeriod,
  PlanPeriodComponent,
  Project,
  ProjectPermission,
  ReportSection,
  Resource,
  ResourceCommand,
  ResourceState,
  resourceCommands,
  resourceFields,
  resourceStates,
  ServiceProvider,
  ServiceProviderUser,
  SetAsErredRequest,
  SetBackendIdRequest,
  SetOfferingsUsernameRequest,
  SetStateRequest,
  SetUsageRequest,
  SetUsageRequest2021,
  SetUserUsageRequest,
  SshKey,
  SubmitReportRequest,
  TeamMember,
  TerminateRequest,
  UsageItem,
  UsageItem2021,
} from "../src/index.ts";

type Schemas = components["schemas"];
/** As one object type: the spec's `allOf` comes out as an intersection. */
type Flat<Row> = { [K in keyof Row]: Row[K] };

describe("a row of either generation", () => {
  it("is what the alias says", () => {
    expectTypeOf<Schemas["Resource2021"] | Schemas["Resource"]>().toExtend<Resource>();
    expectTypeOf<Schemas["Offering2021"] | Schemas["Offering"]>().toExtend<Offering>();
    expectTypeOf<
      Schemas["OfferingComponent2021"] | Schemas["OfferingComponent"]
    >().toExtend<OfferingComponent>();
    expectTypeOf<Schemas["Plan2021"] | Schemas["Plan"]>().toExtend<Plan>();
    expectTypeOf<Schemas["PlanPeriod2021"] | Schemas["PlanPeriod"]>().toExtend<PlanPeriod>();
    expectTypeOf<
      Schemas["PlanPeriodComponent2021"] | Schemas["PlanPeriodComponent"]
    >().toExtend<PlanPeriodComponent>();
    expectTypeOf<Schemas["TeamMember2021"] | Schemas["TeamMember"]>().toExtend<TeamMember>();
    expectTypeOf<Schemas["ComponentUsage2021"] | Schemas["ComponentUsage"]>().toExtend<ComponentUsage>();
    expectTypeOf<Schemas["OfferingUser2021"] | Schemas["OfferingUser"]>().toExtend<OfferingUser>();
    expectTypeOf<Schemas["ServiceProvider2021"] | Schemas["ServiceProvider"]>().toExtend<ServiceProvider>();
  });

  it("has the columns of both, and needs those that both always send", () => {
    expectTypeOf<keyof Resource>().toEqualTypeOf<keyof Schemas["Resource2021"] | keyof Schemas["Resource"]>();
    expectTypeOf<Pick<Resource, "uuid" | "name" | "state" | "backend_id">>().toExtend<{
      uuid: string;
      name: string;
      state: string;
      backend_id: string;
    }>();
    expectTypeOf<Record<never, never>>().toExtend<
      Pick<Resource, "slug" | "plan_uuid" | "order_in_progress">
    >();
    expectTypeOf<ComponentUsage["usage"]>().toEqualTypeOf<string | number>();
    // The rows of a 2021 server have no id.
    expectTypeOf<OfferingUser["uuid"]>().toEqualTypeOf<string | undefined>();
  });

  it("is not mistaken for another", () => {
    expectTypeOf<Schemas["Offering"]>().not.toExtend<Resource>();
    expectTypeOf<Schemas["Resource"]>().not.toExtend<Order>();
    expectTypeOf<Schemas["ComponentUsage"]>().not.toExtend<ComponentUserUsage>();
  });
});

describe("a row of current servers only", () => {
  it("is what the alias says", () => {
    expectTypeOf<Schemas["Order"]>().toExtend<Order>();
    expectTypeOf<keyof Order>().toEqualTypeOf<keyof Schemas["Order"]>();
    expectTypeOf<Flat<ComponentUserUsage>>().toEqualTypeOf<Flat<Schemas["ComponentUserUsage"]>>();
    expectTypeOf<Flat<ServiceProviderUser>>().toEqualTypeOf<Flat<Schemas["ServiceProviderUser"]>>();
    expectTypeOf<Flat<SshKey>>().toEqualTypeOf<Flat<Schemas["SshKey"]>>();
    expectTypeOf<Flat<Project>>().toEqualTypeOf<Flat<Schemas["Project"]>>();
    expectTypeOf<Flat<ProjectPermission>>().toEqualTypeOf<Flat<Schemas["ProjectPermission"]>>();
  });
});

describe("a request", () => {
  it("is the spec's", () => {
    expectTypeOf<OfferingUserCreateRequest>().toEqualTypeOf<Schemas["OfferingUserCreateRequest"]>();
    expectTypeOf<OfferingUserUpdateRequest>().toEqualTypeOf<Schemas["OfferingUserUpdateRequest"]>();
    expectTypeOf<OrderErredRequest>().toEqualTypeOf<Schemas["OrderErredRequest"]>();
    expectTypeOf<OrderRejectRequest>().toEqualTypeOf<Schemas["OrderRejectRequest"]>();
    expectTypeOf<ReportSection>().toEqualTypeOf<Schemas["ReportSection"]>();
    expectTypeOf<SetAsErredRequest>().toEqualTypeOf<Schemas["SetAsErredRequest"]>();
    expectTypeOf<SetBackendIdRequest>().toEqualTypeOf<Schemas["SetBackendIdRequest"]>();
    expectTypeOf<SetOfferingsUsernameRequest>().toEqualTypeOf<Schemas["SetOfferingsUsernameRequest"]>();
    expectTypeOf<SetStateRequest>().toEqualTypeOf<Schemas["SetStateRequest"]>();
    expectTypeOf<SetUsageRequest>().toEqualTypeOf<Schemas["SetUsageRequest"]>();
    expectTypeOf<SetUsageRequest2021>().toEqualTypeOf<Schemas["SetUsageRequest2021"]>();
    expectTypeOf<SetUserUsageRequest>().toEqualTypeOf<Schemas["SetUserUsageRequest"]>();
    expectTypeOf<SubmitReportRequest>().toEqualTypeOf<Schemas["SubmitReportRequest"]>();
    expectTypeOf<TerminateRequest>().toEqualTypeOf<Schemas["TerminateRequest"]>();
    expectTypeOf<UsageItem>().toEqualTypeOf<Schemas["UsageItem"]>();
    expectTypeOf<UsageItem2021>().toEqualTypeOf<Schemas["UsageItem2021"]>();
  });
});

describe("a state", () => {
  it("is one of the runtime list of its kind", () => {
    expectTypeOf<ResourceState>().toEqualTypeOf<(typeof resourceStates)[number]>();
    expectTypeOf<ResourceCommand>().toEqualTypeOf<(typeof resourceCommands)[number]>();
    expectTypeOf<OfferingState>().toEqualTypeOf<(typeof offeringStates)[number]>();
    expectTypeOf<OrderState>().toEqualTypeOf<(typeof orderStates)[number]>();
    expectTypeOf<OrderType>().toEqualTypeOf<(typeof orderTypes)[number]>();
    expectTypeOf<OfferingUserState>().toEqualTypeOf<(typeof offeringUserStates)[number]>();
    expectTypeOf<BillingType>().toEqualTypeOf<(typeof billingTypes)[number]>();
    expectTypeOf<Schemas["ResourceField"]>().toEqualTypeOf<(typeof resourceFields)[number]>();
  });

  it("may be unknown in an answer, and is completed all the same", () => {
    expectTypeOf<"Paused for ever">().toExtend<Resource["state"]>();
    expectTypeOf<Resource["state"]>().not.toEqualTypeOf<string>();
    expectTypeOf<"someday">().toExtend<Order["state"]>();
    expectTypeOf<Order["type"]>().not.toEqualTypeOf<string>();
    expectTypeOf<NonNullable<OfferingUser["state"]>>().not.toEqualTypeOf<string>();
    expectTypeOf<Offering["state"]>().not.toEqualTypeOf<string>();
    expectTypeOf<OfferingComponent["billing_type"]>().not.toEqualTypeOf<string>();
  });
});
