import type { components } from "./generated/schema.ts";
import type {
  BillingType,
  OfferingState,
  OfferingUserState,
  OrderState,
  OrderType,
  ResourceState,
} from "./states.ts";

type Schemas = components["schemas"];

type RequiredKeys<Row> = { [K in keyof Row]-?: object extends Pick<Row, K> ? never : K }[keyof Row];

type ValueOf<Row, K> = K extends keyof Row ? Row[K] : never;

/** A value from a list that servers may add to: editors complete the known ones, any other passes. */
type Open<Known extends string> = Known | (string & Record<never, never>);

/**
 * A row that may come from either generation of server: what both always send is required, the rest is optional,
 * and a value may have either form (a usage is a number on a 2021 server and a decimal string since).
 */
type Either<
  Old,
  New,
  // Not names but keys of a row: made from these, a column keeps what the spec says of it.
  Always extends keyof New = Extract<RequiredKeys<New>, RequiredKeys<Old>>,
  Others extends keyof New = Exclude<keyof New, Always>,
  Gone extends keyof Old = Exclude<keyof Old, keyof New>,
> = { [K in Always]: New[K] | ValueOf<Old, K> } & { [K in Others]?: New[K] | ValueOf<Old, K> } & {
  [K in Gone]?: Old[K];
};

/** An allocation: what a project holds of an offering. The servers call it a resource. */
export interface Resource extends Either<Schemas["Resource2021"], Schemas["Resource"]> {
  state: Open<ResourceState>;
}

/** What a provider offers, with its components and plans. */
export interface Offering extends Either<Schemas["Offering2021"], Schemas["Offering"]> {
  state: Open<OfferingState>;
}

/** Something an offering counts, such as `cpu`; only those with billing type `usage` or `limit` are reported. */
export interface OfferingComponent
  extends Either<Schemas["OfferingComponent2021"], Schemas["OfferingComponent"]> {
  billing_type: Open<BillingType>;
}

/** A price list of an offering. */
export interface Plan extends Either<Schemas["Plan2021"], Schemas["Plan"]> {}

/** The time an allocation spent on one plan; the open one has `end: null`. */
export interface PlanPeriod extends Either<Schemas["PlanPeriod2021"], Schemas["PlanPeriod"]> {}

/** What was reported for one component in the current month. */
export type PlanPeriodComponent = PlanPeriod["components"][number];

/** A member of the project that holds an allocation. */
export interface TeamMember extends Either<Schemas["TeamMember2021"], Schemas["TeamMember"]> {}

/** The stored total of one component of one allocation in one month. */
export interface ComponentUsage extends Either<Schemas["ComponentUsage2021"], Schemas["ComponentUsage"]> {}

/** The part of a component usage that one user caused. */
export interface ComponentUserUsage extends ComponentUserUsageRow {}

type ComponentUserUsageRow = Schemas["ComponentUserUsage"];

/** What links a user with an offering, and their user name there. */
export interface OfferingUser extends Either<Schemas["OfferingUser2021"], Schemas["OfferingUser"]> {
  state?: Open<OfferingUserState>;
}

/** A request to create, update or terminate an allocation, which a provider approves and completes. */
export interface Order extends OrderRow {
  state: Open<OrderState>;
  type: Open<OrderType>;
}

type OrderRow = Schemas["Order"];

/** An organization in its role as a provider. */
export interface ServiceProvider extends Either<Schemas["ServiceProvider2021"], Schemas["ServiceProvider"]> {}

/** A user of a provider's offerings. */
export interface ServiceProviderUser extends ServiceProviderUserRow {}

type ServiceProviderUserRow = Schemas["ServiceProviderUser"];

/** A public SSH key of a user. */
export interface SshKey extends SshKeyRow {}

type SshKeyRow = Schemas["SshKey"];

/** A project that uses a provider's offerings. */
export interface Project extends ProjectRow {}

type ProjectRow = Schemas["Project"];

/** A role of a user in a project. */
export interface ProjectPermission extends ProjectPermissionRow {}

type ProjectPermissionRow = Schemas["ProjectPermission"];

/** Which attributes of users an offering may see. */
export interface OfferingUserAttributeConfig extends OfferingUserAttributeConfigRow {}

type OfferingUserAttributeConfigRow = Schemas["OfferingUserAttributeConfig"];

/** What a user may use of a component of an allocation. */
export interface UserUsageLimit extends UserUsageLimitRow {}

type UserUsageLimitRow = Schemas["UserUsageLimit"];
