import {
  componentUsagesListParameters,
  componentUserUsageLimitsListParameters,
  componentUserUsagesListParameters,
  ordersListParameters,
  type paths,
  providerOfferingsListParameters,
  providerResourcesListParameters,
} from "@puhuri/api-types";
import type { Call } from "../http/call.ts";
import type { Transport } from "../http/transport.ts";
import type { Listing } from "../list/listing.ts";
import { currentOfferingUsers } from "./current-offering-users.ts";
import { currentServiceProviders } from "./current-service-providers.ts";
import { serverOf, statusOf } from "./generation.ts";
import { createGetAt, createListAt, createRequests } from "./requests.ts";
import type { Server } from "./server.ts";
import { heedingFilters } from "./unshown-filters.ts";

/** Servers from 2024-10 up to 8.x. */
export function currentServer(transport: Transport): Server {
  const { create, get, page, patch, post } = createRequests<paths>(transport);
  const listAt = createListAt(transport);
  const getAt = createGetAt(transport);
  const at = (uuid: string) => ({ path: { uuid } });

  const listed = listAt("/api/marketplace-provider-resources/", {
    parameters: providerResourcesListParameters,
    shownBy: {
      offering_slug: "offering_slug",
      offering_shared: "offering_shared",
      parent_offering_uuid: "parent_offering_uuid",
      plan_uuid: "plan_uuid",
    },
    order: "created",
  });
  let known: "2024-10" | "8.x" | undefined;
  const release = async (call: Call) => {
    known ??= await readRelease(listed, call);
    return known;
  };
  const resources = heedingFilters(listed, release);

  // Not marketplace-resources: to a provider that path shows an empty list here, and no error.
  return serverOf({
    dialect: "current",
    name: "A current server",
    release,
    instead: {},
    rooms: {
      resources: {
        listing: resources,
        get: getAt("/api/marketplace-provider-resources/{uuid}/"),
        async reportFacts(uuid, call) {
          const query = { field: ["offering_uuid" as const, "state" as const, "plan" as const] };
          const row = await get(call, "/api/marketplace-provider-resources/{uuid}/", { ...at(uuid), query });
          const { offering_uuid = "", state = "", plan } = row;
          return { offeringUuid: offering_uuid, state, hasPlan: plan !== null };
        },
        setBackendId: (uuid, backend_id, call) =>
          statusOf(
            post(call, "/api/marketplace-provider-resources/{uuid}/set_backend_id/", at(uuid), {
              backend_id,
            }),
          ),
        submitReport: (uuid, report, call) =>
          statusOf(
            post(call, "/api/marketplace-provider-resources/{uuid}/submit_report/", at(uuid), {
              report: [...report],
            }),
          ),
        setLimits: (uuid, limits, call) =>
          statusOf(
            post(call, "/api/marketplace-provider-resources/{uuid}/set_limits/", at(uuid), { limits }),
          ),
        setBackendMetadata: (uuid, backend_metadata, call) =>
          statusOf(
            post(call, "/api/marketplace-provider-resources/{uuid}/set_backend_metadata/", at(uuid), {
              backend_metadata,
            }),
          ),
        setEndpoints: (uuid, endpoints, call) =>
          statusOf(
            post(call, "/api/marketplace-provider-resources/{uuid}/set_endpoints/", at(uuid), {
              endpoints: [...endpoints],
            }),
          ),
        setEndDate: (uuid, end_date, call) =>
          post(call, "/api/marketplace-provider-resources/{uuid}/set_end_date/", at(uuid), { end_date }),
        refreshLastSync: (uuid, call) =>
          post(call, "/api/marketplace-provider-resources/{uuid}/refresh_last_sync/", at(uuid)),
        team: async (uuid, call) =>
          (await page(call, "/api/marketplace-provider-resources/{uuid}/team/", at(uuid))).rows,
        planPeriods: async (uuid, call) =>
          (await page(call, "/api/marketplace-provider-resources/{uuid}/plan_periods/", at(uuid))).rows,
        setAsOk: (uuid, call) =>
          post(call, "/api/marketplace-provider-resources/{uuid}/set_as_ok/", at(uuid)),
        setAsErred: (uuid, error, call) =>
          post(call, "/api/marketplace-provider-resources/{uuid}/set_as_erred/", at(uuid), erredBody(error)),
        terminate: (uuid, call) =>
          post(call, "/api/marketplace-provider-resources/{uuid}/terminate/", at(uuid), {}),
        confirmSlurm: (uuid, call) =>
          post(call, "/api/marketplace-slurm-remote/{uuid}/set_state/", at(uuid), { state: "ok" }),
      },
      offerings: {
        listing: listAt("/api/marketplace-provider-offerings/", {
          parameters: providerOfferingsListParameters,
          shownBy: { uuid_list: "uuid" },
          order: "created",
        }),
        get: getAt("/api/marketplace-provider-offerings/{uuid}/"),
        async components(uuid, call) {
          const query = { field: ["components" as const] };
          const row = await get(call, "/api/marketplace-provider-offerings/{uuid}/", { ...at(uuid), query });
          return row.components ?? [];
        },
        userAttributes: (uuid, call) =>
          get(call, "/api/marketplace-provider-offerings/{uuid}/user-attribute-config/", at(uuid)),
        async isBackendIdFree(uuid, check, call) {
          const path = "/api/marketplace-provider-offerings/{uuid}/check_unique_backend_id/";
          return (await post(call, path, at(uuid), check)).is_unique === true;
        },
      },
      usages: {
        listing: listAt("/api/marketplace-component-usages/", { parameters: componentUsagesListParameters }),
        userListing: listAt("/api/marketplace-component-user-usages/", {
          parameters: componentUserUsagesListParameters,
        }),
        rules: {
          address: "resource",
          filtersByMonth: true,
          decimals: 2,
          needsEveryComponent: false,
          perUser: true,
        },
        set: (body, call) => post(call, "/api/marketplace-component-usages/set_usage/", {}, body),
        setForUser: (uuid, usage, call) =>
          post(call, "/api/marketplace-component-usages/{uuid}/set_user_usage/", at(uuid), { ...usage }),
        limitListing: listAt("/api/component-user-usage-limits/", {
          parameters: componentUserUsageLimitsListParameters,
          selectable: false,
        }),
        createUserLimit: ({ resourceUuid, componentUuid, offeringUserUuid, limit }, call) =>
          create(call, "/api/component-user-usage-limits/", {
            resource: `/api/marketplace-resources/${resourceUuid}/`,
            component: componentUuid,
            user: `/api/marketplace-offering-users/${offeringUserUuid}/`,
            limit,
          }),
        updateUserLimit: (uuid, limit, call) =>
          patch(call, "/api/component-user-usage-limits/{uuid}/", at(uuid), { limit }),
        setForUsers: (uuid, usages, call) =>
          post(call, "/api/marketplace-component-usages/{uuid}/set_user_usages/", at(uuid), {
            usages: usages.map((usage) => ({ ...usage })),
          }),
      },
      offeringUsers: currentOfferingUsers(transport),
      orders: {
        listing: listAt("/api/marketplace-orders/", { parameters: ordersListParameters, order: "created" }),
        get: getAt("/api/marketplace-orders/{uuid}/"),
        approve: (uuid, call) => post(call, "/api/marketplace-orders/{uuid}/approve_by_provider/", at(uuid)),
        reject: (uuid, comment, call) =>
          post(
            call,
            "/api/marketplace-orders/{uuid}/reject_by_provider/",
            at(uuid),
            comment === undefined ? {} : { provider_rejection_comment: comment },
          ),
        setExecuting: (uuid, call) =>
          post(call, "/api/marketplace-orders/{uuid}/set_state_executing/", at(uuid)),
        setDone: (uuid, call) => post(call, "/api/marketplace-orders/{uuid}/set_state_done/", at(uuid)),
        setErred: (uuid, error, call) =>
          post(call, "/api/marketplace-orders/{uuid}/set_state_erred/", at(uuid), erredBody(error)),
        cancel: (uuid, call) => post(call, "/api/marketplace-orders/{uuid}/cancel/", at(uuid)),
        setBackendId: (uuid, backend_id, call) =>
          statusOf(post(call, "/api/marketplace-orders/{uuid}/set_backend_id/", at(uuid), { backend_id })),
        setProviderInfo: (uuid, { message, url }, call) =>
          post(call, "/api/marketplace-orders/{uuid}/set_provider_info/", at(uuid), {
            ...(message === undefined ? {} : { provider_message: message }),
            ...(url === undefined ? {} : { provider_message_url: url }),
          }),
      },
      serviceProviders: currentServiceProviders(transport),
    },
  });
}

/** Both keys always: without one, a 2024-10 server answers 500. */
function erredBody({ message, traceback }: { readonly message: string; readonly traceback: string }) {
  return { error_message: message, error_traceback: traceback };
}

/** Of a column that it does not know, a server takes no notice. */
async function readRelease(resources: Listing, call: Call): Promise<"2024-10" | "8.x"> {
  const field = ["uuid", "customer_slug"];
  const { rows } = await resources.page({ page_size: 1, field }, call);
  return rows.some((row) => "customer_slug" in row) ? "8.x" : "2024-10";
}
