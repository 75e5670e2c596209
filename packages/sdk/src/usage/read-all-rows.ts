import type { Listing, WireQuery } from "../dialects/listing.ts";
import { operationOf } from "../dialects/operations.ts";
import { ListChangedError, NotFoundError } from "../errors.ts";
import type { Call } from "../http/call.ts";

/** The most that servers send at once. */
const PAGE_SIZE = 300;

/**
 * Reads a short list, of one page in nearly all cases, to its end.
 *
 * @throws {ListChangedError} The server counts more rows than it has sent.
 */
export async function readAllRows(listing: Listing, query: WireQuery, call: Call): Promise<object[]> {
  const rows = new Map<string, object>();
  for (let page = 1; ; page++) {
    const answer = await listing
      .page({ ...query, page, page_size: PAGE_SIZE }, call)
      .catch((error: unknown) => {
        if (page > 1 && error instanceof NotFoundError) return undefined;
        throw error;
      });
    const before = rows.size;
    for (const row of answer?.rows ?? []) rows.set(keyOf(row), row);
    const count = Number(answer?.headers.get("x-result-count") ?? 0);
    if (rows.size >= count && answer !== undefined) return [...rows.values()];
    if (rows.size === before) {
      throw new ListChangedError(operationOf("GET", listing.path)?.id ?? "list", rows.size);
    }
  }
}

function keyOf(row: object): string {
  return "uuid" in row ? String(row.uuid) : JSON.stringify(row);
}
