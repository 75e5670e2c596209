import type {
  OfferingComponent,
  OfferingUser,
  PlanPeriod,
  ReportSection,
  TeamMember,
} from "@puhuri/api-types";
import type { Call } from "../http/call.ts";
import type { Listing } from "../list/listing.ts";
import type { States } from "./states.ts";
import type { WaitingWork } from "./waiting.ts";

/** The generations of server the sdk speaks to: the API the guide documents, and servers since 2024-10. */
export type Dialect = "2021" | "current";

/**
 * What a provider can do on one generation of server; each method is one HTTP call.
 *
 * What a generation has no endpoint for rejects with `UnsupportedByServerError`. Uuids are 32 hex digits here.
 */
export interface ProviderApi {
  readonly dialect: Dialect;
  /** Which servers this one behaves like, where that cannot be told from its answers alone: asked for once. */
  release(call: Call): Promise<"2021" | "2024-10" | "8.x">;
  readonly resources: ResourcesApi;
  readonly offerings: OfferingsApi;
  readonly usages: UsagesApi;
  readonly offeringUsers: OfferingUsersApi;
  readonly orders: OrdersApi;
  readonly serviceProviders: ServiceProvidersApi;
  /** How states are moved here, where it is not through orders. */
  readonly states?: States;
  /** What waits for a provider, where that is not orders. */
  readonly waiting?: WaitingWork;
  readonly learnt: Learnt;
}

/** What a client has learnt of its server from answers. */
export interface Learnt {
  /** It lets a provider set states (8.x). */
  setsStates?: boolean;
  /** When it was seen last, by the client's clock, that it does not (2024-10). */
  setsNoStatesAt?: number;
}

/** The server's own word on an action it has carried out. */
export interface StatusMessage {
  readonly status: string;
}

/** Columns to ask for; undefined asks for whole rows. */
export type Columns = readonly string[] | undefined;

/** What an allocation's own row tells of reporting its usage. */
export interface ReportFacts {
  /** The offering it was made on. */
  readonly offeringUuid: string;
  readonly state: string;
  /** False only where it is known to have none. */
  readonly hasPlan: boolean;
}

export interface ResourcesApi {
  readonly listing: Listing;
  get(uuid: string, columns: Columns, call: Call): Promise<object>;
  /** What tells whether and how usage of an allocation can be reported. */
  reportFacts(uuid: string, call: Call): Promise<ReportFacts>;
  setBackendId(uuid: string, backendId: string, call: Call): Promise<StatusMessage>;
  submitReport(uuid: string, report: readonly ReportSection[], call: Call): Promise<StatusMessage>;
  team(uuid: string, call: Call): Promise<TeamMember[]>;
  planPeriods(uuid: string, call: Call): Promise<PlanPeriod[]>;
}

export interface OfferingsApi {
  readonly listing: Listing;
  get(uuid: string, columns: Columns, call: Call): Promise<object>;
  components(uuid: string, call: Call): Promise<OfferingComponent[]>;
}

export interface UsagesApi {
  readonly listing: Listing;
  readonly userListing: Listing;
  readonly rules: UsageRules;
  set(body: UsageBody, call: Call): Promise<void>;
  setForUser(usageUuid: string, part: UserUsageRequest, call: Call): Promise<void>;
  /** Stores several users' parts, in one request or in several; tells of each that was carried out. */
  setForUsers(
    usageUuid: string,
    parts: readonly UserUsageRequest[],
    call: Call,
    onStored: () => void,
  ): Promise<void>;
}

/** How one generation of server takes usage. */
export interface UsageRules {
  /** What reports are addressed to. */
  readonly address: "plan_period" | "resource";
  /** Decimals that are kept. */
  readonly decimals: 0 | 2;
  /** A report that leaves a reportable component out is refused. */
  readonly needsEveryComponent: boolean;
  /** Users' parts are kept. */
  readonly perUser: boolean;
}

/** A usage report as it is sent. */
export interface UsageBody {
  readonly plan_period?: string;
  readonly resource?: string;
  readonly date?: string;
  readonly usages: {
    readonly type: string;
    readonly amount: number | string;
    readonly description?: string;
    readonly recurring?: boolean;
  }[];
}

/** What one user used of one component: a total of the month, like the usage it is part of. */
export interface UserUsageRequest {
  readonly username: string;
  readonly usage: string;
}

export interface OfferingUsersApi {
  readonly listing: Listing;
  /** Whether the server refuses a second account of a user at an offering, so that creating it can be repeated. */
  readonly onePerUser: boolean;
  create(request: OfferingUserRequest, call: Call): Promise<OfferingUser>;
  /** Undefined where the server says nothing of what it has changed. */
  setUsername(uuid: string, username: string, call: Call): Promise<OfferingUser | undefined>;
}

/** An account to make; offering and user by uuid. */
export interface OfferingUserRequest {
  readonly offeringUuid: string;
  readonly userUuid: string;
  readonly username?: string | undefined;
}

/** What went wrong with an order, for people to read. */
export interface ErrorReport {
  readonly message: string;
  readonly traceback: string;
}

export interface OrdersApi {
  readonly listing: Listing;
  get(uuid: string, columns: Columns, call: Call): Promise<object>;
  approve(uuid: string, call: Call): Promise<void>;
  reject(uuid: string, comment: string | undefined, call: Call): Promise<void>;
  setExecuting(uuid: string, call: Call): Promise<void>;
  setDone(uuid: string, call: Call): Promise<void>;
  setErred(uuid: string, error: ErrorReport, call: Call): Promise<void>;
}

export interface ServiceProvidersApi {
  readonly listing: Listing;
  users(serviceProviderUuid: string): Listing;
  sshKeys(serviceProviderUuid: string): Listing;
  projects(serviceProviderUuid: string): Listing;
  projectPermissions(serviceProviderUuid: string): Listing;
  setOfferingsUsername(
    serviceProviderUuid: string,
    userUuid: string,
    username: string,
    call: Call,
  ): Promise<void>;
}
