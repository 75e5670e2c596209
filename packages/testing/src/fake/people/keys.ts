import { seesAll } from "../access/permissions.ts";
import { type ApiCall, callerOf, urlOf } from "../http/call.ts";
import * as match from "../http/filters.ts";
import { before, since, table } from "../http/generations.ts";
import { type Listing, list, type Orderings, orderingsOn } from "../http/list.ts";
import type { Reply } from "../http/reply.ts";
import { type Route, routes } from "../http/route.ts";
import { columnsOf } from "../http/spec-columns.ts";
import type { SshKey } from "../state/people.ts";
import { compareTexts } from "../state/values.ts";

const columns = columnsOf<"SshKey", SshKey>("SshKey", {
  url: (row, call) => urlOf(call, `keys/${row.uuid}/`),
  fingerprint_md5: (row) => row.fingerprint,
  type: (row) => row.public_key.split(" ")[0] ?? "",
});

const on = match.on(columns);

export const keys: Listing<SshKey> = {
  columns,
  filters: table<match.Filters<SshKey>>(
    {
      ...on(match.uuid, "user_uuid", "uuid"),
      ...on(match.contains, "name"),
      ...on(match.boolean, "is_shared"),
      name_exact: match.exact((row) => row.name),
    },
    before("2024-10", on(match.exact, "fingerprint")),
    since("2024-10", on(match.exact, "fingerprint_md5", "fingerprint_sha256", "fingerprint_sha512")),
    since("8.0", match.times()),
  ),
  orderings: table<Orderings<SshKey>>(orderingsOn(columns, "name")),
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

export const keyRoutes: readonly Route[] = routes("keys", { GET: listKeys });
