// What the fake stores, the same for every server generation. Columns have their names on the wire, where an organization is a
// `customer`. Times are ISO strings as Django prints them, amounts are decimal strings with two places.
import {
  flag,
  full,
  listOf,
  number,
  object,
  orNull,
  type RowOf,
  recordOf,
  text,
  time,
  uuid,
  word,
} from "../../shapes.ts";
import { as, slugOf, uuidFrom } from "./defaults.ts";
import { uuidOf } from "./values.ts";
import * as words from "./words.ts";

/** Something an offering counts, such as `cpu`. */
export interface OfferingComponent extends RowOf<typeof COMPONENT> {}
export const COMPONENT = {
  uuid: uuid(),
  type: text(),
  name: text(({ type }) => String(type).toUpperCase()),
  description: text(),
  billing_type: word(words.BILLING_TYPES, "usage"),
  measured_unit: text("units"),
  limit_period: orNull(text()),
  limit_amount: orNull(number()),
  article_code: text(),
  max_value: orNull(number()),
  min_value: orNull(number()),
  max_available_limit: orNull(number()),
  is_boolean: flag(),
  default_limit: orNull(number()),
  factor: orNull(number()),
  is_builtin: flag(),
  is_prepaid: flag(),
};

/** A price list of an offering. */
export interface Plan extends RowOf<typeof PLAN> {}
export const PLAN = {
  uuid: uuid(uuidFrom("plan", "offering_uuid", "name")),
  offering_uuid: uuid(),
  name: text(),
  description: text(),
  article_code: text(),
  prices: recordOf(number()),
  quotas: recordOf(number()),
  max_amount: orNull(number()),
  archived: flag(),
  unit: text("month"),
  unit_price: text("0.0000000"),
  init_price: number(),
  switch_price: number(),
  backend_id: text(),
};

/** What a provider offers. */
export interface Offering extends RowOf<typeof OFFERING> {}
export const OFFERING = {
  uuid: uuid(uuidFrom("offering", "organization_uuid", "name")),
  name: text(),
  slug: text(slugOf("name")),
  description: text(),
  full_description: text(),
  terms_of_service: text(),
  organization_uuid: uuid(),
  category_uuid: uuid(() => uuidOf("category", "HPC")),
  category_title: text("HPC"),
  type: text("Marketplace.Basic"),
  state: word(words.OFFERING_STATES, "Active"),
  paused_reason: text(),
  shared: flag(true),
  billable: flag(true),
  attributes: object(),
  options: object(),
  plugin_options: object(),
  secret_options: object(),
  components: listOf(full(COMPONENT)),
  backend_id: text(),
  /** What it may see of its users, such as `phone_number`; null: the server's default. */
  exposed: orNull(listOf(text())),
  /** What backend ids must look like, and among which they must be unique; newest servers only. */
  backend_id_rules: object(),
  backend_metadata: object(),
  created: time(),
};

/** What the plugin of an offering keeps for a resource, e.g. a SLURM allocation. */
export interface PluginObject extends RowOf<typeof PLUGIN_OBJECT> {}
export const PLUGIN_OBJECT = {
  uuid: uuid(),
  /** Its kind, e.g. `SLURM.Allocation`. */
  type: text(),
  /** Where the API has it, e.g. `slurm-allocations`. */
  path: text(),
  state: word(words.PLUGIN_STATES, "OK"),
};

/** An allocation: what a project got of an offering. */
export interface Resource extends RowOf<typeof RESOURCE> {}
export const RESOURCE = {
  uuid: uuid(uuidFrom("resource", "offering_uuid", "project_uuid", "name")),
  name: text(),
  slug: text(slugOf("name")),
  description: text(),
  state: word(words.RESOURCE_STATES, "Creating"),
  offering_uuid: uuid(),
  plan_uuid: orNull(uuid()),
  project_uuid: uuid(),
  attributes: object(({ name }) => ({ name: String(name) })),
  limits: recordOf(number()),
  /** What its plan and limits come to, ten decimals; null when nobody worked it out. */
  cost: orNull(text()),
  plugin_object: orNull(full(PLUGIN_OBJECT)),
  /** What the last usage report said, by component type. */
  current_usages: recordOf(text()),
  backend_id: text(),
  effective_id: text(),
  backend_metadata: object(),
  report: orNull(listOf(full({ header: text(), body: text() }))),
  endpoints: listOf(full({ uuid: uuid(), name: text(), url: text() })),
  options: orNull(object()),
  error_message: text(),
  error_traceback: text(),
  end_date: orNull(text()),
  downscaled: flag(),
  restrict_member_access: flag(),
  paused: flag(),
  /** When its provider last said that it is in step. */
  last_sync: time(as("created")),
  created: time(),
  modified: time(as("created")),
};

/** The time a resource spent on one plan; the open one has `end: null`. */
export interface PlanPeriod extends RowOf<typeof PLAN_PERIOD> {}
export const PLAN_PERIOD = {
  uuid: uuid(),
  resource_uuid: uuid(),
  plan_uuid: uuid(),
  start: orNull(time()),
  end: orNull(time()),
};

/** The total of one component of one resource in one month. */
export interface ComponentUsage extends RowOf<typeof COMPONENT_USAGE> {}
export const COMPONENT_USAGE = {
  uuid: uuid(),
  resource_uuid: uuid(),
  component_type: text(),
  plan_period_uuid: orNull(uuid()),
  /** First day of the month, `YYYY-MM-01`. */
  billing_period: text(),
  usage: text("0.00"),
  /** What it was when its plan period ended, once a later report has changed it: invoices charge both. */
  charged_before_end: orNull(text()),
  description: text(),
  recurring: flag(),
  /** It is zero in a month that is never reported; newest servers only. */
  zero_when_missing: flag(),
  /** Amounts by day, of which the month is the sum where it has any; newest servers only. */
  days: recordOf(text()),
  date: time(),
  modified_by_uuid: orNull(uuid()),
  created: time(),
  modified: time(as("created")),
};

/** The part of a component usage that one user caused. */
export interface ComponentUserUsage extends RowOf<typeof COMPONENT_USER_USAGE> {}
export const COMPONENT_USER_USAGE = {
  uuid: uuid(),
  component_usage_uuid: uuid(),
  username: text(),
  offering_user_uuid: orNull(uuid()),
  usage: text(),
  description: text(),
  date: time(),
  created: time(),
  modified: time(as("created")),
};

/** What a user may use of a component of a resource. */
export interface UserUsageLimit extends RowOf<typeof USER_USAGE_LIMIT> {}
export const USER_USAGE_LIMIT = {
  uuid: uuid(),
  resource_uuid: uuid(),
  component_uuid: uuid(),
  component_type: text(),
  offering_user_uuid: uuid(),
  limit: text(),
};

/** What links a user with an offering. */
export interface OfferingUser extends RowOf<typeof OFFERING_USER> {}
export const OFFERING_USER = {
  uuid: uuid(),
  offering_uuid: uuid(),
  user_uuid: uuid(),
  username: orNull(text()),
  /** Newest servers only, e.g. `OK`, `Requested`. */
  state: word(words.OFFERING_USER_STATES, "OK"),
  /** Whether its user can use it now; newest servers only. */
  runtime_state: word(words.RUNTIME_STATES, "Active"),
  /** What its user has to do. */
  service_provider_comment: text(),
  service_provider_comment_url: text(),
  /** Whether its user came back while it was being deleted. */
  is_restored: flag(),
  /** Newest servers only: without it the provider does not see the row. */
  has_consent: flag(true),
  is_restricted: flag(),
  propagation_date: orNull(time()),
  created: time(),
  modified: time(as("created")),
};

/** On 2021 an order item, later an order. */
export interface Order extends RowOf<typeof ORDER> {}
export const ORDER = {
  uuid: uuid(),
  type: word<words.OrderType>(words.ORDER_TYPES, "Create"),
  state: word(words.ORDER_STATES, "executing"),
  resource_uuid: uuid(),
  plan_uuid: orNull(uuid()),
  old_plan_uuid: orNull(uuid()),
  limits: recordOf(number()),
  attributes: object(),
  cost: orNull(text(), () => "0.0000000000"),
  output: text(),
  error_message: text(),
  error_traceback: text(),
  backend_id: text(),
  callback_url: orNull(text()),
  termination_comment: orNull(text()),
  /** The day on which it is carried out at the earliest; null: as soon as it is approved. */
  start_date: orNull(text()),
  provider_rejection_comment: text(),
  provider_message: text(),
  provider_message_url: text(),
  provider_message_updated_at: orNull(time()),
  created_by_uuid: uuid(),
  consumer_reviewed_by_uuid: orNull(uuid()),
  consumer_reviewed_at: orNull(time()),
  provider_reviewed_by_uuid: orNull(uuid()),
  provider_reviewed_at: orNull(time()),
  completed_at: orNull(time()),
  created: time(),
  modified: time(as("created")),
};
