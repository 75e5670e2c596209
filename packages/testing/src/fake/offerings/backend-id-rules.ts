import type { World } from "../http/call.ts";
import { badRequest } from "../http/reply.ts";
import type { Offering, Resource } from "../state/marketplace.ts";
import { offeringOf } from "../state/relations.ts";
import { isJsonObject, type Json } from "../state/values.ts";

export const TAKEN = "This backend ID is already in use.";

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
export function wrongFormat(
  { backend_id_rules: { format } }: Offering,
  backendId: string,
): string | undefined {
  if (!isJsonObject(format) || typeof format.regex !== "string") return undefined;
  if (new RegExp(`^(?:${format.regex})$`).test(backendId)) return undefined;
  return `Backend ID has wrong format: ${format.description ?? format.regex}`;
}

/** Whether another resource within the scope of the rules has it. */
export function isTaken(world: World, offering: Offering, backendId: string, self?: Resource): boolean {
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

function sharesScope(scope: Json, offering: Offering): (other: Offering) => boolean {
  const { uuid, backend_id, organization_uuid, category_uuid } = offering;
  switch (scope) {
    case "offering":
      return (other) => other.uuid === uuid;
    case "offering_group":
      return (other) => other.uuid === uuid || (backend_id !== "" && other.backend_id === backend_id);
    case "service_provider":
      return (other) => other.organization_uuid === organization_uuid;
    case "service_provider_category":
      return (other) =>
        other.organization_uuid === organization_uuid && other.category_uuid === category_uuid;
    default:
      return () => false;
  }
}
