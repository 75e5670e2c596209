import type { components } from "./generated/schema.ts";

type Schemas = components["schemas"];

/** Gives a user a user name at an offering. */
export type OfferingUserCreateRequest = Schemas["OfferingUserCreateRequest"];
/** Changes the user name of an offering user. */
export type OfferingUserUpdateRequest = Schemas["OfferingUserUpdateRequest"];
/** Reports an order as failed. */
export type OrderErredRequest = Schemas["OrderErredRequest"];
/** Rejects an order. */
export type OrderRejectRequest = Schemas["OrderRejectRequest"];
/** One paragraph of access details: shown to the users of the allocation under its header. */
export type ReportSection = Schemas["ReportSection"];
/** Marks an allocation as erred. */
export type SetAsErredRequest = Schemas["SetAsErredRequest"];
/** Links an allocation to the provider's own id. */
export type SetBackendIdRequest = Schemas["SetBackendIdRequest"];
/** Gives a user one name at all of a provider's offerings. */
export type SetOfferingsUsernameRequest = Schemas["SetOfferingsUsernameRequest"];
/** Brings an allocation to a state, on a 2021 server. */
export type SetStateRequest = Schemas["SetStateRequest"];
/** Reports a month's totals. */
export type SetUsageRequest = Schemas["SetUsageRequest"];
/** Reports a month's totals, to a 2021 server. */
export type SetUsageRequest2021 = Schemas["SetUsageRequest2021"];
/** Reports what one user caused of a stored total. */
export type SetUserUsageRequest = Schemas["SetUserUsageRequest"];
/** Replaces the access details of an allocation. */
export type SubmitReportRequest = Schemas["SubmitReportRequest"];
/** Orders the termination of an allocation. */
export type TerminateRequest = Schemas["TerminateRequest"];
/** The total of one component. */
export type UsageItem = Schemas["UsageItem"];
/** The total of one component, a whole number. */
export type UsageItem2021 = Schemas["UsageItem2021"];
