import type { Context } from "../nouns/context.ts";
import type { Resources } from "../nouns/resources.ts";
import { type KeysOf, requireKeys, requireObject, requireText } from "../values/arguments.ts";
import { requireUuid } from "../values/uuid.ts";
import type { BulkItem, BulkOptions, BulkSource } from "./bulk-options.ts";
import { convergeMany } from "./converge-many.ts";
import type { BulkOutcome } from "./outcome.ts";
import { PackedFacts } from "./packed/packed-facts.ts";
import { pagesOf } from "./page-options.ts";

/** The provider's own id of an allocation. */
export interface BackendIdItem extends BulkItem {
  /** Uuid of the allocation. */
  readonly resource: string;
  readonly backend_id: string;
}

/** What became of it. */
export interface SetBackendIdResult {
  /** `unchanged`: a listing showed that it was so already, and nothing was written. */
  readonly outcome: "changed" | "unchanged";
}

/** What became of one allocation's backend id. */
export type BackendIdOutcome<Item extends BackendIdItem = BackendIdItem> = BulkOutcome<
  Item,
  SetBackendIdResult
>;

/** How backend ids are set in bulk. */
export interface SetBackendIdManyOptions<Item extends BackendIdItem = BackendIdItem>
  extends BulkOptions<BackendIdOutcome<Item>> {
  /** The offering that most of the allocations are of: its listing is then read at once, not after some items. */
  readonly offering_uuid?: string | undefined;
}

const KEYS: KeysOf<BackendIdItem> = { resource: true, backend_id: true, tag: true };

/** Of what was terminated there is ever more, and little left to link. */
const LIVE = ["Creating", "OK", "Erred", "Updating", "Terminating"] as const;

export function setBackendIdMany<Item extends BackendIdItem>(
  context: Context,
  resources: Resources,
  source: BulkSource<Item>,
  options: SetBackendIdManyOptions<Item>,
) {
  const { offering_uuid } = options;
  const query = { offering_uuid, state: LIVE, fields: ["uuid", "backend_id"] } as const;
  return convergeMany<Item, BackendIdItem, undefined, string, SetBackendIdResult>(
    context,
    {
      counts: { changed: 0, unchanged: 0, failed: 0 },
      check(item) {
        requireObject(item, "item");
        requireKeys(item, KEYS, "item");
        requireText(item.backend_id, "backend_id");
        // The server trims it, too.
        return { resource: requireUuid(item.resource, "resource"), backend_id: item.backend_id.trim() };
      },
      keyOf: ({ resource }) => resource,
      listingOf: () => undefined,
      list(_name, _api, listOptions) {
        const list = () => resources.list(query, listOptions);
        return {
          savedPerItem: 1,
          countRequests: async () => pagesOf(await list().count()),
          async read() {
            const known = new PackedFacts<string>();
            for await (const { uuid, backend_id } of list()) known.set(uuid, backend_id);
            return known;
          },
        };
      },
      settled: ({ backend_id }, stored) => (stored === backend_id ? { outcome: "unchanged" } : undefined),
      async act({ resource, backend_id }, callOptions) {
        await resources.setBackendId(resource, backend_id, callOptions);
        return { outcome: "changed" };
      },
    },
    source,
    options,
    offering_uuid !== undefined,
  );
}
