import type { components } from "./generated/schema.ts";

type Schemas = components["schemas"];

/** States of an allocation, as filters take them. Answers may hold states that are not in the list yet. */
export type ResourceState = Schemas["ResourceState"];
/** States a 2021 server is told to bring an allocation to. */
export type ResourceCommand = Schemas["ResourceCommand"];
/** States of an offering. */
export type OfferingState = Schemas["OfferingState"];
/** States of an order. */
export type OrderState = Schemas["OrderState"];
/** What an order is to do with a resource. */
export type OrderType = Schemas["OrderType"];
/** States of an offering user. */
export type OfferingUserState = Schemas["OfferingUserState"];
/** Whether an offering user can be used. */
export type RuntimeState = Schemas["RuntimeState"];
/** How a component of an offering is billed; only `usage` and `limit` components can be reported. */
export type BillingType = Schemas["BillingType"];
