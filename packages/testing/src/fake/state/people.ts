/** Who there is: users, organizations, projects, and the roles between them. */
import { flag, number, orNull, type RowOf, text, time, uuid, word } from "../../shapes.ts";
import { ACCOUNT_STATES, type RoleName, type RoleScope } from "./words.ts";

/** A user, with the token they are known by. */
export interface User extends RowOf<typeof USER> {}
export const USER = {
  uuid: uuid(),
  username: text(),
  slug: text(),
  first_name: text(),
  last_name: text(),
  native_name: text(),
  email: text(),
  organization: text(),
  job_title: text(),
  phone_number: text(),
  description: text(),
  civil_number: orNull(text()),
  preferred_language: text(),
  registration_method: text("default"),
  is_staff: flag(),
  is_support: flag(),
  is_active: flag(true),
  date_joined: time(),
  agreement_date: orNull(time()),
  token: text(),
  /** Seconds of silence after which the token expires; null: never. */
  token_lifetime: orNull(number()),
  token_used_at: time(),
  password: text(),
};

/** A public SSH key of a user. */
export interface SshKey extends RowOf<typeof SSH_KEY> {}
export const SSH_KEY = {
  uuid: uuid(),
  user_uuid: uuid(),
  name: text(),
  public_key: text(),
  /** MD5; the only one 2021 has. */
  fingerprint: text(),
  fingerprint_sha256: text(),
  fingerprint_sha512: text(),
  is_shared: flag(),
  created: time(),
};

/** An organization; those that are service providers have a `ServiceProvider` besides. */
export interface Organization extends RowOf<typeof ORGANIZATION> {}
export const ORGANIZATION = {
  uuid: uuid(),
  name: text(),
  slug: text(),
  abbreviation: text(),
  native_name: text(),
  country: text(),
  email: text(),
  is_blocked: flag(),
  created: time(),
};

/** An organization in its role as a provider. */
export interface ServiceProvider extends RowOf<typeof SERVICE_PROVIDER> {}
export const SERVICE_PROVIDER = {
  uuid: uuid(),
  organization_uuid: uuid(),
  description: text(),
  enable_notifications: flag(true),
  created: time(),
};

/** A project of an organization. */
export interface Project extends RowOf<typeof PROJECT> {}
export const PROJECT = {
  uuid: uuid(),
  name: text(),
  slug: text(),
  description: text(),
  organization_uuid: uuid(),
  /** Orders wait for that day; null: none do. */
  start_date: orNull(text()),
  end_date: orNull(text()),
  /** Soft-deleted: its resources stay, but no longer see it. */
  is_removed: flag(),
  created: time(),
};

/** A role of a user in an organization, a project or an offering. */
export interface RoleAssignment {
  uuid: string;
  /** Number of the permission; 2021 shows it and builds its URL from it. */
  pk: number;
  user_uuid: string;
  role: RoleName;
  scope: RoleScope;
  scope_uuid: string;
  created: string;
  expiration_time: string | null;
}

/** What service accounts and course accounts have in common. */
const SHARED_ACCOUNT = {
  uuid: uuid(),
  username: text(),
  description: text(),
  email: text(),
  state: word(ACCOUNT_STATES, "OK"),
  error_message: text(),
  error_traceback: text(),
  created: time(),
  modified: time(),
};

/** A service account, which programs of a project or of a whole organization use. */
export interface ServiceAccount extends RowOf<typeof SERVICE_ACCOUNT> {}
export const SERVICE_ACCOUNT = {
  ...SHARED_ACCOUNT,
  scope: word(["project", "organization"], "project"),
  scope_uuid: uuid(),
  preferred_identifier: text(),
};

/** A course account, which somebody on a course uses. */
export interface CourseAccount extends RowOf<typeof COURSE_ACCOUNT> {}
export const COURSE_ACCOUNT = { ...SHARED_ACCOUNT, project_uuid: uuid(), user_uuid: orNull(uuid()) };
