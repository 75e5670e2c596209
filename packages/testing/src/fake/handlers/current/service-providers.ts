import type { ServiceProvider } from "../../entities.ts";
import { type ApiCall, callerOf } from "../../http/api-call.ts";
import { render, selectedColumns } from "../../http/columns.ts";
import { containsFilter, type Filters, urlFilter, uuidFilter } from "../../http/filters.ts";
import { list } from "../../http/listing.ts";
import { byText, type Orderings } from "../../http/ordering.ts";
import { forbidden, ok, type Reply } from "../../http/reply.ts";
import { action, disabled, type Route, route } from "../../http/route.ts";
import { hasRole } from "../../rules/roles.ts";
import { serviceProviderColumns } from "../../wire/current/service-provider.ts";
import { rowInPath } from "./in-path.ts";

const filters: Filters<ServiceProvider> = {
  customer: urlFilter((row) => row.organization_uuid),
  customer_uuid: uuidFilter((row) => row.organization_uuid),
  customer_keyword: containsFilter((row, { store }) => {
    const { name, abbreviation, native_name } = store.organizations.get(row.organization_uuid);
    return [name, abbreviation, native_name];
  }),
};

/** Every token holder sees all service providers. */
function listServiceProviders(call: ApiCall): Reply {
  const { generation } = call.world;
  const byName = byText<ServiceProvider>((row) => call.store.organizations.get(row.organization_uuid).name);
  const orderings: Orderings<ServiceProvider> = { customer_name: byName };
  return list(
    call.store.serviceProviders.all().sort(byName),
    {
      columns: serviceProviderColumns[generation],
      filters,
      orderings,
      selectable: generation === "8.x",
    },
    call,
  );
}

function providerInPath(call: ApiCall): ServiceProvider {
  return rowInPath(call, "ServiceProvider", call.store.serviceProviders, () => true);
}

function getServiceProvider(call: ApiCall): Reply {
  const { generation } = call.world;
  const columns = serviceProviderColumns[generation];
  const only = generation === "8.x" ? selectedColumns(columns, call.query) : undefined;
  return ok(render(columns, providerInPath(call), call, only));
}

/** The provider of the path, for staff and the owners of its organization. */
export function ownProvider(call: ApiCall): ServiceProvider {
  const provider = providerInPath(call);
  const caller = callerOf(call);
  const owns = hasRole(call.store, caller, "organization", provider.organization_uuid, "owner");
  if (!caller.is_staff && !owns) {
    throw forbidden();
  }
  return provider;
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
