import type { Organization, ServiceProvider } from "../../entities.ts";
import { type ApiCall, urlOf } from "../../http/api-call.ts";
import { type Columns, render } from "../../http/columns.ts";
import { containsFilter, type Filters, urlFilter, uuidFilter } from "../../http/filters.ts";
import { list } from "../../http/listing.ts";
import { byText, type Orderings } from "../../http/ordering.ts";
import { notFound, ok, type Reply } from "../../http/reply.ts";
import { action, disabled, type Route, route } from "../../http/route.ts";
import { parseUuid } from "../../uuids.ts";

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
  division: () => null,
};

const filters: Filters<ServiceProvider> = {
  customer: urlFilter((row) => row.organization_uuid),
  customer_uuid: uuidFilter((row) => row.organization_uuid),
  customer_keyword: containsFilter((row, call) => {
    const { name, abbreviation, native_name } = organizationOf(row, call);
    return [name, abbreviation, native_name];
  }),
};

/** Every token holder sees all service providers. */
function listServiceProviders(call: ApiCall): Reply {
  const orderings: Orderings<ServiceProvider> = {
    customer_name: byText((row) => organizationOf(row, call).name),
  };
  return list(call.store.serviceProviders.all(), { columns, filters, orderings }, call);
}

function getServiceProvider(call: ApiCall): Reply {
  const uuid = parseUuid(call.params.uuid ?? "");
  const provider = uuid === undefined ? undefined : call.store.serviceProviders.find(uuid);
  if (provider === undefined) {
    throw notFound();
  }
  return ok(render(columns, provider, call));
}

export const serviceProviderRoutes: readonly Route[] = [
  route("marketplace-service-providers/", {
    GET: action("service_providers_list", listServiceProviders),
    POST: disabled,
  }),
  route("marketplace-service-providers/{uuid}/", {
    GET: action("service_providers_get", getServiceProvider),
    PUT: disabled,
    PATCH: disabled,
    DELETE: disabled,
  }),
];
