import type { components } from "./generated/schema.ts";

type Schemas = components["schemas"];

export type OfferingUserCreateRequest = Schemas["OfferingUserCreateRequest"];
export type OfferingUserUpdateRequest = Schemas["OfferingUserUpdateRequest"];
export type OrderErredRequest = Schemas["OrderErredRequest"];
export type OrderRejectRequest = Schemas["OrderRejectRequest"];
/** One paragraph of access details: shown to the users of the allocation under its header. */
export type ReportSection = Schemas["ReportSection"];
export type SetAsErredRequest = Schemas["SetAsErredRequest"];
export type SetBackendIdRequest = Schemas["SetBackendIdRequest"];
export type SetOfferingsUsernameRequest = Schemas["SetOfferingsUsernameRequest"];
export type SetStateRequest = Schemas["SetStateRequest"];
export type SetUsageRequest = Schemas["SetUsageRequest"];
export type SetUsageRequest2021 = Schemas["SetUsageRequest2021"];
export type SetUserUsageRequest = Schemas["SetUserUsageRequest"];
export type SubmitReportRequest = Schemas["SubmitReportRequest"];
export type TerminateRequest = Schemas["TerminateRequest"];
export type UsageItem = Schemas["UsageItem"];
export type UsageItem2021 = Schemas["UsageItem2021"];
