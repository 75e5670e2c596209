/** Full rows from the few columns a seed gives; every other column gets what an unremarkable row has. */
import type { Offering, OfferingComponent, OfferingUser, Order, Plan, Resource } from "./marketplace.ts";
import type { Organization, Project, ServiceProvider, User } from "./people.ts";
import { uuidOf } from "./values.ts";

export type With<Row, Key extends keyof Row> = Partial<Row> & Pick<Row, Key>;

/** As the servers build it: the first letters of the name, in lower case. */
function slug(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .slice(0, 50);
}

export function user(row: With<User, "username" | "date_joined">): User {
  return {
    uuid: uuidOf("user", row.username),
    slug: slug(row.username),
    first_name: row.username,
    last_name: "",
    native_name: "",
    email: `${row.username}@example.com`,
    organization: "",
    job_title: "",
    phone_number: "",
    description: "",
    civil_number: null,
    preferred_language: "",
    registration_method: "default",
    is_staff: false,
    is_support: false,
    is_active: true,
    agreement_date: row.date_joined,
    token: tokenOf(row.username),
    token_lifetime: null,
    token_used_at: row.date_joined,
    password: `password-of-${row.username}`,
    ...row,
  };
}

/** The token a seeded user has unless the seed says another: the same in every run, 40 hex digits. */
export function tokenOf(username: string): string {
  return `${uuidOf("token", username)}${uuidOf("token", username, "rest").slice(0, 8)}`;
}

export function organization(row: With<Organization, "name" | "created">): Organization {
  return {
    uuid: uuidOf("organization", row.name),
    slug: slug(row.name),
    abbreviation: "",
    native_name: "",
    country: "",
    email: "",
    is_blocked: false,
    ...row,
  };
}

export function serviceProvider(
  row: With<ServiceProvider, "organization_uuid" | "created">,
): ServiceProvider {
  return {
    uuid: uuidOf("service provider", row.organization_uuid),
    description: "",
    enable_notifications: true,
    ...row,
  };
}

export function project(row: With<Project, "name" | "organization_uuid" | "created">): Project {
  return {
    uuid: uuidOf("project", row.organization_uuid, row.name),
    slug: slug(row.name),
    description: "",
    start_date: null,
    end_date: null,
    is_removed: false,
    ...row,
  };
}

export function component(row: With<OfferingComponent, "uuid" | "type">): OfferingComponent {
  return {
    name: row.type.toUpperCase(),
    description: "",
    billing_type: "usage",
    measured_unit: "units",
    limit_period: null,
    limit_amount: null,
    article_code: "",
    max_value: null,
    min_value: null,
    max_available_limit: null,
    is_boolean: false,
    default_limit: null,
    factor: null,
    is_builtin: false,
    is_prepaid: false,
    ...row,
  };
}

export function offering(row: With<Offering, "name" | "organization_uuid" | "created">): Offering {
  return {
    uuid: uuidOf("offering", row.organization_uuid, row.name),
    slug: slug(row.name),
    description: "",
    full_description: "",
    terms_of_service: "",
    category_uuid: uuidOf("category", "HPC"),
    category_title: "HPC",
    type: "Marketplace.Basic",
    state: "Active",
    paused_reason: "",
    shared: true,
    billable: true,
    attributes: {},
    options: {},
    plugin_options: {},
    secret_options: {},
    components: [],
    backend_id: "",
    backend_id_rules: {},
    backend_metadata: {},
    exposed: null,
    ...row,
  };
}

export function plan(row: With<Plan, "name" | "offering_uuid">): Plan {
  return {
    uuid: uuidOf("plan", row.offering_uuid, row.name),
    description: "",
    article_code: "",
    prices: {},
    quotas: {},
    max_amount: null,
    archived: false,
    unit: "month",
    unit_price: "0.0000000",
    init_price: 0,
    switch_price: 0,
    backend_id: "",
    ...row,
  };
}

export function resource(
  row: With<Resource, "name" | "offering_uuid" | "project_uuid" | "created">,
): Resource {
  return {
    uuid: uuidOf("resource", row.offering_uuid, row.project_uuid, row.name),
    slug: slug(row.name),
    description: "",
    state: "Creating",
    plan_uuid: null,
    attributes: { name: row.name },
    limits: {},
    cost: null,
    plugin_object: null,
    current_usages: {},
    backend_id: "",
    effective_id: "",
    backend_metadata: {},
    report: null,
    endpoints: [],
    options: null,
    error_message: "",
    error_traceback: "",
    end_date: null,
    downscaled: false,
    restrict_member_access: false,
    paused: false,
    last_sync: row.created,
    modified: row.created,
    ...row,
  };
}

export function offeringUser(
  row: With<OfferingUser, "uuid" | "offering_uuid" | "user_uuid" | "created">,
): OfferingUser {
  return {
    username: null,
    state: "OK",
    runtime_state: "Active",
    service_provider_comment: "",
    service_provider_comment_url: "",
    is_restored: false,
    has_consent: true,
    is_restricted: false,
    propagation_date: null,
    modified: row.created,
    ...row,
  };
}

export function order(
  row: With<Order, "uuid" | "type" | "resource_uuid" | "created_by_uuid" | "created">,
): Order {
  return {
    state: "executing",
    plan_uuid: null,
    old_plan_uuid: null,
    limits: {},
    attributes: {},
    cost: "0.0000000000",
    output: "",
    error_message: "",
    error_traceback: "",
    backend_id: "",
    callback_url: null,
    termination_comment: null,
    start_date: null,
    provider_rejection_comment: "",
    provider_message: "",
    provider_message_url: "",
    provider_message_updated_at: null,
    consumer_reviewed_by_uuid: null,
    consumer_reviewed_at: null,
    provider_reviewed_by_uuid: null,
    provider_reviewed_at: null,
    completed_at: null,
    modified: row.created,
    ...row,
  };
}
