import { UnsupportedByServerError } from "../errors.ts";
import type { Call } from "../http/call.ts";
import type { Listing, WireQuery } from "../list/listing.ts";

/** Filters of allocations that only 8.x servers know, and that no column of the rows would show. */
const UNSHOWN = [
  "order_state",
  "visible_to_providers",
  "has_terminate_date",
  "is_attached",
  "lexis_links_supported",
  "usage_based",
  "limit_based",
  "only_usage_based",
  "only_limit_based",
  "component_count",
  "limit_component_count",
  "created_before",
  "modified_before",
  "flavor_name",
  "image_name",
  "resource_attributes",
  "slug",
];

/** The listing of a server of 2024-10 or later: one that takes no notice of a filter would list everything, and show nothing of it. */
export function heedingFilters(
  listing: Listing,
  release: (call: Call) => Promise<"2024-10" | "8.x">,
): Listing {
  /** Asked once there are rows: without any, nothing tells the release, and there is nothing to be taken for another. */
  const check = async (query: WireQuery, isEmpty: boolean, call: Call) => {
    const name = UNSHOWN.find((filter) => query[filter] !== undefined);
    if (name === undefined || isEmpty || (await release(call)) === "8.x") return;
    throw new UnsupportedByServerError(
      `This server ignores the filter "${name}" and lists everything, as servers before 8.x do.`,
      { operation: listing.operation, instead: `leave "${name}" out, and look at each row yourself.` },
    );
  };
  return {
    ...listing,
    async page(query, call) {
      const answer = await listing.page(query, call);
      await check(query, answer.rows.length === 0, call);
      return answer;
    },
    async count(query, call) {
      const headers = await listing.count(query, call);
      await check(query, headers.get("x-result-count") === "0", call);
      return headers;
    },
  };
}
