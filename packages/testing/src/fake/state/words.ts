/** The words of the API that the server itself checks. */
export const RESOURCE_STATES = ["Creating", "OK", "Erred", "Updating", "Terminating", "Terminated"] as const;
export type ResourceState = (typeof RESOURCE_STATES)[number];

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

export const OFFERING_STATES = ["Draft", "Active", "Paused", "Archived", "Unavailable"] as const;
export type OfferingState = (typeof OFFERING_STATES)[number];

export const BILLING_TYPES = ["fixed", "usage", "limit", "one", "few"] as const;
export type BillingType = (typeof BILLING_TYPES)[number];

export const ORDER_TYPES = ["Create", "Update", "Terminate"] as const;
/** An ended allocation can be had back on 8.x servers. */
export type OrderType = (typeof ORDER_TYPES)[number] | "Restore";

export const ORDER_STATES = [
  "pending-consumer",
  "pending-provider",
  "pending-project",
  "pending-start-date",
  "executing",
  "done",
  "erred",
  "canceled",
  "rejected",
] as const;
export type OrderState = (typeof ORDER_STATES)[number];

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

export type RoleScope = "organization" | "project" | "offering";

export type Dialect = "2021" | "current";

/** Servers the `current` dialect speaks to: the oldest one, and those of 8.x. */
export const CURRENT_GENERATIONS = ["2024-10", "8.0", "8.1"] as const;
export type CurrentGeneration = (typeof CURRENT_GENERATIONS)[number];

/** What a current fake is unless it is told to be another. */
export const NEWEST: CurrentGeneration = "8.1";

/** The servers there have been, oldest first. */
export const GENERATIONS = ["2021", ...CURRENT_GENERATIONS] as const;
export type Generation = (typeof GENERATIONS)[number];

/** Whether a server is at least this new. */
export function isSince(generation: Generation, first: Generation): boolean {
  return GENERATIONS.indexOf(generation) >= GENERATIONS.indexOf(first);
}

/** Whether an offering user can be used now; newest servers only. */
export const RUNTIME_STATES = ["Active", "Pending account linking", "Pending additional validation"] as const;

export const OFFERING_USER_STATES = [
  "Requested",
  "Creating",
  "Pending account linking",
  "Pending additional validation",
  "OK",
  "Requested deletion",
  "Deleting",
  "Deleted",
  "Error creating",
  "Error deleting",
] as const;
export type OfferingUserState = (typeof OFFERING_USER_STATES)[number];

/** States of service and course accounts. */
export const ACCOUNT_STATES = ["OK", "Closed", "Erred"] as const;

/** Kinds of offerings, as far as the servers treat them differently. */
export const BASIC = "Marketplace.Basic";
export const SLURM = "Marketplace.Slurm";
export const SUPPORT = "Support.OfferingTemplate";
