import { offeringUser2021Fields } from "@puhuri/api-types";
import { UnsupportedByServerError } from "../../errors.ts";
import { offeringUserListing } from "../common-listings.ts";
import type { OfferingUsersApi } from "../provider-api.ts";
import type { PuhuriHttp } from "../wire.ts";

export function offeringUsers2021(http: PuhuriHttp): OfferingUsersApi {
  return {
    listing: offeringUserListing(http, {
      parameters: ["field", "o", "offering", "offering_uuid", "user_uuid", "page", "page_size"],
      columns: offeringUser2021Fields,
      selectable: false,
      // The rows have no uuid, and nothing stops this server from making two accounts of one user.
      identity: ["offering_uuid", "user_uuid", "created"],
      order: "created",
      repeats: true,
    }),

    onePerUser: false,

    async create({ offeringUuid, userUuid, username }, call) {
      // Only the path of the two URLs counts; a bare uuid is refused.
      const body = {
        offering: `/api/marketplace-offerings/${offeringUuid}/`,
        user: `/api/users/${userUuid}/`,
        ...(username === undefined ? {} : { username }),
      };
      const { data } = await http.send(call, (api, init) =>
        api.POST("/api/marketplace-offering-users/", { ...init, body }),
      );
      return data;
    },

    async setUsername() {
      throw new UnsupportedByServerError("A 2021 server cannot change the username of an offering user.", {
        operation: "offering_users_update",
        instead: "ask the server's operator to change it.",
      });
    },
  };
}
