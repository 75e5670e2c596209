/** Who there is: users, organizations, projects, and the roles between them. */
import { flag, number, orNull, type RowOf, text, time, uuid, word } from "../../shapes.ts";
import { as, slugOf, tokenOf, uuidFrom } from "./defaults.ts";
import { ACCOUNT_STATES, ROLE_SCOPES, ROLES } from "./words.ts";

/** A user, with the token they are known by. */
export interface User extends RowOf<typeof USER> {}
export const USER = {
  uuid: uuid(uuidFrom("user", "username")),
  username: text(),
  slug: text(slugOf("username")),
  first_name: text(as("username")),
  last_name: text(),
  native_name: text(),
  email: text(({ username }) => `${username}@example.com`),
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
  agreement_date: orNull(time(), as("date_joined")),
  token: text(tokenOf),
  /** Seconds of silence after which the token expires; null: never. */
  token_lifetime: orNull(number()),
  token_used_at: time(as("date_joined")),
  password: text(({ username }) => `password-of-${username}`),
};

/** A public SSH key of a user. */
export interface SshKey extends RowOf<typeof SSH_KEY> {}
const idOfKey = uuidFrom("ssh key", "user_uuid", "name");
export const SSH_KEY = {
  uuid: uuid(idOfKey),
  user_uuid: uuid(),
  name: text(),
  public_key: text((key) => {
    const id = idOfKey(key);
    return `ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAA${id}${id.slice(0, 12)} ${key.name}`;
  }),
  /** MD5; the only one 2021 has. */
  fingerprint: text((key) => idOfKey(key).match(/../g)?.join(":") ?? ""),
  fingerprint_sha256: text((key) => `SHA256:${idOfKey(key)}`),
  fingerprint_sha512: text((key) => `SHA512:${idOfKey(key).repeat(2)}`),
  is_shared: flag(),
  created: time(),
};

/** An organization; those that are service providers have a `ServiceProvider` besides. */
export interface Organization extends RowOf<typeof ORGANIZATION> {}
export const ORGANIZATION = {
  uuid: uuid(uuidFrom("organization", "name")),
  name: text(),
  slug: text(slugOf("name")),
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
  uuid: uuid(uuidFrom("service provider", "organization_uuid")),
  organization_uuid: uuid(),
  description: text(),
  enable_notifications: flag(true),
  created: time(),
};

/** A project of an organization. */
export interface Project extends RowOf<typeof PROJECT> {}
export const PROJECT = {
  uuid: uuid(uuidFrom("project", "organization_uuid", "name")),
  name: text(),
  slug: text(slugOf("name")),
  description: text(),
  organization_uuid: uuid(),
  /** Orders wait for that day; null: none do. */
  start_date: orNull(text()),
  end_date: orNull(text()),
  /** Soft-deleted: its resources stay, but no longer see it. */
  is_removed: flag(),
  created: time(),
};

/** A role of a user in an organization, a project or an offering, which they have once. */
export interface RoleAssignment extends RowOf<typeof ROLE> {}
export const ROLE = {
  uuid: uuid(uuidFrom("role", "user_uuid", "role", "scope_uuid")),
  /** Number of the permission; 2021 shows it and builds its URL from it. */
  pk: number(),
  user_uuid: uuid(),
  role: word(ROLES, "member"),
  scope: word(ROLE_SCOPES, "project"),
  scope_uuid: uuid(),
  created: time(),
  expiration_time: orNull(time()),
};

/** What service accounts and course accounts have in common. */
const SHARED_ACCOUNT = {
  username: text(),
  description: text(),
  email: text(),
  state: word(ACCOUNT_STATES, "OK"),
  error_message: text(),
  error_traceback: text(),
  created: time(),
  modified: time(as("created")),
};

/** A service account, which programs of a project or of a whole organization use. */
export interface ServiceAccount extends RowOf<typeof SERVICE_ACCOUNT> {}
export const SERVICE_ACCOUNT = {
  uuid: uuid(uuidFrom("service account", "scope_uuid", "username")),
  ...SHARED_ACCOUNT,
  scope: word(["project", "organization"], "project"),
  scope_uuid: uuid(),
  preferred_identifier: text(),
};

/** A course account, which somebody on a course uses. */
export interface CourseAccount extends RowOf<typeof COURSE_ACCOUNT> {}
export const COURSE_ACCOUNT = {
  uuid: uuid(uuidFrom("course account", "project_uuid", "username")),
  ...SHARED_ACCOUNT,
  project_uuid: uuid(),
  user_uuid: orNull(uuid()),
};
