/** Full rows from the few columns a seed gives; every other column gets what an unremarkable row has. */
import { usual } from "../../shapes.ts";
import * as marketplace from "./marketplace.ts";
import * as people from "./people.ts";
import { uuidOf } from "./values.ts";

export type With<Row, Key extends keyof Row> = Partial<Row> & Pick<Row, Key>;

/** As the servers build it: the first letters of the name, in lower case. */
function slug(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .slice(0, 50);
}

export function user(row: With<people.User, "username" | "date_joined">): people.User {
  return {
    ...usual(people.USER),
    uuid: uuidOf("user", row.username),
    slug: slug(row.username),
    first_name: row.username,
    email: `${row.username}@example.com`,
    agreement_date: row.date_joined,
    token: tokenOf(row.username),
    token_used_at: row.date_joined,
    password: `password-of-${row.username}`,
    ...row,
  };
}

/** The token a seeded user has unless the seed says another: the same in every run, 40 hex digits. */
export function tokenOf(username: string): string {
  return `${uuidOf("token", username)}${uuidOf("token", username, "rest").slice(0, 8)}`;
}

export function organization(row: With<people.Organization, "name" | "created">): people.Organization {
  return {
    ...usual(people.ORGANIZATION),
    uuid: uuidOf("organization", row.name),
    slug: slug(row.name),
    ...row,
  };
}

export function serviceProvider(
  row: With<people.ServiceProvider, "organization_uuid" | "created">,
): people.ServiceProvider {
  return {
    ...usual(people.SERVICE_PROVIDER),
    uuid: uuidOf("service provider", row.organization_uuid),
    ...row,
  };
}

export function project(row: With<people.Project, "name" | "organization_uuid" | "created">): people.Project {
  return {
    ...usual(people.PROJECT),
    uuid: uuidOf("project", row.organization_uuid, row.name),
    slug: slug(row.name),
    ...row,
  };
}

/** A user has a role on something once. */
export function role(row: Omit<people.RoleAssignment, "uuid">): people.RoleAssignment {
  return { uuid: uuidOf("role", row.user_uuid, row.role, row.scope_uuid), ...row };
}

export function component(
  row: With<marketplace.OfferingComponent, "uuid" | "type">,
): marketplace.OfferingComponent {
  return { ...usual(marketplace.COMPONENT), name: row.type.toUpperCase(), ...row };
}

export function offering(
  row: With<marketplace.Offering, "name" | "organization_uuid" | "created">,
): marketplace.Offering {
  return {
    ...usual(marketplace.OFFERING),
    uuid: uuidOf("offering", row.organization_uuid, row.name),
    slug: slug(row.name),
    category_uuid: uuidOf("category", "HPC"),
    ...row,
  };
}

export function plan(row: With<marketplace.Plan, "name" | "offering_uuid">): marketplace.Plan {
  return { ...usual(marketplace.PLAN), uuid: uuidOf("plan", row.offering_uuid, row.name), ...row };
}

export function resource(
  row: With<marketplace.Resource, "name" | "offering_uuid" | "project_uuid" | "created">,
): marketplace.Resource {
  return {
    ...usual(marketplace.RESOURCE),
    uuid: uuidOf("resource", row.offering_uuid, row.project_uuid, row.name),
    slug: slug(row.name),
    attributes: { name: row.name },
    last_sync: row.created,
    modified: row.created,
    ...row,
  };
}

type UsageColumn = "resource_uuid" | "component_type" | "plan_period_uuid" | "billing_period" | "date";

export function componentUsage(
  row: With<marketplace.ComponentUsage, "uuid" | UsageColumn | "created">,
): marketplace.ComponentUsage {
  return {
    usage: "0.00",
    charged_before_end: null,
    description: "",
    recurring: false,
    zero_when_missing: false,
    days: {},
    modified_by_uuid: null,
    modified: row.created,
    ...row,
  };
}

export function offeringUser(
  row: With<marketplace.OfferingUser, "uuid" | "offering_uuid" | "user_uuid" | "created">,
): marketplace.OfferingUser {
  return { ...usual(marketplace.OFFERING_USER), modified: row.created, ...row };
}

export function order(
  row: With<marketplace.Order, "uuid" | "type" | "resource_uuid" | "created_by_uuid" | "created">,
): marketplace.Order {
  return { ...usual(marketplace.ORDER), cost: "0.0000000000", modified: row.created, ...row };
}
