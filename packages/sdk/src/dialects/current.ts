import { offeringUsersCurrent } from "./current/offering-users.ts";
import { offeringsCurrent } from "./current/offerings.ts";
import { ordersCurrent } from "./current/orders.ts";
import { resourcesCurrent } from "./current/resources.ts";
import { serviceProvidersCurrent } from "./current/service-providers.ts";
import { usagesCurrent } from "./current/usages.ts";
import type { ProviderApi } from "./provider-api.ts";
import type { PuhuriHttp } from "./wire.ts";

/** Servers from 2024-10 up to 8.x. */
export function current(http: PuhuriHttp): ProviderApi {
  const orders = ordersCurrent(http);
  const resources = resourcesCurrent(http, orders);
  return {
    dialect: "current",
    resources,
    offerings: offeringsCurrent(http),
    usages: usagesCurrent(http),
    offeringUsers: offeringUsersCurrent(http),
    orders,
    serviceProviders: serviceProvidersCurrent(http),
  };
}
