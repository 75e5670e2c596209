/** The columns a seed may give, kind by kind. */
import {
  BILLING_TYPES,
  OFFERING_STATES,
  ORDER_STATES,
  ORDER_TYPES,
  RESOURCE_STATES,
  ROLES,
} from "../words.ts";
import * as is from "./shapes.ts";

const reference = is.text;
const references = is.listOf(reference);
const numbers = is.recordOf(is.number);

const user: is.Shape = {
  uuid: is.uuid,
  username: is.text,
  full_name: is.text,
  first_name: is.text,
  last_name: is.text,
  native_name: is.text,
  email: is.text,
  organization: is.text,
  job_title: is.text,
  phone_number: is.text,
  description: is.text,
  is_staff: is.flag,
  is_support: is.flag,
  is_active: is.flag,
  date_joined: is.time,
  token: is.text,
  token_lifetime: is.orNull(is.number),
  token_used_at: is.time,
  password: is.text,
};

const organization: is.Shape = {
  uuid: is.uuid,
  name: is.text,
  slug: is.text,
  abbreviation: is.text,
  native_name: is.text,
  country: is.text,
  email: is.text,
  is_blocked: is.flag,
  created: is.time,
  owners: references,
  service_managers: references,
  service_provider: is.either(
    is.flag,
    (value) => typeof value === "boolean",
    is.shaped({ uuid: is.uuid, description: is.text }),
  ),
};

const project: is.Shape = {
  uuid: is.uuid,
  name: is.text,
  slug: is.text,
  description: is.text,
  organization: reference,
  start_date: is.orNull(is.text),
  end_date: is.orNull(is.text),
  is_removed: is.flag,
  created: is.time,
  admins: references,
  managers: references,
  members: references,
};

const component: is.Shape = {
  uuid: is.uuid,
  type: is.text,
  name: is.text,
  description: is.text,
  billing_type: is.oneOfWords(BILLING_TYPES),
  measured_unit: is.text,
  limit_period: is.orNull(is.text),
  limit_amount: is.orNull(is.number),
  article_code: is.text,
  max_value: is.orNull(is.number),
  min_value: is.orNull(is.number),
  max_available_limit: is.orNull(is.number),
  is_boolean: is.flag,
  default_limit: is.orNull(is.number),
  factor: is.orNull(is.number),
  is_builtin: is.flag,
};

const plan: is.Shape = {
  uuid: is.uuid,
  name: is.text,
  description: is.text,
  prices: numbers,
  quotas: numbers,
  unit: is.text,
  unit_price: is.text,
  archived: is.flag,
  backend_id: is.text,
};

const offering: is.Shape = {
  uuid: is.uuid,
  name: is.text,
  slug: is.text,
  description: is.text,
  full_description: is.text,
  organization: reference,
  type: is.text,
  state: is.oneOfWords(OFFERING_STATES),
  shared: is.flag,
  billable: is.flag,
  attributes: is.object,
  options: is.object,
  plugin_options: is.object,
  secret_options: is.object,
  backend_id: is.text,
  created: is.time,
  components: is.listOf(is.shaped(component, ["type"])),
  plans: is.listOf(is.shaped(plan, ["name"])),
  managers: references,
  accounts: is.flag,
};

const openOrder: is.Shape = {
  uuid: is.uuid,
  type: is.oneOfWords(ORDER_TYPES),
  state: is.oneOfWords(ORDER_STATES),
};

const allocation: is.Shape = {
  uuid: is.uuid,
  name: is.text,
  slug: is.text,
  description: is.text,
  state: is.oneOfWords(RESOURCE_STATES),
  offering: reference,
  project: reference,
  plan: is.orNull(reference),
  attributes: is.object,
  limits: numbers,
  usages: is.recordOf(is.amount),
  backend_id: is.text,
  report: is.orNull(is.listOf(is.shaped({ header: is.text, body: is.text }, ["header", "body"]))),
  error_message: is.text,
  error_traceback: is.text,
  end_date: is.orNull(is.text),
  downscaled: is.flag,
  restrict_member_access: is.flag,
  paused: is.flag,
  created: is.time,
  modified: is.time,
  order: is.orNull(is.shaped(openOrder)),
  plan_period: is.orNull(is.shaped({ uuid: is.uuid, start: is.orNull(is.time), end: is.orNull(is.time) })),
};

const order: is.Shape = {
  ...openOrder,
  allocation: reference,
  created_by: reference,
  plan: reference,
  limits: numbers,
  attributes: is.object,
  error_message: is.text,
  error_traceback: is.text,
  created: is.time,
};

const offeringUser: is.Shape = {
  uuid: is.uuid,
  offering: reference,
  user: reference,
  username: is.orNull(is.text),
  state: is.text,
  is_restricted: is.flag,
  has_consent: is.flag,
  created: is.time,
};

const role: is.Shape = {
  user: reference,
  role: is.oneOfWords(ROLES),
  on: reference,
  expiration_time: is.orNull(is.time),
  pk: is.number,
};

const sshKey: is.Shape = {
  uuid: is.uuid,
  user: reference,
  name: is.text,
  public_key: is.text,
  is_shared: is.flag,
};

/** A whole seed. */
export const checkSeed: is.Check = is.shaped({
  guide: is.flag,
  users: is.listOf(is.shaped(user, ["username"])),
  organizations: is.listOf(is.shaped(organization, ["name"])),
  projects: is.listOf(is.shaped(project, ["name"])),
  offerings: is.listOf(is.shaped(offering, ["name"])),
  allocations: is.listOf(is.shaped(allocation, ["name"])),
  orders: is.listOf(is.shaped(order, ["type", "allocation"])),
  offering_users: is.listOf(is.shaped(offeringUser, ["user"])),
  ssh_keys: is.listOf(is.shaped(sshKey, ["user", "name"])),
  roles: is.listOf(is.shaped(role, ["user", "role", "on"])),
});
