import type { ApiCall } from "../http/call.ts";
import { rootNames } from "../http/root-names.ts";
import type { Plan } from "../state/marketplace.ts";
import { type Json, parseUuid } from "../state/values.ts";
import type { Generation } from "../state/words.ts";
import { type Field, field, pythonType, type Read, refused } from "./fields.ts";

/** A field that refers to another row: no text at all counts as null. */
function reference<Row>(read: (json: Json) => Read<Row>): Field<Row> {
  const there = field(read);
  return (json) => there(json === "" ? null : json);
}

/**
 * The URL of an object, of which only the path counts: any host, or none, will do.
 *
 * @param kind the path the URL must have, e.g. `users`
 * @param generation knows the paths of other kinds: a URL of one of them is an incorrect match, any other none
 */
export function hyperlink<Row>(
  kind: string,
  generation: Generation,
  find: (uuid: string) => Row | undefined,
): Field<Row> {
  return reference((json) => {
    if (typeof json !== "string") {
      return refused(`Incorrect type. Expected URL string, received ${pythonType(json)}.`);
    }
    const path = /^https?:/.test(json) ? (URL.parse(json)?.pathname ?? "") : json;
    const match = /^\/api\/([^/]+)\/([^/.]+)\/$/.exec(path);
    const [, found = "", id = ""] = match ?? [];
    if (match === null || (found !== kind && !rootNames(generation).includes(found))) {
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

/** The URL of a plan, as a resource's row gives it. */
export function planLink({ store, world }: ApiCall): Field<Plan> {
  const pattern = world.since("2024-10")
    ? /\/marketplace-public-offerings\/[^/]+\/plans\/([^/.]+)\/$/
    : /\/marketplace-plans\/([^/.]+)\/$/;
  return reference((json) => {
    const match = typeof json === "string" ? pattern.exec(json) : null;
    if (match === null) return refused("Invalid hyperlink - No URL match.");
    const plan = store.plans.find(parseUuid(match[1] ?? "") ?? "");
    return plan === undefined ? refused("Invalid hyperlink - Object does not exist.") : { value: plan };
  });
}

/** The uuid of an object. */
export function uuidReference<Row>(find: (uuid: string) => Row | undefined): Field<Row> {
  return reference((json) => {
    if (typeof json !== "string" && typeof json !== "number") {
      return refused("Invalid value.");
    }
    const uuid = parseUuid(String(json));
    const row = uuid === undefined ? undefined : find(uuid);
    return row === undefined ? refused(`Object with uuid=${json} does not exist.`) : { value: row };
  });
}
