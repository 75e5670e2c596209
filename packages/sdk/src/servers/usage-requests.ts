import type { UserUsageLimit } from "@puhuri/api-types";
import type { Call } from "../http/call.ts";
import type { Listing } from "../list/listing.ts";

/** What is asked of a server about usage. */
export interface UsageRequests {
  readonly listing: Listing;
  readonly userListing: Listing;
  readonly rules: UsageRules;
  set(body: UsageBody, call: Call): Promise<unknown>;
  setForUser(usageUuid: string, part: UserUsageRequest, call: Call): Promise<unknown>;
  setForUsers(usageUuid: string, parts: readonly UserUsageRequest[], call: Call): Promise<unknown>;
  readonly limitListing: Listing;
  createUserLimit(limit: UserLimitRequest, call: Call): Promise<UserUsageLimit>;
  updateUserLimit(uuid: string, limit: string, call: Call): Promise<unknown>;
}

/** What a user may use of a component of an allocation; all by uuid. */
export interface UserLimitRequest {
  readonly resourceUuid: string;
  readonly componentUuid: string;
  readonly offeringUserUuid: string;
  readonly limit: string;
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
  readonly daily_usages?: { readonly type: string; readonly date: string; readonly amount: string }[];
}

/** What one user used of one component: a total of the month, like the usage it is part of. */
export interface UserUsageRequest {
  readonly username: string;
  readonly usage: string;
}
