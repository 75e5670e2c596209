import type {
  OfferingComponent,
  OfferingUser,
  OfferingUserAttributeConfig,
  operations,
  PlanPeriod,
  ReportSection,
  RuntimeState,
  TeamMember,
} from "@puhuri/api-types";
import type { Call } from "../http/call.ts";
import type { Listing } from "../list/listing.ts";
import type { States } from "./states.ts";
import type { UsageRequests } from "./usage-requests.ts";
import type { WaitingWork } from "./waiting.ts";

/** The generations of server the sdk speaks to: the API the guide documents, and servers since 2024-10. */
export type Dialect = "2021" | "current";

/**
 * What a provider can do on a server: each method of a room is one HTTP request.
 *
 * What its generation lacks rejects with `UnsupportedByServerError`. Uuids are 32 hex digits here.
 */
export interface Server extends Rooms {
  readonly dialect: Dialect;
  /** Which servers this one behaves like, where that cannot be told from its answers alone: asked for once. */
  release(call: Call): Promise<"2021" | "2024-10" | "8.x">;
  /** How states are moved here, where it is not through orders. */
  readonly states?: States;
  /** What waits for a provider, where that is not orders. */
  readonly waiting?: WaitingWork;
  readonly learnt: Learnt;
}

/** What can be asked of a server, by what it is about. */
export interface Rooms {
  readonly resources: ResourceRequests;
  readonly offerings: OfferingRequests;
  readonly usages: UsageRequests;
  readonly offeringUsers: OfferingUserRequests;
  readonly orders: OrderRequests;
  readonly serviceProviders: ServiceProviderRequests;
}

/** What a client has learnt of its server from answers. */
export interface Learnt {
  /** It lets a provider set states (8.x). */
  setsStates?: boolean;
  /** When it was seen last, by the client's clock, that it does not (2024-10). */
  setsNoStatesAt?: number;
  /** It takes the parts of one user at a time only (2024-10). */
  takesOneUser?: boolean;
}

/** The query of an operation as the spec has it. */
export type QueryOf<Id extends keyof operations> = operations[Id] extends {
  parameters: { query?: infer Query };
}
  ? NonNullable<Query>
  : never;

/** The server's own word on an action it has carried out. */
export interface StatusMessage {
  readonly status: string;
}

/** An address of an allocation, as its users see it. */
export interface ResourceEndpoint {
  readonly name: string;
  readonly url: string;
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

export interface ResourceRequests {
  readonly listing: Listing;
  get(uuid: string, columns: Columns, call: Call): Promise<object>;
  /** What tells whether and how usage of an allocation can be reported. */
  reportFacts(uuid: string, call: Call): Promise<ReportFacts>;
  setBackendId(uuid: string, backendId: string, call: Call): Promise<StatusMessage>;
  submitReport(uuid: string, report: readonly ReportSection[], call: Call): Promise<StatusMessage>;
  setLimits(uuid: string, limits: Readonly<Record<string, number>>, call: Call): Promise<StatusMessage>;
  setBackendMetadata(
    uuid: string,
    metadata: Readonly<Record<string, unknown>>,
    call: Call,
  ): Promise<StatusMessage>;
  setEndpoints(uuid: string, endpoints: readonly ResourceEndpoint[], call: Call): Promise<StatusMessage>;
  setEndDate(uuid: string, endDate: string | null, call: Call): Promise<unknown>;
  refreshLastSync(uuid: string, call: Call): Promise<unknown>;
  team(uuid: string, call: Call): Promise<TeamMember[]>;
  planPeriods(uuid: string, call: Call): Promise<PlanPeriod[]>;
  setAsOk(uuid: string, call: Call): Promise<unknown>;
  setAsErred(uuid: string, error: ErrorReport, call: Call): Promise<unknown>;
  terminate(uuid: string, call: Call): Promise<unknown>;
  /** Tells the Slurm plugin of 2024-10 that an allocation is there. */
  confirmSlurm(uuid: string, call: Call): Promise<unknown>;
}

export interface OfferingRequests {
  readonly listing: Listing;
  get(uuid: string, columns: Columns, call: Call): Promise<object>;
  components(uuid: string, call: Call): Promise<readonly OfferingComponent[]>;
  userAttributes(uuid: string, call: Call): Promise<OfferingUserAttributeConfig>;
  isBackendIdFree(uuid: string, check: BackendIdCheck, call: Call): Promise<boolean>;
}

interface BackendIdCheck {
  readonly backend_id: string;
  /** At all offerings of the same provider. */
  readonly check_all_offerings: boolean;
}

export interface OfferingUserRequests {
  readonly listing: Listing;
  /** Whether the server refuses a second one of a user at an offering, so that creating it can be repeated. */
  readonly onePerUser: boolean;
  get(uuid: string, columns: Columns, call: Call): Promise<object>;
  create(request: OfferingUserRequest, call: Call): Promise<OfferingUser>;
  /** Undefined where the server says nothing of what it has changed. */
  setUsername(uuid: string, username: string, call: Call): Promise<OfferingUser | undefined>;
  remove(uuid: string, call: Call): Promise<unknown>;
  // From 8.x on:
  /** @param told - What the user has to do, where the step asks them for something. */
  advance(
    uuid: string,
    step: OfferingUserCommand,
    told: { comment?: string; comment_url?: string },
    call: Call,
  ): Promise<unknown>;
  setComments(
    uuid: string,
    told: { service_provider_comment?: string; service_provider_comment_url?: string },
    call: Call,
  ): Promise<unknown>;
  setRestricted(uuid: string, isRestricted: boolean, call: Call): Promise<unknown>;
  setRuntimeState(uuid: string, state: RuntimeState, call: Call): Promise<unknown>;
  /** What is used at an offering and is no user's: by programs of its projects or organizations, or on courses. */
  shared(kind: "project_service" | "customer_service" | "course", offeringUuid: string): Listing;
}

/** A step in the life of an offering user. */
export type OfferingUserCommand =
  | "begin_creating"
  | "set_pending_account_linking"
  | "set_pending_additional_validation"
  | "set_ok"
  | "set_error_creating"
  | "request_deletion"
  | "set_deleting"
  | "set_deleted"
  | "set_error_deleting";

/** An offering user to make; offering and user by uuid. */
export interface OfferingUserRequest {
  readonly offeringUuid: string;
  readonly userUuid: string;
  readonly username?: string | undefined;
}

/** What went wrong, for people to read. */
export interface ErrorReport {
  readonly message: string;
  readonly traceback: string;
}

export interface OrderRequests {
  readonly listing: Listing;
  get(uuid: string, columns: Columns, call: Call): Promise<object>;
  approve(uuid: string, call: Call): Promise<unknown>;
  reject(uuid: string, comment: string | undefined, call: Call): Promise<unknown>;
  setExecuting(uuid: string, call: Call): Promise<unknown>;
  setDone(uuid: string, call: Call): Promise<unknown>;
  setErred(uuid: string, error: ErrorReport, call: Call): Promise<unknown>;
  cancel(uuid: string, call: Call): Promise<unknown>;
  setBackendId(uuid: string, backendId: string, call: Call): Promise<StatusMessage>;
  /** Leaves as it is what is undefined. */
  setProviderInfo(uuid: string, message: ProviderMessage, call: Call): Promise<unknown>;
}

/** What a provider writes to the customer of an order; `""` takes it away. */
export interface ProviderMessage {
  readonly message?: string | undefined;
  /** Where to read or do more. */
  readonly url?: string | undefined;
}

export interface ServiceProviderRequests {
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
  ): Promise<unknown>;
}
