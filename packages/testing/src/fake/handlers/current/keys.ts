import type { SshKey } from "../../entities.ts";
import { type ApiCall, callerOf } from "../../http/api-call.ts";
import {
  booleanFilter,
  containsFilter,
  exactFilter,
  type Filters,
  sinceFilter,
  uuidFilter,
} from "../../http/filters.ts";
import { list } from "../../http/listing.ts";
import { byText, type Orderings } from "../../http/ordering.ts";
import type { Reply } from "../../http/reply.ts";
import { action, disabled, type Route, route } from "../../http/route.ts";
import { seesAll } from "../../rules/current/visibility.ts";
import { sshKeyColumns } from "../../wire/current/ssh-key.ts";
import type { Generation } from "../../words.ts";

const filters: Filters<SshKey> = {
  user_uuid: uuidFilter((row) => row.user_uuid),
  uuid: uuidFilter((row) => row.uuid),
  name: containsFilter((row) => [row.name]),
  name_exact: exactFilter((row) => row.name),
  fingerprint_md5: exactFilter((row) => row.fingerprint),
  fingerprint_sha256: exactFilter((row) => row.fingerprint_sha256),
  fingerprint_sha512: exactFilter((row) => row.fingerprint_sha512),
  is_shared: booleanFilter((row) => row.is_shared),
};

export const keyFilters: Readonly<Record<Generation, Filters<SshKey>>> = {
  "2024-10": filters,
  "8.x": {
    ...filters,
    created: sinceFilter((row) => row.created),
    // Keys are never changed.
    modified: sinceFilter((row) => row.created),
  },
};

export const keyOrderings: Orderings<SshKey> = { name: byText((row) => row.name) };

/** One's own keys and the shared ones; staff and support see all. */
function listKeys(call: ApiCall): Reply {
  const caller = callerOf(call);
  const rows = call.store.sshKeys
    .all()
    .filter((key) => seesAll(caller) || key.is_shared || key.user_uuid === caller.uuid);
  return list(
    rows,
    {
      columns: sshKeyColumns,
      filters: keyFilters[call.world.generation],
      orderings: keyOrderings,
      selectable: call.world.generation === "8.x",
    },
    call,
  );
}

export const keyRoutes: readonly Route[] = [
  route("keys/", { GET: action("keys_list", listKeys), POST: disabled }),
];
