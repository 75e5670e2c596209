import type { Organization, ServiceProvider } from "../../entities.ts";
import { type ApiCall, urlOf } from "../../http/api-call.ts";
import type { Columns } from "../../http/columns.ts";
import type { Generation } from "../../words.ts";

function organizationOf(row: ServiceProvider, call: ApiCall): Organization {
  return call.store.organizations.get(row.organization_uuid);
}

const columns: Columns<ServiceProvider> = {
  url: (row, call) => urlOf(call, `marketplace-service-providers/${row.uuid}/`),
  uuid: (row) => row.uuid,
  created: (row) => row.created,
  description: (row) => row.description,
  enable_notifications: (row) => row.enable_notifications,
  customer: (row, call) => urlOf(call, `customers/${row.organization_uuid}/`),
  customer_name: (row, call) => organizationOf(row, call).name,
  customer_uuid: (row) => row.organization_uuid,
  customer_image: () => null,
  customer_abbreviation: (row, call) => organizationOf(row, call).abbreviation,
  customer_native_name: (row, call) => organizationOf(row, call).native_name,
  customer_country: (row, call) => organizationOf(row, call).country,
  image: () => null,
  offering_count: (row, call) =>
    call.store.offerings
      .where("organization_uuid", row.organization_uuid)
      .filter(({ state }) => state === "Active" || state === "Paused").length,
};

export const serviceProviderColumns: Readonly<Record<Generation, Columns<ServiceProvider>>> = {
  "2024-10": { ...columns, organization_group: () => null },
  "8.x": {
    ...columns,
    customer_slug: (row, call) => organizationOf(row, call).slug,
    organization_groups: () => [],
  },
};
