import type { operations } from "@puhuri/api-types";
import type { Call } from "../http/call.ts";
import type { currentOfferings, currentOrders, currentResources, currentUsages } from "./current.ts";
import type { currentOfferingUsers, currentServiceProviders } from "./current-people.ts";
import type { Course, TargetState } from "./states.ts";
import type { WorkSource } from "./work.ts";

export type { ProviderMessage, ResourceEndpoint, UsageRules } from "./current.ts";
export type { OfferingUserCommand, OfferingUserRequest } from "./current-people.ts";
export type { StatusMessage } from "./requests.ts";

/** The generations of servers: the API that the guide documents, and servers since 2024-10. */
export type Dialect = "2021" | "current";

/** Which releases a server behaves like, where single answers do not show it. */
export type Release = "2021" | "2024-10" | "8.x";

/** All requests of a server, by what they are about: one for each method. Uuids have 32 hex digits here. */
export interface Rooms {
  readonly resources: ReturnType<typeof currentResources>;
  readonly offerings: ReturnType<typeof currentOfferings>;
  readonly usages: ReturnType<typeof currentUsages>;
  readonly offeringUsers: ReturnType<typeof currentOfferingUsers>;
  readonly orders: ReturnType<typeof currentOrders>;
  readonly serviceProviders: ReturnType<typeof currentServiceProviders>;
}

/**
 * What a provider can do on a server of either generation. Current servers have all of it, so its type is theirs.
 *
 * What a 2021 server lacks throws `UnsupportedByServerError` as soon as it is read.
 */
export interface Server extends Rooms {
  readonly dialect: Dialect;
  /** Reads the release until it is known: undefined while there is no allocation that would show it. */
  release(call: Call): Promise<Release | undefined>;
  /** Whether no worker of the server touches an approved order of a Slurm offering: from 8.1 on. Reads the version, once. */
  leavesSlurmToProviders(call: Call): Promise<boolean>;
  /** How an allocation is brought to a state here, where it is not through orders. */
  courseOf?(resourceUuid: string, target: TargetState): Course;
  /** What waits for a provider, where that is not orders. */
  readonly work?: WorkSource;
  readonly learnt: Learnt;
}

/** What a client has learnt about its server from answers. */
export interface Learnt {
  /** It takes the parts of only one user at a time (2024-10). */
  takesOneUser?: boolean;
}

/** The query of an operation as the spec has it. */
export type QueryOf<Id extends keyof operations> = operations[Id] extends {
  parameters: { query?: infer Query };
}
  ? NonNullable<Query>
  : never;
