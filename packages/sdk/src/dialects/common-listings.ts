import type { Listing, ListingFacts } from "../list/listing.ts";
import { defineListing } from "./listing.ts";
import { headersOf, type PuhuriHttp, pageOf, type Query } from "./wire.ts";

// Lists both generations have at the same address; what can be asked of them differs.

type Facts<Q> = Omit<ListingFacts<keyof Q & string>, "path">;

export function offeringUserListing(http: PuhuriHttp, facts: Facts<Query<"offering_users_list">>): Listing {
  return defineListing<Query<"offering_users_list">>({
    path: "/api/marketplace-offering-users/",
    ...facts,
    page: (query, call) =>
      pageOf(
        http.send(call, (api, init) =>
          api.GET("/api/marketplace-offering-users/", { ...init, params: { query } }),
        ),
      ),
    count: (query, call) =>
      headersOf(
        http.send(call, (api, init) =>
          api.HEAD("/api/marketplace-offering-users/", { ...init, params: { query } }),
        ),
      ),
  });
}

export function componentUsageListing(
  http: PuhuriHttp,
  facts: Facts<Query<"component_usages_list">>,
): Listing {
  return defineListing<Query<"component_usages_list">>({
    path: "/api/marketplace-component-usages/",
    ...facts,
    page: (query, call) =>
      pageOf(
        http.send(call, (api, init) =>
          api.GET("/api/marketplace-component-usages/", { ...init, params: { query } }),
        ),
      ),
    count: (query, call) =>
      headersOf(
        http.send(call, (api, init) =>
          api.HEAD("/api/marketplace-component-usages/", { ...init, params: { query } }),
        ),
      ),
  });
}

export function serviceProviderListing(
  http: PuhuriHttp,
  facts: Facts<Query<"service_providers_list">>,
): Listing {
  return defineListing<Query<"service_providers_list">>({
    path: "/api/marketplace-service-providers/",
    ...facts,
    page: (query, call) =>
      pageOf(
        http.send(call, (api, init) =>
          api.GET("/api/marketplace-service-providers/", { ...init, params: { query } }),
        ),
      ),
    count: (query, call) =>
      headersOf(
        http.send(call, (api, init) =>
          api.HEAD("/api/marketplace-service-providers/", { ...init, params: { query } }),
        ),
      ),
  });
}
