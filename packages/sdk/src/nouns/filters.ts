import type { operations } from "@puhuri/api-types";
import type { QueryOf } from "../servers/server.ts";

/** A filter that the server takes several values for may be given one or more. */
type OneOrMore<Value> = Value extends readonly (infer Item)[] ? Item | readonly Item[] : Value;

/** The filters of a list operation. `fields` and the turning of pages are the list's own. */
type Filters<Id extends keyof operations> = {
  // In this form an editor shows what the spec says of each.
  readonly [Name in keyof QueryOf<Id> as Exclude<Name, "field" | "page" | "page_size">]?:
    | OneOrMore<NonNullable<QueryOf<Id>[Name]>>
    | undefined;
};
/**
 * Filters for allocations. On a 2021 server there are fewer: one it does not know is refused before it is sent.
 *
 * Some, here and on other lists, say since when there are: an older server takes no notice of them and lists everything.
 * Nothing tells the two apart, so look at the rows before you act on them. docs/operations.md names these filters.
 */
export interface ResourceFilters extends Filters<"provider_resources_list"> {}
/** Filters for offerings. */
export interface OfferingFilters extends Filters<"provider_offerings_list"> {}
/** Filters for orders. */
export interface OrderFilters extends Filters<"orders_list"> {}
/** Filters for stored usage. */
export interface ComponentUsageFilters extends Filters<"component_usages_list"> {}
/** Filters for the stored usage of users. */
export interface ComponentUserUsageFilters extends Filters<"component_user_usages_list"> {}
/** Filters for limits of users. */
export interface UserLimitFilters extends Filters<"component_user_usage_limits_list"> {}
/** Filters for offering users. */
export interface OfferingUserFilters extends Filters<"offering_users_list"> {}
/** Filters for service providers. */
export interface ServiceProviderFilters extends Filters<"service_providers_list"> {}
/** Filters for the users of a provider's offerings. */
export interface ServiceProviderUserFilters extends Filters<"service_providers_users_list"> {}
/** Filters for the SSH keys of those users. */
export interface SshKeyFilters extends Filters<"service_providers_keys_list"> {}
/** Filters for the projects with allocations on a provider's offerings. */
export interface ProjectFilters extends Filters<"service_providers_projects_list"> {}
/** Filters for the roles in those projects. */
export interface ProjectPermissionFilters extends Filters<"service_providers_project_permissions_list"> {}
