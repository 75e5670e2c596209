import type { Order } from "@puhuri/api-types";
import type { Call } from "../http/call.ts";
import type { Listing, WireValue } from "../list/listing.ts";

/** What a consumer can want of a provider. */
export type WorkKind = "create" | "update" | "terminate";

/** An order as a provider needs to see it. */
export interface WorkOrder
  extends Pick<Order, "uuid" | "type" | "state" | "created" | "limits" | "attributes"> {
  readonly plan_uuid?: Order["plan_uuid"];
  readonly plan_name?: Order["plan_name"];
  /** From when on it is to be carried out, on servers that take such a date. */
  readonly start_date?: string | null;
  readonly error_message?: string;
  /** Your own id of it, by `orders.setBackendId`; `""` where there is none. */
  readonly backend_id?: string;
}

/** Something that waits for a provider. */
export interface Waiting {
  readonly resourceUuid: string;
  /** Undefined for what this sdk does not know. */
  readonly kind: WorkKind | undefined;
  /** On servers that have orders. */
  readonly order: WorkOrder | undefined;
  /** `open`: it waits for the provider. `not-yet`: for a date, or for somebody else. `failed` and `closed`: not any more. */
  readonly standing: "open" | "not-yet" | "failed" | "closed";
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
  /** Whether rows of allocations have a slug here. */
  readonly showsSlug: boolean;
  /** The filters that leave what waits. */
  filters(scope: WorkScope): Readonly<Record<string, WireValue | undefined>>;
  read(row: object): Waiting;
  /** The same as it is now. */
  again(waiting: Waiting, allocation: AllocationStanding, call: Call): Promise<Waiting>;
}

/** What tells whether an allocation still waits. */
export interface AllocationStanding {
  readonly state: string;
  readonly backend_id: string;
}
