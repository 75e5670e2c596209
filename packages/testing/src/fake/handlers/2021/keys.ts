import type { SshKey } from "../../entities.ts";
import { type ApiCall, callerOf, urlOf } from "../../http/api-call.ts";
import type { Columns } from "../../http/columns.ts";
import { booleanFilter, containsFilter, exactFilter, type Filters, uuidFilter } from "../../http/filters.ts";
import { list } from "../../http/listing.ts";
import { byText, type Orderings } from "../../http/ordering.ts";
import type { Reply } from "../../http/reply.ts";
import { action, disabled, type Route, route } from "../../http/route.ts";

const columns: Columns<SshKey> = {
  url: (row, call) => urlOf(call, `keys/${row.uuid}/`),
  uuid: (row) => row.uuid,
  name: (row) => row.name,
  public_key: (row) => row.public_key,
  fingerprint: (row) => row.fingerprint,
  user_uuid: (row) => row.user_uuid,
  is_shared: (row) => row.is_shared,
};

const filters: Filters<SshKey> = {
  user_uuid: uuidFilter((row) => row.user_uuid),
  uuid: uuidFilter((row) => row.uuid),
  name: containsFilter((row) => [row.name]),
  name_exact: exactFilter((row) => row.name),
  fingerprint: exactFilter((row) => row.fingerprint),
  is_shared: booleanFilter((row) => row.is_shared),
};

const orderings: Orderings<SshKey> = { name: byText((row) => row.name) };

/** One's own keys and the shared ones; staff sees all. */
function listKeys(call: ApiCall): Reply {
  const caller = callerOf(call);
  const rows = call.store.sshKeys
    .all()
    .filter((key) => caller.is_staff || key.is_shared || key.user_uuid === caller.uuid);
  return list(rows.sort(byText((row) => row.name)), { columns, filters, orderings }, call);
}

export const keyRoutes: readonly Route[] = [
  route("keys/", { GET: action("keys_list", listKeys), POST: disabled }),
];
