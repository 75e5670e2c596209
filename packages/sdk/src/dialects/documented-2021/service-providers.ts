import { serviceProvider2021Fields } from "@puhuri/api-types";
import { UnsupportedByServerError } from "../../errors.ts";
import { serviceProviderListing } from "../common-listings.ts";
import { unsupportedListing } from "../listing.ts";
import type { ServiceProvidersApi } from "../provider-api.ts";
import type { PuhuriHttp } from "../wire.ts";

export function serviceProviders2021(http: PuhuriHttp): ServiceProvidersApi {
  return {
    listing: serviceProviderListing(http, {
      parameters: ["field", "o", "customer", "customer_uuid", "page", "page_size"],
      columns: serviceProvider2021Fields,
      selectable: false,
    }),
    users: () =>
      unsupportedListing(() =>
        unsupported('puhuri.api.GET("/api/users/") for the users this token may see.'),
      ),
    sshKeys: () =>
      unsupportedListing(() => unsupported('puhuri.api.GET("/api/keys/") for the keys this token may see.')),
    projects: () => unsupportedListing(() => unsupported("the project columns of puhuri.resources.list().")),
    projectPermissions: () =>
      unsupportedListing(() => unsupported("puhuri.resources.team() for each resource.")),
    async setOfferingsUsername() {
      throw unsupported("puhuri.offeringUsers.ensure() for each offering.");
    },
  };
}

function unsupported(instead: string): UnsupportedByServerError {
  return new UnsupportedByServerError("A 2021 server lists nothing by service provider.", { instead });
}
