/**
 * What the fake stores, the same for every server generation. Columns have the names the wire gives them
 * (snake_case); an organization is what the wire calls `customer`. Times are ISO strings as Django prints
 * them, amounts are decimal strings with two places.
 */
import type { JsonObject } from "./values.ts";
import type {
  AccountState,
  BillingType,
  OfferingState,
  OfferingUserState,
  OrderState,
  OrderType,
  PluginState,
  ResourceState,
  RuntimeState,
} from "./words.ts";

/** Something an offering counts, such as `cpu`. */
export interface OfferingComponent {
  uuid: string;
  type: string;
  name: string;
  description: string;
  billing_type: BillingType;
  measured_unit: string;
  limit_period: string | null;
  limit_amount: number | null;
  article_code: string;
  max_value: number | null;
  min_value: number | null;
  max_available_limit: number | null;
  is_boolean: boolean;
  default_limit: number | null;
  factor: number | null;
  is_builtin: boolean;
  is_prepaid: boolean;
}

/** A price list of an offering. */
export interface Plan {
  uuid: string;
  offering_uuid: string;
  name: string;
  description: string;
  article_code: string;
  prices: Record<string, number>;
  quotas: Record<string, number>;
  max_amount: number | null;
  archived: boolean;
  unit: string;
  unit_price: string;
  init_price: number;
  switch_price: number;
  backend_id: string;
}

/** What a provider offers. */
export interface Offering {
  uuid: string;
  name: string;
  slug: string;
  description: string;
  full_description: string;
  terms_of_service: string;
  organization_uuid: string;
  category_uuid: string;
  category_title: string;
  type: string;
  state: OfferingState;
  paused_reason: string;
  shared: boolean;
  billable: boolean;
  attributes: JsonObject;
  options: JsonObject;
  plugin_options: JsonObject;
  secret_options: JsonObject;
  components: OfferingComponent[];
  backend_id: string;
  /** What it may see of its users, such as `phone_number`; null: the server's default. */
  exposed: string[] | null;
  /** What backend ids must look like, and among which they must be unique; newest servers only. */
  backend_id_rules: JsonObject;
  backend_metadata: JsonObject;
  created: string;
}

/** What the plugin of an offering keeps for a resource, e.g. a SLURM allocation. */
export interface PluginObject {
  uuid: string;
  /** Its kind, e.g. `SLURM.Allocation`. */
  type: string;
  /** Where the API has it, e.g. `slurm-allocations`. */
  path: string;
  state: PluginState;
}

/** An allocation: what a project got of an offering. */
export interface Resource {
  uuid: string;
  name: string;
  slug: string;
  description: string;
  state: ResourceState;
  offering_uuid: string;
  plan_uuid: string | null;
  project_uuid: string;
  attributes: JsonObject;
  limits: Record<string, number>;
  /** What its plan and limits come to, ten decimals; null when nobody worked it out. */
  cost: string | null;
  plugin_object: PluginObject | null;
  /** What the last usage report said, by component type. */
  current_usages: Record<string, string>;
  backend_id: string;
  effective_id: string;
  backend_metadata: JsonObject;
  report: { header: string; body: string }[] | null;
  endpoints: { uuid: string; name: string; url: string }[];
  options: JsonObject | null;
  error_message: string;
  error_traceback: string;
  end_date: string | null;
  downscaled: boolean;
  restrict_member_access: boolean;
  paused: boolean;
  /** When its provider last said that it is in step. */
  last_sync: string;
  created: string;
  modified: string;
}

/** The time a resource spent on one plan; the open one has `end: null`. */
export interface PlanPeriod {
  uuid: string;
  resource_uuid: string;
  plan_uuid: string;
  start: string | null;
  end: string | null;
}

/** The total of one component of one resource in one month. */
export interface ComponentUsage {
  uuid: string;
  resource_uuid: string;
  component_type: string;
  plan_period_uuid: string | null;
  /** First day of the month, `YYYY-MM-01`. */
  billing_period: string;
  /** Total of the month. */
  usage: string;
  /** What it was when its plan period ended, once a later report has changed it: invoices charge both. */
  charged_before_end: string | null;
  description: string;
  recurring: boolean;
  /** It is zero in a month that is never reported; newest servers only. */
  zero_when_missing?: boolean;
  date: string;
  modified_by_uuid: string | null;
  created: string;
  modified: string;
}

/** The part of a component usage that one user caused. */
export interface ComponentUserUsage {
  uuid: string;
  component_usage_uuid: string;
  username: string;
  offering_user_uuid: string | null;
  usage: string;
  description: string;
  date: string;
  created: string;
  modified: string;
}

/** What links a user with an offering. */
export interface OfferingUser {
  uuid: string;
  offering_uuid: string;
  user_uuid: string;
  username: string | null;
  /** Newest servers only, e.g. `OK`, `Requested`. */
  state: OfferingUserState;
  /** Whether its user can use it now; newest servers only. */
  runtime_state: RuntimeState;
  /** What its user is told to do. */
  service_provider_comment: string;
  service_provider_comment_url: string;
  /** Whether its user came back while it was being deleted. */
  is_restored: boolean;
  /** Newest servers only: without it the provider does not see the row. */
  has_consent: boolean;
  is_restricted: boolean;
  propagation_date: string | null;
  created: string;
  modified: string;
}

/** What service accounts and course accounts have in common. */
interface SharedAccount {
  uuid: string;
  username: string;
  description: string;
  email: string;
  state: AccountState;
  error_message: string;
  error_traceback: string;
  created: string;
  modified: string;
}

/** A service account, which programs of a project or of a whole organization use. */
export interface ServiceAccount extends SharedAccount {
  scope: "project" | "organization";
  scope_uuid: string;
  preferred_identifier: string;
}

/** A course account, which somebody on a course uses. */
export interface CourseAccount extends SharedAccount {
  project_uuid: string;
  user_uuid: string | null;
}

/** On 2021 an order item, later an order. */
export interface Order {
  uuid: string;
  type: OrderType;
  state: OrderState;
  resource_uuid: string;
  plan_uuid: string | null;
  old_plan_uuid: string | null;
  limits: Record<string, number>;
  attributes: JsonObject;
  cost: string | null;
  output: string;
  error_message: string;
  error_traceback: string;
  backend_id: string;
  callback_url: string | null;
  termination_comment: string | null;
  /** The day on which it is carried out at the earliest; null: as soon as it is approved. */
  start_date: string | null;
  provider_rejection_comment: string;
  provider_message: string;
  provider_message_url: string;
  provider_message_updated_at: string | null;
  created_by_uuid: string;
  consumer_reviewed_by_uuid: string | null;
  consumer_reviewed_at: string | null;
  provider_reviewed_by_uuid: string | null;
  provider_reviewed_at: string | null;
  completed_at: string | null;
  created: string;
  modified: string;
}
