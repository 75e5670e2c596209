import { seesAll } from "../access/permissions.ts";
import { type ApiCall, callerOf, urlOf } from "../http/call.ts";
import { type Columns, stored } from "../http/columns.ts";
import {
  booleanFilter,
  containsFilter,
  exactFilter,
  type Filters,
  sinceFilter,
  untilFilter,
  uuidFilter,
} from "../http/filters.ts";
import { before, since, table } from "../http/generations.ts";
import { byText, type Listing, list, type Orderings } from "../http/list.ts";
import type { Reply } from "../http/reply.ts";
import { disabled, listAction, type Route, route } from "../http/route.ts";
import type { SshKey } from "../state/people.ts";
import { compareTexts } from "../state/values.ts";

export const keys: Listing<SshKey> = {
  columns: table<Columns<SshKey>>(
    {
      url: (row, call) => urlOf(call, `keys/${row.uuid}/`),
      ...stored("uuid", "name", "public_key", "user_uuid", "is_shared"),
    },
    before("2024-10", { fingerprint: (row) => row.fingerprint }),
    since("2024-10", {
      fingerprint_md5: (row) => row.fingerprint,
      ...stored("fingerprint_sha256", "fingerprint_sha512"),
      type: (row) => row.public_key.split(" ")[0] ?? "",
    }),
  ),
  filters: table<Filters<SshKey>>(
    {
      user_uuid: uuidFilter((row) => row.user_uuid),
      uuid: uuidFilter((row) => row.uuid),
      name: containsFilter((row) => [row.name]),
      name_exact: exactFilter((row) => row.name),
      is_shared: booleanFilter((row) => row.is_shared),
    },
    before("2024-10", { fingerprint: exactFilter((row) => row.fingerprint) }),
    since("2024-10", {
      fingerprint_md5: exactFilter((row) => row.fingerprint),
      fingerprint_sha256: exactFilter((row) => row.fingerprint_sha256),
      fingerprint_sha512: exactFilter((row) => row.fingerprint_sha512),
    }),
    // Keys are never changed.
    since("8.0", {
      created: sinceFilter((row) => row.created),
      created_before: untilFilter((row) => row.created),
      modified: sinceFilter((row) => row.created),
      modified_before: untilFilter((row) => row.created),
    }),
  ),
  orderings: table<Orderings<SshKey>>({ name: byText((row) => row.name) }),
  selectableSince: "8.0",
};

/** One's own keys and the shared ones; staff, and later support, see all. */
function listKeys(call: ApiCall): Reply {
  const caller = callerOf(call);
  const isOld = !call.world.since("2024-10");
  const rows = call.store.sshKeys
    .all()
    .filter(
      (key) => (isOld ? caller.is_staff : seesAll(caller)) || key.is_shared || key.user_uuid === caller.uuid,
    );
  return list(isOld ? rows.sort((a, b) => compareTexts(a.name, b.name)) : rows, keys, call);
}

export const keyRoutes: readonly Route[] = [
  route("keys/", { GET: listAction("keys_list", listKeys), POST: disabled }),
];
