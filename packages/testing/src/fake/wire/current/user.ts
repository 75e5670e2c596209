import type { User } from "../../entities.ts";
import { type ApiCall, callerOf, urlOf } from "../../http/api-call.ts";
import type { Columns } from "../../http/columns.ts";
import type { Json } from "../../json.ts";
import type { Generation } from "../../words.ts";
import { fullName } from "../full-name.ts";
import { permissionForm } from "./roles.ts";

/** Only staff and support see who is staff, active and what is noted of a user. */
function forStaff(value: (user: User) => Json): (user: User, call: ApiCall) => Json | undefined {
  return (user, call) => {
    const { is_staff, is_support } = callerOf(call);
    return is_staff || is_support ? value(user) : undefined;
  };
}

const columns: Columns<User> = {
  url: (row, call) => urlOf(call, `users/${row.uuid}/`),
  uuid: (row) => row.uuid,
  username: (row) => row.username,
  slug: (row) => row.slug,
  full_name: fullName,
  native_name: (row) => row.native_name,
  job_title: (row) => row.job_title,
  email: (row) => row.email,
  phone_number: (row) => row.phone_number,
  organization: (row) => row.organization,
  civil_number: (row) => row.civil_number,
  description: forStaff((row) => row.description),
  is_staff: forStaff((row) => row.is_staff),
  is_active: forStaff((row) => row.is_active),
  is_support: forStaff((row) => row.is_support),
  registration_method: (row) => row.registration_method,
  date_joined: (row) => row.date_joined,
  agreement_date: (row) => row.agreement_date,
  preferred_language: (row) => row.preferred_language,
  permissions: (row, call) =>
    call.store.roles.filter((role) => role.user_uuid === row.uuid).map((role) => permissionForm(role, call)),
  requested_email: () => null,
  affiliations: () => [],
  first_name: (row) => row.first_name,
  last_name: (row) => row.last_name,
  identity_provider_name: () => "Local DB",
  identity_provider_label: () => "Local DB",
  identity_provider_management_url: () => "",
  identity_provider_fields: () => [],
  image: () => null,
  identity_source: () => "",
};

/** Columns of newest servers. */
const columnsSince8: Columns<User> = {
  is_identity_manager: () => false,
  notifications_enabled: () => true,
  active_isds: () => [],
  managed_isds: () => [],
  birth_date: () => null,
  organization_country: () => "",
  organization_registry_code: () => "",
};

export const userColumns: Readonly<Record<Generation, Columns<User>>> = {
  "2024-10": columns,
  "8.x": { ...columns, ...columnsSince8 },
};

/** Oneself, with the token. */
export const meColumns: Readonly<Record<Generation, Columns<User>>> = {
  "2024-10": withToken(userColumns["2024-10"]),
  "8.x": withToken(userColumns["8.x"]),
};

function withToken(of: Columns<User>): Columns<User> {
  return { ...of, token: (row) => row.token, token_lifetime: (row) => row.token_lifetime };
}
