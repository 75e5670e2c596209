import type { ProviderApi } from "../dialects/provider-api.ts";
import type { CallOptions } from "../http/call.ts";
import type { Context } from "../nouns/context.ts";
import { Resources } from "../nouns/resources.ts";
import { parseUuid } from "../values/uuid.ts";
import { OfferingMonth } from "./offering-month.ts";
import type { ListedAllocation } from "./packed/usage-table.ts";
import { pageOptions } from "./page-options.ts";
import type { ReportManyOptions } from "./report-many-options.ts";

/** What is known of an allocation before its usage is reported. */
export interface Found extends ListedAllocation {
  readonly place: OfferingMonth;
  /** Whether that was read just now: where something is to be changed, older facts are read again. */
  readonly isFresh: boolean;
}

/** What a run learns of allocations: from the listings of their offerings where that pays, else one by one. */
export class UsageBook {
  readonly #context: Context;
  readonly #options: ReportManyOptions;
  /** The offering that many of the allocations are of, if the caller says so. */
  readonly #main: string | undefined;
  readonly #places = new Map<string, OfferingMonth>();

  constructor(context: Context, options: ReportManyOptions) {
    this.#context = context;
    this.#options = options;
    this.#main = parseUuid(options.offering_uuid);
  }

  /** @throws {NotFoundError} There is no such allocation, or this token may not see it. */
  async find(api: ProviderApi, uuid: string, month: string, options: CallOptions): Promise<Found> {
    if (this.#main !== undefined) {
      const place = this.#placeOf(api, this.#main, month, options);
      const listed = await place.allocations.take(uuid);
      if (listed !== undefined) return { ...listed, place, isFresh: place.allocations.isFresh };
    }
    for (const place of this.#places.values()) {
      const listed = place.month === month ? place.allocations.takeKnown(uuid) : undefined;
      if (listed !== undefined) return { ...listed, place, isFresh: place.allocations.isFresh };
    }
    const { state, offering_uuid: offeringUuid } = await new Resources(this.#context).get(
      uuid,
      { fields: ["state", "offering_uuid"] },
      options,
    );
    const place = this.#placeOf(api, offeringUuid, month, options);
    const listed = await place.allocations.take(uuid);
    return { place, state, stored: undefined, isFresh: place.allocations.isFresh, ...listed };
  }

  /** What was read of an allocation before does not hold any more. */
  forget(uuid: string): void {
    for (const { allocations } of this.#places.values()) allocations.forget(uuid);
  }

  #placeOf(
    { usages }: ProviderApi,
    offeringUuid: string,
    month: string,
    { signal }: CallOptions,
  ): OfferingMonth {
    const key = `${offeringUuid} ${month}`;
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    const place = new OfferingMonth(
      this.#context,
      { offeringUuid, month },
      {
        isListable: usages.reporting.addressOf !== undefined,
        pays: this.#main === offeringUuid,
      },
      pageOptions(this.#options, signal),
    );
    this.#places.set(key, place);
    return place;
  }
}
