import type { Call } from "../http/call.ts";
import { offeringUsersCurrent } from "./current/offering-users.ts";
import { offeringsCurrent } from "./current/offerings.ts";
import { ordersCurrent } from "./current/orders.ts";
import { resourcesCurrent } from "./current/resources.ts";
import { serviceProvidersCurrent } from "./current/service-providers.ts";
import { usagesCurrent } from "./current/usages.ts";
import type { ProviderApi, ResourcesApi } from "./provider-api.ts";
import type { PuhuriHttp } from "./wire.ts";

/** Servers from 2024-10 up to 8.x. */
export function current(http: PuhuriHttp): ProviderApi {
  const orders = ordersCurrent(http);
  const resources = resourcesCurrent(http);
  let release: "2024-10" | "8.x" | undefined;
  return {
    dialect: "current",
    async release(call) {
      release ??= await readRelease(resources, call);
      return release;
    },
    resources,
    offerings: offeringsCurrent(http),
    usages: usagesCurrent(http),
    offeringUsers: offeringUsersCurrent(http),
    orders,
    serviceProviders: serviceProvidersCurrent(http),
    learnt: {},
  };
}

/** Of a column that it does not know, a server takes no notice. */
async function readRelease({ listing }: ResourcesApi, call: Call): Promise<"2024-10" | "8.x"> {
  const field = ["uuid", "customer_slug"];
  const { rows } = await listing.page({ page_size: 1, field }, call);
  return rows.some((row) => "customer_slug" in row) ? "8.x" : "2024-10";
}
