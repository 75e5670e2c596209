import type { Offering } from "@puhuri/api-types";
import { createGet, createList, type Get, type List } from "../list/methods.ts";
import type { Context } from "./context.ts";
import type { OfferingFilters } from "./filters.ts";

/** What a provider offers: `puhuri.offerings`. */
export class Offerings {
  /**
   * Gets an offering with its components and plans. Only components billed by `usage` or `limit` can be reported.
   *
   * @throws {NotFoundError} There is none, or this token may not see it.
   * @example
   * const { components } = await puhuri.offerings.get(offeringUuid, { fields: ["components"] });
   * @see offerings_get, provider_offerings_get; guide: "Reporting usage for a resource allocation"
   */
  readonly get: Get<Offering>;

  /**
   * Lists offerings, oldest first, page after page as they are used.
   *
   * @throws {InvalidArgumentError} On first use: a filter this server does not know; nothing is sent.
   * @example
   * const offerings = await puhuri.offerings.list({ state: "Active", fields: ["uuid", "name"] }).toArray();
   * @see offerings_list, provider_offerings_list
   */
  readonly list: List<Offering, OfferingFilters>;

  /** @internal */
  constructor(context: Context) {
    this.get = createGet(context, (api) => api.offerings);
    this.list = createList(context, (api) => api.offerings.listing);
  }
}
