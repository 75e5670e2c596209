import type { Order } from "@puhuri/api-types";
import type { Call } from "../http/call.ts";
import type { Listing, WireValue } from "../list/listing.ts";
import type { ResourceSummary } from "./states.ts";

/** What a customer can order. */
export type WorkKind = "create" | "update" | "terminate";

/** An order, as handlers get it. */
export interface WorkOrder
  extends Pick<Order, "uuid" | "type" | "state" | "created" | "limits" | "attributes"> {
  readonly plan_uuid?: Order["plan_uuid"];
  readonly plan_name?: Order["plan_name"];
  /** The day from which on it is to be carried out, on servers that have such a date. */
  readonly start_date?: string | null;
  readonly error_message?: string;
  /** Your own id of it, set by `orders.setBackendId`; `""` if there is none. */
  readonly backend_id?: string;
}

/** Something that waits for a provider. */
export interface WorkItem {
  readonly resourceUuid: string;
  /** Undefined for what this sdk does not know. */
  readonly kind: WorkKind | undefined;
  /** On servers that have orders. */
  readonly order: WorkOrder | undefined;
  /** `open`: it waits for the provider. `not-yet`: it waits for a date, or for somebody else. `failed` and `closed`: it is over. */
  readonly standing: "open" | "not-yet" | "failed" | "closed";
  /** Whether the provider has yet to accept it. */
  readonly needsReview: boolean;
  /** Whether the server treats it as done once the provider accepts it: then it must be carried out before. */
  readonly endsWithReview: boolean;
}

/** Whose work to do: that of one offering, or of all offerings of a provider's organization. */
export type WorkScope =
  | { readonly offering_uuid: string; readonly provider_uuid?: string | undefined }
  | { readonly provider_uuid: string; readonly offering_uuid?: string | undefined };

/** How a generation of server shows what waits for a provider. */
export interface WorkSource {
  readonly listing: Listing;
  /** The columns that `read` needs. */
  readonly columns: readonly string[];
  /** Whether allocations have a slug. */
  readonly showsSlug: boolean;
  /** The filters that select what waits. */
  filters(scope: WorkScope): Readonly<Record<string, WireValue | undefined>>;
  read(row: object): WorkItem;
  /** Brings an item up to date, for an allocation that was just read. */
  again(item: WorkItem, resource: ResourceSummary, call: Call): Promise<WorkItem>;
}
