/** Which attributes of its users an offering may see, on 8.x servers. */
import { optional, validated } from "../body/fields.ts";
import { boolean } from "../body/types.ts";
import type { ApiCall } from "../http/call.ts";
import type { Column, Columns } from "../http/columns.ts";
import { empty, ok, type Reply } from "../http/reply.ts";
import { type Route, routes } from "../http/route.ts";
import type { Offering, OfferingUser } from "../state/marketplace.ts";
import { offeringOf } from "../state/relations.ts";
import { type JsonObject, uuidOf } from "../state/values.ts";
import { changedOffering, offeringInPath } from "./row.ts";

const ATTRIBUTES = (
  "full_name email username registration_method organization organization_country organization_type " +
  "organization_registry_code organization_vat_code organization_address affiliations phone_number job_title " +
  "gender personal_title place_of_birth address country_of_residence nationality nationalities " +
  "eduperson_assurance identity_source civil_number birth_date active_isds uid_number primary_gid"
).split(" ");

/** What a server exposes of an offering that says nothing of it. */
const DEFAULT = ["username", "full_name", "email"];

/** The columns of a user, left out of a row where its offering may not see them. */
export function exposedOnly(columns: Columns<OfferingUser>): Columns<OfferingUser> {
  const ofUsers = Object.entries(columns).filter(([name]) => /^user_(?!uuid)/.test(name));
  return Object.fromEntries(ofUsers.map(([name, column]) => [name, ifExposed(name, column)]));
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

export const userAttributeRoutes: readonly Route[] = routes("marketplace-provider-offerings", {
  "GET {uuid}/user-attribute-config/": (call) => ok(configForm(offeringInPath(call))),
  "PATCH {uuid}/update-user-attribute-config/": updateConfig,
  "DELETE {uuid}/delete-user-attribute-config/": deleteConfig,
});
