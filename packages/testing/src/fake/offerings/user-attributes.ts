/** Which attributes of its users an offering may see, on 8.x servers; and whether a backend id is free there. */
import { optional, validated } from "../body/fields.ts";
import { boolean, text } from "../body/types.ts";
import type { ApiCall } from "../http/call.ts";
import type { Column, Columns } from "../http/columns.ts";
import { empty, ok, type Reply } from "../http/reply.ts";
import { action, type Route, route, served } from "../http/route.ts";
import type { Offering, OfferingUser } from "../state/marketplace.ts";
import { offeringOf } from "../state/relations.ts";
import { type JsonObject, uuidOf } from "../state/values.ts";
import { isTaken, TAKEN, wrongFormat } from "./backend-id-rules.ts";
import { changedOffering, offeringInPath } from "./row.ts";

const ATTRIBUTES = (
  "full_name email username registration_method organization organization_country organization_type " +
  "organization_registry_code organization_vat_code organization_address affiliations phone_number job_title " +
  "gender personal_title place_of_birth address country_of_residence nationality nationalities " +
  "eduperson_assurance identity_source civil_number birth_date active_isds uid_number primary_gid"
).split(" ");

/** What a server exposes of an offering that says nothing of it. */
const DEFAULT = ["username", "full_name", "email"];

/** Leaves out of a row what its offering may not see of the user. */
export function exposedOnly(columns: Columns<OfferingUser>): Columns<OfferingUser> {
  return Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, ifExposed(name, column)]));
}

function ifExposed(name: string, column: Column<OfferingUser>): Column<OfferingUser> {
  const attribute = /^user_(first|last)_name$/.test(name) ? "full_name" : name.slice("user_".length);
  return (row, call) => {
    const exposed = offeringOf(row, call).exposed ?? DEFAULT;
    return exposed.includes(attribute) ? column(row, call) : undefined;
  };
}

function configForm({ uuid, name, created, exposed }: Offering): JsonObject {
  const fields = exposed ?? DEFAULT;
  return {
    uuid: uuidOf("user attributes", uuid),
    created,
    modified: created,
    exposed_fields: [...fields],
    is_default: exposed === null,
    offering_uuid: uuid,
    offering_name: name,
    ...Object.fromEntries(ATTRIBUTES.map((it) => [`expose_${it}`, fields.includes(it)])),
  };
}

/** What is not named stays as it was. */
function updateConfig(call: ApiCall): Reply {
  const offering = changedOffering(call);
  const before = offering.exposed ?? DEFAULT;
  const fields = Object.fromEntries(
    ATTRIBUTES.map((it) => [`expose_${it}`, optional(boolean(), before.includes(it))]),
  );
  const flags = validated(fields, call.body());
  offering.exposed = ATTRIBUTES.filter((it) => flags[`expose_${it}`] === true);
  return ok(configForm(offering));
}

function deleteConfig(call: ApiCall): Reply {
  changedOffering(call).exposed = null;
  return empty(204);
}

/** Terminated allocations count, too. */
function checkBackendId(call: ApiCall): Reply {
  const offering = offeringInPath(call);
  const fields = {
    backend_id: text({ maxLength: 255 }),
    check_all_offerings: optional(boolean(), false),
    use_offering_rules: optional(boolean(), false),
  };
  const { backend_id, check_all_offerings, use_offering_rules } = validated(fields, call.body());
  if (use_offering_rules) {
    const told = wrongFormat(offering, backend_id);
    const isUnique = !isTaken(call.world, offering, backend_id);
    return ok({
      is_unique: isUnique,
      is_valid_format: told === undefined,
      errors: [...(told === undefined ? [] : [told]), ...(isUnique ? [] : [TAKEN])],
    });
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

const PATH = "marketplace-provider-offerings/{uuid}";

export const userAttributeRoutes: readonly Route[] = served(
  { since: "8.0" },
  route(`${PATH}/user-attribute-config/`, {
    GET: action("provider_offerings_user_attribute_config_get", (call) =>
      ok(configForm(offeringInPath(call))),
    ),
  }),
  route(`${PATH}/update-user-attribute-config/`, {
    PATCH: action("provider_offerings_update_user_attribute_config", updateConfig),
  }),
  route(`${PATH}/delete-user-attribute-config/`, {
    DELETE: action("provider_offerings_delete_user_attribute_config", deleteConfig),
  }),
  route(`${PATH}/check_unique_backend_id/`, {
    POST: action("provider_offerings_check_unique_backend_id", checkBackendId),
  }),
);
