import { optional, validated } from "../body/fields.ts";
import { boolean, text } from "../body/types.ts";
import type { ApiCall, World } from "../http/call.ts";
import { badRequest, ok, type Reply } from "../http/reply.ts";
import type { Offering, Resource } from "../state/marketplace.ts";
import { offeringOf } from "../state/relations.ts";
import { isJsonObject, type Json } from "../state/values.ts";
import { offeringInPath } from "./row.ts";

const TAKEN = "This backend ID is already in use.";

/** Refuses a backend id that breaks the rules of its offering; no id at all breaks none. */
export function refuseBackendId(world: World, resource: Resource, backendId: string): void {
  const offering = offeringOf(resource, world);
  if (backendId === "" || !world.since("8.0")) return;
  const format = wrongFormat(offering, backendId);
  if (format !== undefined) throw badRequest({ backend_id: [format] });
  if (isTaken(world, offering, backendId, resource)) {
    throw badRequest({ backend_id: [TAKEN] });
  }
}

/** What the format of the offering says against it. */
function wrongFormat({ backend_id_rules: { format } }: Offering, backendId: string): string | undefined {
  if (!isJsonObject(format) || typeof format.regex !== "string") return undefined;
  if (new RegExp(`^(?:${format.regex})$`).test(backendId)) return undefined;
  return `Backend ID has wrong format: ${format.description ?? format.regex}`;
}

/** Whether another resource within the scope of the rules has it. */
function isTaken(world: World, offering: Offering, backendId: string, self?: Resource): boolean {
  const { uniqueness } = offering.backend_id_rules;
  if (!isJsonObject(uniqueness)) return false;
  const isWithin = sharesScope(uniqueness.scope ?? null, offering);
  return world.store.resources
    .all()
    .some(
      (row) =>
        row !== self &&
        row.backend_id === backendId &&
        (uniqueness.include_terminated !== false || row.state !== "Terminated") &&
        isWithin(offeringOf(row, world)),
    );
}

function sharesScope(scope: Json, { uuid, ...of }: Offering): (other: Offering) => boolean {
  const isOfProvider = (other: Offering): boolean => other.organization_uuid === of.organization_uuid;
  const scopes: Record<string, (other: Offering) => boolean> = {
    offering: (other) => other.uuid === uuid,
    offering_group: (other) =>
      other.uuid === uuid || (of.backend_id !== "" && other.backend_id === of.backend_id),
    service_provider: isOfProvider,
    service_provider_category: (other) => isOfProvider(other) && other.category_uuid === of.category_uuid,
  };
  return scopes[String(scope)] ?? (() => false);
}

/** Whether an id is still free. Terminated allocations count, too. */
export function checkBackendId(call: ApiCall): Reply {
  const offering = offeringInPath(call);
  const fields = {
    backend_id: text({ maxLength: 255 }),
    check_all_offerings: optional(boolean(), false),
    use_offering_rules: optional(boolean(), false),
  };
  const { backend_id, check_all_offerings, use_offering_rules } = validated(fields, call.body());
  if (use_offering_rules) {
    const format = wrongFormat(offering, backend_id);
    const isUnique = !isTaken(call.world, offering, backend_id);
    const errors = [...(format === undefined ? [] : [format]), ...(isUnique ? [] : [TAKEN])];
    return ok({ is_unique: isUnique, is_valid_format: format === undefined, errors });
  }
  const isUsed = call.store.resources.all().some((resource) => {
    const { uuid, organization_uuid } = offeringOf(resource, call);
    const isHere = check_all_offerings
      ? organization_uuid === offering.organization_uuid
      : uuid === offering.uuid;
    return isHere && resource.backend_id === backend_id;
  });
  return ok({ is_unique: !isUsed, is_valid_format: null, errors: [] });
}
