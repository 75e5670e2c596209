import { parseUuid } from "../uuids.ts";
import { field } from "./field-types.ts";
import type { Field } from "./fields.ts";
import { pythonType, refused } from "./fields.ts";

/**
 * The URL of an object, of which only the path counts: any host, or none, will do.
 *
 * @param kind the path the URL must have, e.g. `users`
 * @param known the paths of other kinds; a URL of one of them is an incorrect match, any other none at all
 */
export function hyperlink<Row>(
  kind: string,
  known: readonly string[],
  find: (uuid: string) => Row | undefined,
): Field<Row> {
  return field((json) => {
    if (typeof json !== "string") {
      return refused(`Incorrect type. Expected URL string, received ${pythonType(json)}.`);
    }
    const path = /^https?:/.test(json) ? pathOf(json) : json;
    const match = /^\/api\/([^/]+)\/([^/.]+)\/$/.exec(path);
    const [, found = "", id = ""] = match ?? [];
    if (match === null || (found !== kind && !known.includes(found))) {
      return refused("Invalid hyperlink - No URL match.");
    }
    if (found !== kind) {
      return refused("Invalid hyperlink - Incorrect URL match.");
    }
    const uuid = parseUuid(id);
    const row = uuid === undefined ? undefined : find(uuid);
    return row === undefined ? refused("Invalid hyperlink - Object does not exist.") : { value: row };
  });
}

function pathOf(url: string): string {
  try {
    return new URL(url).pathname;
  } catch {
    return "";
  }
}

/** The uuid of an object. */
export function uuidReference<Row>(find: (uuid: string) => Row | undefined): Field<Row> {
  return field((json) => {
    if (typeof json !== "string" && typeof json !== "number") {
      return refused("Invalid value.");
    }
    const uuid = parseUuid(String(json));
    const row = uuid === undefined ? undefined : find(uuid);
    return row === undefined ? refused(`Object with uuid=${json} does not exist.`) : { value: row };
  });
}
