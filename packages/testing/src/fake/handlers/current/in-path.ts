import type { ApiCall } from "../../http/api-call.ts";
import { notFound } from "../../http/reply.ts";
import { parseUuid } from "../../uuids.ts";

/** The row whose uuid is in the path, when the caller may see it. `kind` is the server's name of its model. */
export function rowInPath<Row>(
  call: ApiCall,
  kind: string,
  table: { find(uuid: string): Row | undefined },
  sees: (row: Row) => boolean,
): Row {
  const uuid = parseUuid(call.params.uuid ?? "");
  const row = uuid === undefined ? undefined : table.find(uuid);
  if (row === undefined || !sees(row)) {
    throw notFound(`No ${kind} matches the given query.`);
  }
  return row;
}
