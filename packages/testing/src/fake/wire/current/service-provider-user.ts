import type { ServiceProvider, User } from "../../entities.ts";
import { callerOf } from "../../http/api-call.ts";
import type { Columns } from "../../http/columns.ts";
import { servedProjects } from "../../rules/current/served.ts";
import type { Generation } from "../../words.ts";
import { fullName } from "../full-name.ts";

/** A user of a provider's resources, as the provider sees him. */
export function serviceProviderUserColumns(provider: ServiceProvider, generation: Generation): Columns<User> {
  return {
    uuid: (row) => row.uuid,
    username: (row) => row.username,
    full_name: fullName,
    first_name: (row) => row.first_name,
    last_name: (row) => row.last_name,
    organization: (row) => row.organization,
    email: (row) => row.email,
    phone_number: (row) => row.phone_number,
    projects_count: (row, { store }) => {
      const served = servedProjects(store, provider);
      return store.roles.filter((role) => role.user_uuid === row.uuid && served.has(role.scope_uuid)).length;
    },
    registration_method: (row) => row.registration_method,
    affiliations: () => [],
    is_active: (row, call) => {
      const { is_staff, is_support } = callerOf(call);
      return is_staff || is_support ? row.is_active : undefined;
    },
    ...(generation === "8.x" ? { job_title: (row: User) => row.job_title } : {}),
  };
}
