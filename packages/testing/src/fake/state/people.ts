/** Who there is: users, organizations, projects, and the roles between them. */
import type { RoleName, RoleScope } from "./words.ts";

/** A user, with the token they are known by. */
export interface User {
  uuid: string;
  username: string;
  slug: string;
  first_name: string;
  last_name: string;
  native_name: string;
  email: string;
  organization: string;
  job_title: string;
  phone_number: string;
  description: string;
  civil_number: string | null;
  preferred_language: string;
  registration_method: string;
  is_staff: boolean;
  is_support: boolean;
  is_active: boolean;
  date_joined: string;
  agreement_date: string | null;
  token: string;
  /** Seconds of silence after which the token expires; null: never. */
  token_lifetime: number | null;
  token_used_at: string;
  password: string;
}

/** A public SSH key of a user. */
export interface SshKey {
  uuid: string;
  user_uuid: string;
  name: string;
  public_key: string;
  /** MD5; the only one 2021 has. */
  fingerprint: string;
  fingerprint_sha256: string;
  fingerprint_sha512: string;
  is_shared: boolean;
  created: string;
}

/** An organization; those that are service providers have a `ServiceProvider` besides. */
export interface Organization {
  uuid: string;
  name: string;
  slug: string;
  abbreviation: string;
  native_name: string;
  country: string;
  email: string;
  is_blocked: boolean;
  created: string;
}

/** An organization in its role as a provider. */
export interface ServiceProvider {
  uuid: string;
  organization_uuid: string;
  description: string;
  enable_notifications: boolean;
  created: string;
}

/** A project of an organization. */
export interface Project {
  uuid: string;
  name: string;
  slug: string;
  description: string;
  organization_uuid: string;
  /** Orders wait for that day; null: none do. */
  start_date: string | null;
  end_date: string | null;
  /** Soft-deleted: its resources stay, but no longer see it. */
  is_removed: boolean;
  created: string;
}

/** A role of a user in an organization, a project or an offering. */
export interface RoleAssignment {
  /** Number of the permission; 2021 shows it and builds its URL from it. */
  pk: number;
  user_uuid: string;
  role: RoleName;
  scope: RoleScope;
  scope_uuid: string;
  created: string;
  expiration_time: string | null;
}
