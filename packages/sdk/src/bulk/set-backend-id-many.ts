import type { PuhuriClient } from "../client.ts";
import { liveStates } from "../servers/states.ts";
import { type KeysOf, requireText } from "../values/arguments.ts";
import { requireUuid } from "../values/uuid.ts";
import type {
  AllocationBulkOptions,
  BulkItem,
  BulkOutcome,
  BulkRun,
  BulkSource,
  OnlyKnown,
} from "./bulk-run.ts";
import { convergeMany } from "./converge-many.ts";

/** The provider's own id of an allocation. */
export interface BackendIdItem extends BulkItem {
  /** Uuid of the allocation. */
  readonly resource: string;
  readonly backend_id: string;
}

/** What became of it. */
export interface SetBackendIdResult {
  /** `unchanged`: it already had this id, and nothing was written. */
  readonly outcome: "changed" | "unchanged";
}

const KEYS: KeysOf<BackendIdItem> = { resource: true, backend_id: true, tag: true };

/**
 * Links many allocations to the provider's own ids, as `resources.setBackendId` does with one.
 *
 * @throws {InvalidArgumentError} The source is not iterable, or an option is wrong. Nothing was sent.
 * @example
 * const run = setBackendIdMany(puhuri, [{ resource: resourceUuid, backend_id: "slurm-account-17" }]);
 * console.log((await run.finish()).failures);
 * @see resources_set_backend_id, provider_resources_set_backend_id; guide: "Updating resource allocation with local reference"
 */
export function setBackendIdMany<Item extends BackendIdItem>(
  puhuri: PuhuriClient,
  source: BulkSource<OnlyKnown<Item, BackendIdItem>>,
  options: AllocationBulkOptions<BulkOutcome<Item, SetBackendIdResult>> = {},
): BulkRun<BulkOutcome<Item, SetBackendIdResult>> {
  return convergeMany<Item, BackendIdItem, string, SetBackendIdResult>(
    puhuri,
    {
      counts: { changed: 0, unchanged: 0, failed: 0 },
      keys: KEYS,
      check(item) {
        requireText(item.backend_id, "backend_id");
        // The server trims it, too.
        return { resource: requireUuid(item.resource, "resource"), backend_id: item.backend_id.trim() };
      },
      keyOf: ({ resource }) => resource,
      listingOf: () => "allocations",
      list(_item, _api, listOptions) {
        const { offering_uuid } = options;
        const query = { offering_uuid, state: liveStates, fields: ["uuid", "backend_id"] } as const;
        const allocations = puhuri.resources.list(query, listOptions);
        return {
          savedPerItem: 1,
          lists: [allocations],
          async read() {
            const ids = new Map<string, string>();
            for await (const { uuid, backend_id } of allocations) ids.set(uuid, backend_id);
            return ids;
          },
        };
      },
      async converge({ resource, backend_id }, known, callOptions) {
        const query = { fields: ["backend_id"] } as const;
        const stored = known?.fact ?? (await puhuri.resources.get(resource, query, callOptions)).backend_id;
        if (stored === backend_id) return { outcome: "unchanged" };
        await puhuri.resources.setBackendId(resource, backend_id, callOptions);
        return { outcome: "changed" };
      },
    },
    source,
    options,
    { offering_uuid: true },
  );
}
