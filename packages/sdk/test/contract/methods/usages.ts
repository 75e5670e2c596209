import type { Contracts } from "../contract.ts";
import { rowsOf } from "../spec-examples.ts";
import { OFFERING, PLAN_PERIOD, RESOURCE, USAGE } from "./ids.ts";

const SET_USAGE = {
  operation: "component_usages_set_usage",
  line: "POST /api/marketplace-component-usages/set_usage/",
};

/** The uuid of everything in the spec's example. */
const STORED_LIMIT = "5d2b8e4f7a914c36b0e1f2a3d4c5b697";

const LIMITS = {
  operation: "component_user_usage_limits_list",
  line: `GET /api/component-user-usage-limits/?page=1&page_size=300&resource_uuid=${RESOURCE}`,
};

/** Which servers it is, then the month. */
const READS_OF_DAILY = [
  {
    operation: "provider_resources_list",
    line: "GET /api/marketplace-provider-resources/?page_size=1&field=uuid&field=customer_slug",
  },
  {
    operation: "component_usages_list",
    line: `GET /api/marketplace-component-usages/?resource_uuid=${RESOURCE}&billing_period=2026-11-01&${["uuid", "type", "usage", "description", "recurring", "missing_usage_policy", "offering_uuid"].map((name) => `field=${name}`).join("&")}&page=1&page_size=300`,
  },
];

export const usageContracts: Contracts<"usages"> = {
  "usages.list": [
    {
      says: "lists the usage of a resource, in the server's order",
      list: ({ usages }) => usages.list({ resource_uuid: RESOURCE, type: "cpu", date_after: "2026-11-01" }),
      "2021": {
        operation: "component_usages_list",
        path: "/api/marketplace-component-usages/",
        filters: `resource_uuid=${RESOURCE}&type=cpu&date_after=2026-11-01`,
        rows: rowsOf("component_usages_list", "2021"),
      },
      current: {
        operation: "component_usages_list",
        path: "/api/marketplace-component-usages/",
        filters: `resource_uuid=${RESOURCE}&type=cpu&date_after=2026-11-01`,
        rows: rowsOf("component_usages_list", "current"),
      },
    },
    {
      says: "lists a month of an offering",
      list: ({ usages }) => usages.list({ offering_uuid: OFFERING, billing_period: "2026-11-01" }),
      current: {
        operation: "component_usages_list",
        path: "/api/marketplace-component-usages/",
        filters: `offering_uuid=${OFFERING}&billing_period=2026-11-01`,
        rows: rowsOf("component_usages_list", "current"),
      },
    },
  ],
  "usages.listUsers": [
    {
      says: "lists what single users caused",
      list: ({ usages }) => usages.listUsers({ resource_uuid: RESOURCE, username: "alice" }),
      "2021": "unsupported",
      current: {
        operation: "component_user_usages_list",
        path: "/api/marketplace-component-user-usages/",
        filters: `resource_uuid=${RESOURCE}&username=alice`,
        rows: rowsOf("component_user_usages_list", "current"),
      },
    },
  ],
  "usages.listUserLimits": [
    {
      says: "lists what single users may use",
      list: ({ usages }) => usages.listUserLimits({ resource_uuid: RESOURCE, username: "alice" }),
      "2021": "unsupported",
      current: {
        operation: "component_user_usage_limits_list",
        path: "/api/component-user-usage-limits/",
        filters: `resource_uuid=${RESOURCE}&username=alice`,
        rows: rowsOf("component_user_usage_limits_list", "current"),
      },
    },
  ],
  "usages.setDaily": [
    {
      says: "sends days, and reads the total of their month",
      call: ({ usages }) => usages.setDaily(RESOURCE, { gpu: { "2026-11-01": 1, "2026-11-02": "2.5" } }),
      "2021": "unsupported",
      current: {
        wishes: {
          provider_resources_list: [{ body: [{ uuid: RESOURCE, customer_slug: "sample" }] }],
          component_usages_list: [{ body: [{ uuid: USAGE, type: "gpu", usage: "3.50" }] }],
        },
        requests: [
          {
            ...SET_USAGE,
            body: {
              resource: RESOURCE,
              usages: [],
              daily_usages: [
                { type: "gpu", date: "2026-11-01", amount: "1.00" },
                { type: "gpu", date: "2026-11-02", amount: "2.50" },
              ],
            },
          },
        ],
        reads: READS_OF_DAILY,
        result: undefined,
      },
    },
  ],
  "usages.setUserLimit": [
    {
      says: "looks first, and creates a limit that is not there",
      call: ({ usages }) =>
        usages.setUserLimit({
          resourceUuid: RESOURCE,
          componentUuid: OFFERING,
          offeringUserUuid: USAGE,
          limit: 100,
        }),
      "2021": "unsupported",
      current: {
        requests: [
          LIMITS,
          {
            operation: "component_user_usage_limits_create",
            line: "POST /api/component-user-usage-limits/",
            body: {
              resource: `/api/marketplace-resources/${RESOURCE}/`,
              component: OFFERING,
              user: `/api/marketplace-offering-users/${USAGE}/`,
              limit: "100.00",
            },
          },
        ],
        result: undefined,
      },
    },
    {
      says: "changes one that is another",
      call: ({ usages }) =>
        usages.setUserLimit({
          resourceUuid: RESOURCE,
          componentUuid: STORED_LIMIT,
          offeringUserUuid: STORED_LIMIT,
          limit: "2.5",
        }),
      "2021": "unsupported",
      current: {
        requests: [
          LIMITS,
          {
            operation: "component_user_usage_limits_update",
            line: `PATCH /api/component-user-usage-limits/${STORED_LIMIT}/`,
            body: { limit: "2.50" },
          },
        ],
        result: undefined,
      },
    },
  ],
  "usages.set": [
    {
      says: "stores totals of a plan period: whole numbers, or text with two decimals",
      call: ({ usages }) =>
        usages.set({
          plan_period: PLAN_PERIOD,
          usages: [
            { type: "cpu", amount: 10, description: "Usage" },
            { type: "gpu", amount: "3.00" },
          ],
        }),
      "2021": {
        requests: [
          {
            ...SET_USAGE,
            body: {
              plan_period: PLAN_PERIOD,
              usages: [
                { type: "cpu", amount: 10, description: "Usage" },
                { type: "gpu", amount: 3 },
              ],
            },
          },
        ],
        result: undefined,
      },
      current: {
        requests: [
          {
            ...SET_USAGE,
            body: {
              plan_period: PLAN_PERIOD,
              usages: [
                { type: "cpu", amount: "10.00", description: "Usage" },
                { type: "gpu", amount: "3.00" },
              ],
            },
          },
        ],
        result: undefined,
      },
    },
    {
      says: "stores totals of a resource",
      call: ({ usages }) =>
        usages.set({
          resource: RESOURCE,
          date: "2026-11-23T12:00:00Z",
          usages: [{ type: "cpu", amount: 0.1 + 0.2 }],
        }),
      "2021": "unsupported",
      current: {
        wishes: { provider_resources_list: [{ body: [{ uuid: RESOURCE, customer_slug: "org" }] }] },
        reads: [
          {
            operation: "provider_resources_list",
            line: "GET /api/marketplace-provider-resources/?page_size=1&field=uuid&field=customer_slug",
          },
        ],
        requests: [
          {
            ...SET_USAGE,
            body: {
              resource: RESOURCE,
              date: "2026-11-23T12:00:00Z",
              usages: [{ type: "cpu", amount: "0.30" }],
            },
          },
        ],
        result: undefined,
      },
    },
  ],
  "usages.setForUser": [
    {
      says: "stores the part of a user",
      call: ({ usages }) => usages.setForUser(USAGE, { username: "csc01", usage: 2.5 }),
      "2021": "unsupported",
      current: {
        requests: [
          {
            operation: "component_usages_set_user_usage",
            line: `POST /api/marketplace-component-usages/${USAGE}/set_user_usage/`,
            body: { username: "csc01", usage: "2.50" },
          },
        ],
        result: undefined,
      },
    },
  ],
};
