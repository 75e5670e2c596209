import { offeringUsers2021 } from "./documented-2021/offering-users.ts";
import { offerings2021 } from "./documented-2021/offerings.ts";
import { orders2021 } from "./documented-2021/orders.ts";
import { resources2021 } from "./documented-2021/resources.ts";
import { serviceProviders2021 } from "./documented-2021/service-providers.ts";
import { states2021 } from "./documented-2021/states.ts";
import { usages2021 } from "./documented-2021/usages.ts";
import { waitingWork2021 } from "./documented-2021/waiting-work.ts";
import type { ProviderApi } from "./provider-api.ts";
import type { PuhuriHttp } from "./wire.ts";

/** The API of August 2021, as the provider guide documents it. */
export function documented2021(http: PuhuriHttp): ProviderApi {
  const resources = resources2021(http);
  return {
    dialect: "2021",
    release: async () => "2021",
    resources,
    offerings: offerings2021(http),
    usages: usages2021(http),
    offeringUsers: offeringUsers2021(http),
    orders: orders2021(),
    serviceProviders: serviceProviders2021(http),
    states: states2021(http),
    learnt: {},
    waiting: waitingWork2021(resources),
  };
}
