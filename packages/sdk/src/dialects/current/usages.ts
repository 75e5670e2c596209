import {
  componentUsageFields,
  componentUsagesListParameters,
  componentUserUsageFields,
  componentUserUsagesListParameters,
} from "@puhuri/api-types";
import { NotFoundError } from "../../errors.ts";
import type { Call } from "../../http/call.ts";
import { componentUsageListing } from "../common-listings.ts";
import { defineListing } from "../listing.ts";
import type { UsagesApi, UserUsageRequest } from "../provider-api.ts";
import { headersOf, type PuhuriHttp, pageOf, type Query } from "../wire.ts";

export function usagesCurrent(http: PuhuriHttp): UsagesApi {
  const listing = componentUsageListing(http, {
    parameters: componentUsagesListParameters,
    columns: componentUsageFields,
  });
  const userListing = defineListing<Query<"component_user_usages_list">>({
    path: "/api/marketplace-component-user-usages/",
    parameters: componentUserUsagesListParameters,
    columns: componentUserUsageFields,
    page: (query, call) =>
      pageOf(
        http.send(call, (api, init) =>
          api.GET("/api/marketplace-component-user-usages/", { ...init, params: { query } }),
        ),
      ),
    count: (query, call) =>
      headersOf(
        http.send(call, (api, init) =>
          api.HEAD("/api/marketplace-component-user-usages/", { ...init, params: { query } }),
        ),
      ),
  });
  /** Learnt from the first HTML 404: 2024-10 takes one user at a time. */
  let takesMany = true;

  async function setForUser(uuid: string, { username, usage }: UserUsageRequest, call: Call): Promise<void> {
    const request = { params: { path: { uuid } }, body: { username, usage } };
    await http.send(call, (api, init) =>
      api.POST("/api/marketplace-component-usages/{uuid}/set_user_usage/", { ...init, ...request }),
    );
  }

  return {
    listing,

    userListing,

    rules: { address: "resource", decimals: 2, needsEveryComponent: false, perUser: true },

    async set(body, call) {
      await http.send(call, (api, init) =>
        api.POST("/api/marketplace-component-usages/set_usage/", { ...init, body }),
      );
    },

    setForUser,

    async setForUsers(uuid, parts, call, onStored) {
      if (takesMany) {
        const request = { params: { path: { uuid } }, body: { usages: [...parts] } };
        try {
          await http.send(call, (api, init) =>
            api.POST("/api/marketplace-component-usages/{uuid}/set_user_usages/", { ...init, ...request }),
          );
          return onStored();
        } catch (error) {
          if (!(error instanceof NotFoundError && error.routeMissing)) throw error;
          takesMany = false;
        }
      }
      for (const part of parts) {
        await setForUser(uuid, part, call);
        onStored();
      }
    },
  };
}
