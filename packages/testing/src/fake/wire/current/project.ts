import type { Organization, Project, Resource } from "../../entities.ts";
import { type ApiCall, urlOf } from "../../http/api-call.ts";
import type { Columns } from "../../http/columns.ts";
import { monthlyInvoice } from "../../rules/current/invoices.ts";
import type { Generation } from "../../words.ts";

function customerOf(row: Project, call: ApiCall): Organization {
  return call.store.organizations.get(row.organization_uuid);
}

/** Resources that run, of whichever provider. */
function running(row: Project, { store }: ApiCall): Resource[] {
  return store.resources
    .where("project_uuid", row.uuid)
    .filter(({ state }) => state === "OK" || state === "Updating");
}

function countByCategory(row: Project, call: ApiCall): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { offering_uuid } of running(row, call)) {
    const { category_uuid } = call.store.offerings.get(offering_uuid);
    counts[category_uuid] = (counts[category_uuid] ?? 0) + 1;
  }
  return counts;
}

function invoiced(row: Project, { store, world }: ApiCall): number {
  const resources = store.resources.where("project_uuid", row.uuid);
  return resources.reduce((total, resource) => total + monthlyInvoice(world, resource), 0) / 100;
}

const columns: Columns<Project> = {
  url: (row, call) => urlOf(call, `projects/${row.uuid}/`),
  uuid: (row) => row.uuid,
  name: (row) => row.name,
  slug: (row) => row.slug,
  customer: (row, call) => urlOf(call, `customers/${row.organization_uuid}/`),
  customer_uuid: (row) => row.organization_uuid,
  customer_name: (row, call) => customerOf(row, call).name,
  customer_slug: (row, call) => customerOf(row, call).slug,
  customer_native_name: (row, call) => customerOf(row, call).native_name,
  customer_abbreviation: (row, call) => customerOf(row, call).abbreviation,
  description: (row) => row.description,
  created: (row) => row.created,
  type: () => null,
  backend_id: () => "",
  start_date: (row) => row.start_date,
  end_date: (row) => row.end_date,
  end_date_requested_by: () => null,
  oecd_fos_2007_code: () => null,
  oecd_fos_2007_label: () => null,
  is_industry: () => false,
  image: () => null,
  resources_count: (row, call) => running(row, call).length,
  billing_price_estimate: (row, call) => {
    const total = invoiced(row, call);
    return { total, current: total, tax: 0, tax_current: 0 };
  },
  marketplace_resource_count: countByCategory,
};

export const projectColumns: Readonly<Record<Generation, Columns<Project>>> = {
  "2024-10": columns,
  "8.x": {
    ...columns,
    type_name: () => null,
    type_uuid: () => null,
    is_removed: (row) => row.is_removed,
    kind: () => "default",
    staff_notes: () => "",
    project_credit: () => null,
    termination_metadata: () => null,
    grace_period_days: () => null,
    max_service_accounts: () => null,
    customer_display_billing_info_in_projects: () => true,
    user_affiliations: () => [],
    user_email_patterns: () => [],
    user_identity_sources: () => [],
  },
};
