import type {
  OfferingComponent,
  OfferingUser,
  operations,
  PlanPeriod,
  ReportSection,
  TeamMember,
} from "@puhuri/api-types";
import { UnsupportedByServerError } from "../errors.ts";
import type { Call } from "../http/call.ts";
import type { Listing } from "../list/listing.ts";
import { unsupportedListing } from "./requests.ts";
import type { States } from "./states.ts";
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

interface Rooms {
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

/** One generation of server: what it has, and what to do instead of what it lacks. */
export interface Generation extends Pick<Server, "dialect" | "release" | "states" | "waiting"> {
  /** As in "… has no orders.approve". */
  readonly name: string;
  readonly rooms: { readonly [Room in keyof Rooms]: Partial<Rooms[Room]> };
  /** By room, or by room and method. */
  readonly instead: Readonly<Record<string, string>>;
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
}

export interface UsageRequests {
  readonly listing: Listing;
  readonly userListing: Listing;
  readonly rules: UsageRules;
  set(body: UsageBody, call: Call): Promise<unknown>;
  setForUser(usageUuid: string, part: UserUsageRequest, call: Call): Promise<unknown>;
  setForUsers(usageUuid: string, parts: readonly UserUsageRequest[], call: Call): Promise<unknown>;
}

/** How one generation of server takes usage. */
export interface UsageRules {
  /** What reports are addressed to. */
  readonly address: "plan_period" | "resource";
  /** Stored usage can be listed by month. */
  readonly filtersByMonth: boolean;
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

export interface OfferingUserRequests {
  readonly listing: Listing;
  /** Whether the server refuses a second one of a user at an offering, so that creating it can be repeated. */
  readonly onePerUser: boolean;
  create(request: OfferingUserRequest, call: Call): Promise<OfferingUser>;
  /** Undefined where the server says nothing of what it has changed. */
  setUsername(uuid: string, username: string, call: Call): Promise<OfferingUser | undefined>;
}

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

/** A server of a generation: what that lacks is there all the same, and says so when it is used. */
export function serverOf({ name, rooms, instead, ...generation }: Generation): Server {
  const lacks = (room: string, method: string) => {
    const other = instead[`${room}.${method}`] ?? instead[room];
    return new UnsupportedByServerError(
      `${name} has no ${room}.${method}.`,
      other === undefined ? {} : { instead: other },
    );
  };
  const whole = <Room extends keyof Rooms>(room: Room): Rooms[Room] =>
    // The one place where a part stands for the whole: this makes it so.
    new Proxy(rooms[room] as Rooms[Room], {
      get(has, property) {
        if (Reflect.has(has, property)) return Reflect.get(has, property);
        if (property === "listing") return unsupportedListing(() => lacks(room, "list"));
        if (property === "userListing") return unsupportedListing(() => lacks(room, "listUsers"));
        return () => {
          throw lacks(room, String(property));
        };
      },
    });
  return {
    ...generation,
    learnt: {},
    resources: whole("resources"),
    offerings: whole("offerings"),
    usages: whole("usages"),
    offeringUsers: whole("offeringUsers"),
    orders: whole("orders"),
    serviceProviders: whole("serviceProviders"),
  };
}

/** The server's word on a write it has carried out: some answer with a bare text, and some with nothing. */
export function statusOf(data: unknown): StatusMessage {
  if (typeof data === "object" && data !== null && "status" in data)
    return { ...data, status: String(data.status) };
  return { status: typeof data === "string" ? data : "" };
}
