import { offeringUserFields, offeringUsersListParameters } from "@puhuri/api-types";
import { offeringUserListing } from "../common-listings.ts";
import type { OfferingUsersApi } from "../provider-api.ts";
import type { PuhuriHttp } from "../wire.ts";

export function offeringUsersCurrent(http: PuhuriHttp): OfferingUsersApi {
  return {
    // By itself the server sorts by username, and the many blank ones tie.
    listing: offeringUserListing(http, {
      parameters: offeringUsersListParameters,
      columns: offeringUserFields,
      shownBy: { state: "state" },
      order: "created",
    }),

    onePerUser: true,

    async create({ offeringUuid, userUuid, username }, call) {
      // URLs on every server: 2024-10 refuses uuids, and the URL of the public offering that resources show.
      const body = {
        offering: `/api/marketplace-provider-offerings/${offeringUuid}/`,
        user: `/api/users/${userUuid}/`,
        ...(username === undefined ? {} : { username }),
      };
      const { data } = await http.send(call, (api, init) =>
        api.POST("/api/marketplace-offering-users/", { ...init, body }),
      );
      return data;
    },

    async setUsername(uuid, username, call) {
      const request = { params: { path: { uuid } }, body: { username } };
      const { data } = await http.send(call, (api, init) =>
        api.PATCH("/api/marketplace-offering-users/{uuid}/", { ...init, ...request }),
      );
      return data;
    },
  };
}
