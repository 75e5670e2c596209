import { optional, validated } from "../body/fields.ts";
import { boolean, text } from "../body/types.ts";
import type { ApiCall, World } from "../http/call.ts";
import { badRequest, ok, type Reply } from "../http/reply.ts";
import type { Offering, Resource } from "../state/marketplace.ts";
import { offeringOf } from "../state/relations.ts";
import { isJsonObject, type JsonObject } from "../state/values.ts";
import { offeringInPath } from "./row.ts";

/** By scope: whether two offerings are within the same one. */
const SCOPES: Readonly<Record<string, (a: Offering, b: Offering) => boolean>> = {
  offering: (a, b) => a.uuid === b.uuid,
  offering_group: (a, b) => a.uuid === b.uuid || (a.backend_id !== "" && a.backend_id === b.backend_id),
  service_provider: (a, b) => a.organization_uuid === b.organization_uuid,
  service_provider_category: (a, b) =>
    a.organization_uuid === b.organization_uuid && a.category_uuid === b.category_uuid,
};

/** Refuses a backend id that breaks the rules of its offering; no id at all breaks none. */
export function refuseBackendId(world: World, resource: Resource, backendId: string): void {
  if (backendId === "" || !world.since("8.0")) return;
  const offering = offeringOf(resource, world);
  const { format, use } = breaches(world, offering, offering.backend_id_rules, backendId);
  const problem = format ?? use;
  if (problem !== undefined) throw badRequest({ backend_id: [problem] });
}

/** What the format of the rules, and the use that other resources make of it, say against a backend id. */
function breaches(
  world: World,
  offering: Offering,
  { format, uniqueness }: JsonObject,
  backendId: string,
): { format?: string; use?: string } {
  const { regex, description = regex } = isJsonObject(format) ? format : {};
  const isWrong = typeof regex === "string" && !new RegExp(`^(?:${regex})$`).test(backendId);
  const { scope, include_terminated = true } = isJsonObject(uniqueness) ? uniqueness : {};
  const isTaken = world.store.resources
    .all()
    .some(
      (row) =>
        row.backend_id === backendId &&
        (include_terminated !== false || row.state !== "Terminated") &&
        SCOPES[String(scope)]?.(offering, offeringOf(row, world)),
    );
  return {
    ...(isWrong && { format: `Backend ID has wrong format: ${description}` }),
    ...(isTaken && { use: "This backend ID is already in use." }),
  };
}

/** Whether an id is still free, by the offering's rules or among all allocations, terminated ones too. */
export function checkBackendId(call: ApiCall): Reply {
  const offering = offeringInPath(call);
  const fields = {
    backend_id: text({ maxLength: 255 }),
    check_all_offerings: optional(boolean(), false),
    use_offering_rules: optional(boolean(), false),
  };
  const { backend_id, check_all_offerings, use_offering_rules } = validated(fields, call.body());
  const scope = check_all_offerings ? "service_provider" : "offering";
  const rules = use_offering_rules ? offering.backend_id_rules : { uniqueness: { scope } };
  const { format, use } = breaches(call.world, offering, rules, backend_id);
  return ok({
    is_unique: use === undefined,
    is_valid_format: use_offering_rules ? format === undefined : null,
    errors: use_offering_rules ? [format, use].filter((problem) => problem !== undefined) : [],
  });
}
