/** The words of the API that the server itself checks. */
import type { OrderState, OrderType } from "@puhuri/api-types";

export type {
  BillingType,
  OfferingState,
  OfferingUserState,
  OrderState,
  OrderType,
  ResourceState,
} from "@puhuri/api-types";
export {
  billingTypes as BILLING_TYPES,
  offeringStates as OFFERING_STATES,
  offeringUserStates as OFFERING_USER_STATES,
  orderStates as ORDER_STATES,
  resourceStates as RESOURCE_STATES,
  runtimeStates as RUNTIME_STATES,
} from "@puhuri/api-types";

/** What one can order; an ended allocation can be had back on 8.x servers, by another way. */
export const ORDER_TYPES = ["Create", "Update", "Terminate"] as const satisfies readonly OrderType[];

/** States of what a plugin keeps for a resource, in the order of their numbers; they are not the resource's. */
export const PLUGIN_STATES = [
  "Update Scheduled",
  "Updating",
  "OK",
  "Erred",
  "Creation Scheduled",
  "Creating",
  "Deletion Scheduled",
  "Deleting",
] as const;
export type PluginState = (typeof PLUGIN_STATES)[number];

/** States of service and course accounts. */
export const ACCOUNT_STATES = ["OK", "Closed", "Erred"] as const;

/** States in which an order keeps the next one from being placed. */
export const OPEN: readonly OrderState[] = [
  "pending-consumer",
  "pending-provider",
  "pending-start-date",
  "executing",
];

/** Roles on an organization, then on a project, then on an offering. */
export const ROLES = [
  "owner",
  "service_manager",
  "support",
  "admin",
  "manager",
  "member",
  "offering_manager",
] as const;
export type RoleName = (typeof ROLES)[number];

/** What roles can be on. */
export const ROLE_SCOPES = ["organization", "project", "offering"] as const;
export type RoleScope = (typeof ROLE_SCOPES)[number];

export type Dialect = "2021" | "current";

/** Servers the `current` dialect speaks to: the oldest one, and those of 8.x. */
export const CURRENT_GENERATIONS = ["2024-10", "8.0", "8.1"] as const;
export type CurrentGeneration = (typeof CURRENT_GENERATIONS)[number];

/** What a current fake is by default. */
export const NEWEST: CurrentGeneration = "8.1";

/** The servers there have been, oldest first. */
export const GENERATIONS = ["2021", ...CURRENT_GENERATIONS] as const;
export type Generation = (typeof GENERATIONS)[number];

/** Whether a server is at least this new. */
export function isSince(generation: Generation, first: Generation): boolean {
  return GENERATIONS.indexOf(generation) >= GENERATIONS.indexOf(first);
}

/** Whether a server has what the spec marks with the generations that have it. */
export function isMarked(generation: Generation, marks: { since?: Generation; until?: Generation }): boolean {
  const { since = "2021", until = NEWEST } = marks;
  return isSince(generation, since) && isSince(until, generation);
}

/** Kinds of offerings, as far as the servers treat them differently. */
export const BASIC = "Marketplace.Basic";
export const SLURM = "Marketplace.Slurm";
export const SUPPORT = "Support.OfferingTemplate";
