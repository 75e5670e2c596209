import { offeringsListParameters, type paths, resourcesListParameters } from "@puhuri/api-types";
import type { Transport } from "../http/transport.ts";
import { createGetAt, createListAt } from "./list-at.ts";
import { createRequests } from "./requests.ts";
import { type Server, serverOf, statusOf } from "./server.ts";
import { states2021 } from "./states-2021.ts";
import { waiting2021 } from "./waiting-2021.ts";

/** The API of August 2021, as the provider guide documents it. */
export function server2021(transport: Transport): Server {
  const requests = createRequests<paths>(transport);
  const { create, get, page, post } = requests;
  const listAt = createListAt(transport);
  const getAt = createGetAt(transport);
  const at = (uuid: string) => ({ path: { uuid } });

  // Without an order this server repeats rows on one page and leaves them out of another.
  const resources = listAt("/api/marketplace-resources/", {
    parameters: resourcesListParameters,
    order: "created",
  });

  return serverOf({
    dialect: "2021",
    name: "A 2021 server",
    instead: {
      orders: 'puhuri.resources.list({ state: "Creating" }) and puhuri.resources.setState().',
      "usages.listUsers": "report the total of the allocation.",
      "usages.setForUser": "report the total of the allocation.",
      "usages.setForUsers": "report the total of the allocation.",
      "offeringUsers.setUsername": "ask the server's operator to change it.",
      "serviceProviders.users": 'puhuri.api.GET("/api/users/") for the users this token may see.',
      "serviceProviders.sshKeys": 'puhuri.api.GET("/api/keys/") for the keys this token may see.',
      "serviceProviders.projects": "the project columns of puhuri.resources.list().",
      "serviceProviders.projectPermissions": "puhuri.resources.team() for each resource.",
      serviceProviders: "puhuri.offeringUsers.ensure() for each offering.",
    },
    release: async () => "2021",
    states: states2021(requests),
    waiting: waiting2021(resources),
    rooms: {
      resources: {
        listing: resources,
        get: getAt("/api/marketplace-resources/{uuid}/"),
        async reportFacts(uuid, call) {
          const query = { field: ["offering_uuid" as const, "state" as const] };
          const row = await get(call, "/api/marketplace-resources/{uuid}/", { ...at(uuid), query });
          // Usage is booked on a plan period here: its absence says more than that of a plan.
          return { offeringUuid: row.offering_uuid ?? "", state: row.state ?? "", hasPlan: true };
        },
        setBackendId: async (uuid, backend_id, call) =>
          statusOf(
            await post(call, "/api/marketplace-resources/{uuid}/set_backend_id/", at(uuid), { backend_id }),
          ),
        submitReport: async (uuid, report, call) =>
          statusOf(
            await post(call, "/api/marketplace-resources/{uuid}/submit_report/", at(uuid), {
              report: [...report],
            }),
          ),
        team: async (uuid, call) =>
          (await page(call, "/api/marketplace-resources/{uuid}/team/", at(uuid))).rows,
        planPeriods: async (uuid, call) =>
          (await page(call, "/api/marketplace-resources/{uuid}/plan_periods/", at(uuid))).rows,
      },
      offerings: {
        listing: listAt("/api/marketplace-offerings/", {
          parameters: offeringsListParameters,
          order: "created",
        }),
        get: getAt("/api/marketplace-offerings/{uuid}/"),
        async components(uuid, call) {
          const query = { field: ["components" as const] };
          const row = await get(call, "/api/marketplace-offerings/{uuid}/", { ...at(uuid), query });
          return row.components ?? [];
        },
      },
      usages: {
        listing: listAt("/api/marketplace-component-usages/", {
          parameters: [
            "field",
            "resource",
            "resource_uuid",
            "offering_uuid",
            "customer_uuid",
            "project_uuid",
            "type",
            "date_after",
            "date_before",
            "page",
            "page_size",
          ],
          selectable: false,
        }),
        rules: {
          address: "plan_period",
          filtersByMonth: false,
          decimals: 0,
          needsEveryComponent: true,
          perUser: false,
        },
        set: (body, call) => post(call, "/api/marketplace-component-usages/set_usage/", {}, body),
      },
      offeringUsers: {
        listing: listAt("/api/marketplace-offering-users/", {
          parameters: ["field", "o", "offering", "offering_uuid", "user_uuid", "page", "page_size"],
          selectable: false,
          // The rows have no uuid, and nothing stops this server from making two of one user.
          identity: ["offering_uuid", "user_uuid", "created"],
          order: "created",
          repeats: true,
        }),
        onePerUser: false,
        // Only the path of the two URLs counts; a bare uuid is refused.
        create: ({ offeringUuid, userUuid, username }, call) =>
          create(call, "/api/marketplace-offering-users/", {
            offering: `/api/marketplace-offerings/${offeringUuid}/`,
            user: `/api/users/${userUuid}/`,
            ...(username === undefined ? {} : { username }),
          }),
      },
      orders: {},
      serviceProviders: {
        listing: listAt("/api/marketplace-service-providers/", {
          parameters: ["field", "o", "customer", "customer_uuid", "page", "page_size"],
          selectable: false,
        }),
      },
    },
  });
}
