import type { RoleAssignment, User } from "../../entities.ts";
import { type ApiCall, callerOf, urlOf } from "../../http/api-call.ts";
import type { Columns } from "../../http/columns.ts";
import type { Json, JsonObject } from "../../json.ts";
import type { RoleScope } from "../../words.ts";
import { fullName } from "../full-name.ts";

function rolesOf(user: User, scope: RoleScope, call: ApiCall): RoleAssignment[] {
  return call.store.roles.filter((role) => role.user_uuid === user.uuid && role.scope === scope);
}

function organizationPermission(role: RoleAssignment, call: ApiCall): JsonObject {
  const organization = call.store.organizations.get(role.scope_uuid);
  return {
    url: urlOf(call, `customer-permissions/${role.pk}/`),
    pk: role.pk,
    role: role.role,
    customer_uuid: organization.uuid,
    customer_name: organization.name,
    customer_native_name: organization.native_name,
    customer_abbreviation: organization.abbreviation,
  };
}

function projectPermission(role: RoleAssignment, call: ApiCall): JsonObject {
  const project = call.store.projects.get(role.scope_uuid);
  return {
    url: urlOf(call, `project-permissions/${role.pk}/`),
    pk: role.pk,
    role: role.role,
    project_uuid: project.uuid,
    project_name: project.name,
    customer_name: call.store.organizations.get(project.organization_uuid).name,
  };
}

/** Only staff and support see who is staff, active and what is noted of a user. */
function forStaff(value: (user: User) => Json): (user: User, call: ApiCall) => Json | undefined {
  return (user, call) => {
    const caller = callerOf(call);
    return caller.is_staff || caller.is_support ? value(user) : undefined;
  };
}

export const userColumns: Columns<User> = {
  url: (row, call) => urlOf(call, `users/${row.uuid}/`),
  uuid: (row) => row.uuid,
  username: (row) => row.username,
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
  competence: () => "",
  customer_permissions: (row, call) =>
    rolesOf(row, "organization", call).map((role) => organizationPermission(role, call)),
  project_permissions: (row, call) =>
    rolesOf(row, "project", call).map((role) => projectPermission(role, call)),
  requested_email: () => null,
  affiliations: () => [],
  first_name: (row) => row.first_name,
  last_name: (row) => row.last_name,
};

/** Oneself, with the token. */
export const meColumns: Columns<User> = {
  ...userColumns,
  token: (row) => row.token,
  token_lifetime: (row) => row.token_lifetime,
};
