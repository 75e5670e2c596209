import type { Order } from "@puhuri/api-types";
import type { Call } from "../http/call.ts";
import type { Listing, WireValue } from "./listing.ts";

/** What a consumer can want of a provider. */
export type WorkKind = "create" | "update" | "terminate";

/** An order as a provider needs to see it. */
export interface WorkOrder
  extends Pick<Order, "uuid" | "type" | "state" | "created" | "limits" | "attributes"> {
  readonly plan_uuid?: Order["plan_uuid"];
  readonly plan_name?: Order["plan_name"];
}

/** Something that waits for a provider. */
export interface Waiting {
  readonly resourceUuid: string;
  /** Undefined for what this sdk does not know. */
  readonly kind: WorkKind | undefined;
  /** On servers that have orders. */
  readonly order: WorkOrder | undefined;
  /** Whether the provider has not agreed to it yet. */
  readonly needsReview: boolean;
  /** Whether the server takes it for carried out as soon as the provider agrees: it must be carried out before. */
  readonly endsWithReview: boolean;
}

/** Whose work: of one offering, or of all offerings of a provider's organization. */
export type WorkScope =
  | { readonly offering_uuid: string; readonly provider_uuid?: string | undefined }
  | { readonly provider_uuid: string; readonly offering_uuid?: string | undefined };

/** How one generation of server tells what waits. */
export interface WaitingWork {
  readonly listing: Listing;
  /** Columns of the listing that `read` needs. */
  readonly columns: readonly string[];
  /** The filters that leave what waits. */
  filters(scope: WorkScope): Readonly<Record<string, WireValue | undefined>>;
  read(row: object): Waiting;
  /** The same as it is now; undefined if it waits no more. */
  again(waiting: Waiting, allocation: AllocationStanding, call: Call): Promise<Waiting | undefined>;
}

/** What tells whether an allocation still waits. */
export interface AllocationStanding {
  readonly state: string;
  readonly backend_id: string;
}
