import type { Offering, OfferingUserAttributeConfig } from "@puhuri/api-types";
import { CALL_KEYS, type CallOptions, callOptionsOf } from "../http/call.ts";
import { createGet, createList, type Get, type List } from "../list/methods.ts";
import { requireFlag, requireKeys, requireObject, requireText } from "../values/arguments.ts";
import { about, CONTEXT, type Filters, Noun } from "./context.ts";

/** Filters for offerings. */
export interface OfferingFilters extends Filters<"provider_offerings_list"> {}

/** What a provider offers: `puhuri.offerings`. */
export class Offerings extends Noun {
  /**
   * Gets an offering with its components and plans. Only components billed by `usage` or `limit` can be reported.
   *
   * @throws {NotFoundError} There is no such offering, or this token may not see it.
   * @example
   * const { components } = await puhuri.offerings.get(offeringUuid, { fields: ["components"] });
   * @see offerings_get, provider_offerings_get; guide: "Reporting usage for a resource allocation"
   */
  readonly get: Get<Offering> = createGet(this[CONTEXT], (api) => api.offerings);

  /**
   * Lists offerings, oldest first. Fetches pages as you read.
   *
   * @throws {InvalidArgumentError} On first use: a filter this server does not know; nothing is sent.
   * @example
   * const offerings = await puhuri.offerings.list({ state: "Active", fields: ["uuid", "name"] }).toArray();
   * @see offerings_list, provider_offerings_list
   */
  readonly list: List<Offering, OfferingFilters> = createList(this[CONTEXT], (api) => api.offerings.listing);

  /**
   * Reads which attributes of its users an offering may see, as `exposed_fields`. Rows of `offeringUsers.list` leave
   * out all others, whether the user has them or not. By default an offering sees `username`, `full_name` and `email`.
   *
   * @throws {UnsupportedByServerError} On a 2021 server.
   * @throws {NotFoundError} The server is older than 8.x, or this token may not see the offering.
   * @example
   * const { exposed_fields = [] } = await puhuri.offerings.userAttributes(offeringUuid);
   * if (!exposed_fields.includes("phone_number")) console.log("This offering may not see phone numbers.");
   * @see provider_offerings_user_attribute_config_get
   */
  async userAttributes(uuid: string, options?: CallOptions): Promise<OfferingUserAttributeConfig> {
    return about(this, uuid, options, (api, id, call) => api.offerings.userAttributes(id, call));
  }

  /**
   * Asks whether a backend id is free: whether no allocation of the offering has it, not even a Terminated one.
   *
   * The answer does not reserve the id: somebody else may take it a moment later.
   *
   * @throws {UnsupportedByServerError} On a 2021 server.
   * @throws {NotFoundError} The server is older than 8.x, or this token may not see the offering.
   * @example
   * const isFree = await puhuri.offerings.isBackendIdFree(offeringUuid, "hpc-17");
   * @see provider_offerings_check_unique_backend_id
   */
  async isBackendIdFree(
    uuid: string,
    backendId: string,
    options: IsBackendIdFreeOptions & CallOptions = {},
  ): Promise<boolean> {
    requireText(backendId, "backendId", { max: 255, blank: false });
    requireObject(options, "options");
    requireKeys(options, { allOfferings: true, ...CALL_KEYS }, "options");
    const { allOfferings = false } = options;
    requireFlag(allOfferings, "allOfferings");
    const check = { backend_id: backendId, check_all_offerings: allOfferings };
    return about(this, uuid, callOptionsOf(options), (api, id, call) =>
      api.offerings.isBackendIdFree(id, check, call),
    );
  }
}

/** Where a backend id must be free. */
export interface IsBackendIdFreeOptions {
  /**
   * At all offerings of the same provider.
   *
   * @default false
   */
  readonly allOfferings?: boolean | undefined;
}
