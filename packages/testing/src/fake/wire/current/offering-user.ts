import type { OfferingUser, Organization, User } from "../../entities.ts";
import { type ApiCall, urlOf } from "../../http/api-call.ts";
import type { Columns } from "../../http/columns.ts";
import type { Generation } from "../../words.ts";
import { fullName } from "../full-name.ts";

function userOf(row: OfferingUser, call: ApiCall): User {
  return call.store.users.get(row.user_uuid);
}

function customerOf(row: OfferingUser, call: ApiCall): Organization {
  return call.store.organizations.get(call.store.offerings.get(row.offering_uuid).organization_uuid);
}

const columns: Columns<OfferingUser> = {
  url: (row, call) => urlOf(call, `marketplace-offering-users/${row.uuid}/`),
  uuid: (row) => row.uuid,
  user: (row, call) => urlOf(call, `users/${row.user_uuid}/`),
  offering: (row, call) => urlOf(call, `marketplace-provider-offerings/${row.offering_uuid}/`),
  username: (row) => row.username,
  offering_uuid: (row) => row.offering_uuid,
  offering_name: (row, call) => call.store.offerings.get(row.offering_uuid).name,
  user_uuid: (row) => row.user_uuid,
  user_username: (row, call) => userOf(row, call).username,
  user_full_name: (row, call) => fullName(userOf(row, call)),
  created: (row) => row.created,
  modified: (row) => row.modified,
  customer_uuid: (row, call) => customerOf(row, call).uuid,
  customer_name: (row, call) => customerOf(row, call).name,
  is_restricted: (row) => row.is_restricted,
};

/** Columns of newest servers. */
const columnsSince8: Columns<OfferingUser> = {
  state: (row) => row.state,
  user_first_name: (row, call) => userOf(row, call).first_name,
  user_last_name: (row, call) => userOf(row, call).last_name,
  user_email: (row, call) => userOf(row, call).email,
  user_phone_number: (row, call) => userOf(row, call).phone_number,
  user_organization: (row, call) => userOf(row, call).organization,
  user_job_title: (row, call) => userOf(row, call).job_title,
  user_civil_number: (row, call) => userOf(row, call).civil_number,
  user_affiliations: () => [],
  service_provider_comment: () => "",
  service_provider_comment_url: () => "",
  has_consent: (row) => row.has_consent,
  requires_reconsent: () => false,
  has_compliance_checklist: () => false,
  consent_data: () => null,
  is_profile_complete: () => true,
  missing_profile_attributes: () => [],
};

export const offeringUserColumns: Readonly<Record<Generation, Columns<OfferingUser>>> = {
  "2024-10": { ...columns, propagation_date: (row) => row.propagation_date },
  "8.x": { ...columns, ...columnsSince8 },
};
