import {
  ensureOfferingUserMany,
  reportUsageMany,
  setBackendIdMany,
  setStateMany,
} from "../../../src/bulk/index.ts";
import type { Contracts, ExpectedRequest } from "../contract.ts";
import { rowsOf } from "../spec-examples.ts";
import { OFFERING, PLAN_PERIOD, RESOURCE, USER } from "./ids.ts";

const LIVE = "state=Creating&state=OK&state=Erred&state=Updating&state=Terminating&o=created";
const PAGE = "page=1&page_size=300";
const ALLOCATIONS_2021 = `GET /api/marketplace-resources/?offering_uuid=${OFFERING}`;
const ALLOCATIONS = `GET /api/marketplace-provider-resources/?offering_uuid=${OFFERING}`;
const SUMMARY = "field=uuid&field=name&field=state&field=backend_id";
const ACCOUNTS = `GET /api/marketplace-offering-users/?offering_uuid=${OFFERING}&user_uuid=${USER}&page=1&page_size=300&o=-created`;
const OF_OFFERING = { offering_uuid: OFFERING };

/** What `finish` tells of the one item. */
function counts(outcome: "changed" | "unchanged") {
  return { changed: 0, unchanged: 0, failed: 0, total: 1, unfinished: 0, failures: [], [outcome]: 1 };
}

function listed(line2021: string, line: string): { old: ExpectedRequest; now: ExpectedRequest } {
  return {
    old: { operation: "resources_list", line: line2021 },
    now: { operation: "provider_resources_list", line },
  };
}

const states = listed(
  `${ALLOCATIONS_2021}&${LIVE}&field=uuid&field=state&field=offering_uuid&field=plan&${PAGE}`,
  `${ALLOCATIONS}&${LIVE}&field=uuid&field=state&field=offering_uuid&field=plan&${PAGE}`,
);
/** What is stored by the spec's example, in the current month. */
const STORED_2021 = rowsOf("component_usages_list", "2021").map((row) => ({
  ...row,
  billing_period: "2026-11-01",
}));

const SET_USAGE = {
  operation: "component_usages_set_usage",
  line: "POST /api/marketplace-component-usages/set_usage/",
};

const inState = listed(
  `${ALLOCATIONS_2021}&state=OK&o=created&${SUMMARY}&${PAGE}`,
  `${ALLOCATIONS}&state=OK&o=created&${SUMMARY}&${PAGE}`,
);

const backendIds = listed(
  `${ALLOCATIONS_2021}&${LIVE}&field=uuid&field=backend_id&${PAGE}`,
  `${ALLOCATIONS}&${LIVE}&field=uuid&field=backend_id&${PAGE}`,
);

const ensured = {
  created: 0,
  updated: 0,
  unchanged: 1,
  failed: 0,
  total: 1,
  unfinished: 0,
  failures: [],
};

export const bulkContracts: Contracts<"bulk"> = {
  "bulk.reportUsageMany": [
    {
      says: "sends what differs from the offering's listings, or from the plan periods",
      call: (puhuri) =>
        reportUsageMany(
          puhuri,
          [{ resource: RESOURCE, amounts: { cpu: 110, gpu: 500 } }],
          OF_OFFERING,
        ).finish(),
      "2021": {
        wishes: {
          resources_list: [{ body: [{ uuid: RESOURCE, state: "OK", offering_uuid: OFFERING }] }],
          component_usages_list: [{ body: STORED_2021 }, { body: STORED_2021 }],
        },
        reads: [
          states.old,
          {
            operation: "offerings_get",
            line: `GET /api/marketplace-offerings/${OFFERING}/?field=components`,
          },
          {
            operation: "resources_plan_periods_list",
            line: `GET /api/marketplace-resources/${RESOURCE}/plan_periods/`,
          },
          {
            operation: "component_usages_list",
            line: `GET /api/marketplace-component-usages/?resource_uuid=${RESOURCE}&date_after=2026-09-30&page_size=300&page=1`,
          },
          {
            operation: "component_usages_list",
            line: `GET /api/marketplace-component-usages/?offering_uuid=${OFFERING}&date_after=2026-10-31&${PAGE}`,
          },
        ],
        requests: [
          {
            ...SET_USAGE,
            body: {
              plan_period: PLAN_PERIOD,
              usages: [
                { type: "cpu", amount: 110, description: "Usage" },
                { type: "gpu", amount: 500, description: "Usage" },
              ],
            },
          },
        ],
        result: counts("changed"),
      },
      current: {
        wishes: {
          provider_resources_list: [{ body: [{ uuid: RESOURCE, state: "OK", offering_uuid: OFFERING }] }],
          component_usages_list: [
            {
              body: [
                {
                  uuid: "1".repeat(32),
                  resource_uuid: RESOURCE,
                  type: "cpu",
                  usage: "10.00",
                  description: "",
                },
                {
                  uuid: "2".repeat(32),
                  resource_uuid: RESOURCE,
                  type: "gpu",
                  usage: "500.00",
                  description: "",
                },
              ],
            },
          ],
          orders_list: ["example=empty"],
        },
        reads: [
          states.now,
          {
            operation: "component_usages_list",
            line: `GET /api/marketplace-component-usages/?offering_uuid=${OFFERING}&billing_period=2026-11-01&field=resource_uuid&field=type&field=usage&field=description&field=recurring&field=missing_usage_policy&field=uuid&${PAGE}`,
          },
          {
            operation: "orders_list",
            line: `GET /api/marketplace-orders/?offering_uuid=${OFFERING}&modified=2026-10-31T00%3A00%3A00.000Z&o=created&field=marketplace_resource_uuid&field=type&field=uuid&${PAGE}`,
          },
          {
            operation: "provider_offerings_get",
            line: `GET /api/marketplace-provider-offerings/${OFFERING}/?field=components`,
          },
        ],
        requests: [
          {
            ...SET_USAGE,
            body: {
              resource: RESOURCE,
              usages: [
                { type: "cpu", amount: "110.00" },
                { type: "gpu", amount: "500.00" },
              ],
            },
          },
        ],
        result: counts("changed"),
      },
    },
  ],
  "bulk.setStateMany": [
    {
      says: "leaves alone what the listings show to be so",
      call: (puhuri) => setStateMany(puhuri, [{ resource: RESOURCE, state: "OK" }], OF_OFFERING).finish(),
      "2021": {
        wishes: { resources_list: [{ body: [{ uuid: RESOURCE, state: "OK", offering_uuid: OFFERING }] }] },
        requests: [inState.old],
        result: counts("unchanged"),
      },
      current: {
        wishes: {
          provider_resources_list: [{ body: [{ uuid: RESOURCE, state: "OK", offering_uuid: OFFERING }] }],
          orders_list: ["example=empty"],
        },
        requests: [
          inState.now,
          {
            operation: "orders_list",
            line: `GET /api/marketplace-orders/?offering_uuid=${OFFERING}&state=pending-provider&state=executing&o=created&field=marketplace_resource_uuid&field=uuid&${PAGE}`,
          },
        ],
        result: counts("unchanged"),
      },
    },
  ],
  "bulk.setBackendIdMany": [
    {
      says: "sends the ids that the listing does not show",
      call: (puhuri) =>
        setBackendIdMany(puhuri, [{ resource: RESOURCE, backend_id: "project_4711" }], OF_OFFERING).finish(),
      "2021": {
        wishes: { resources_list: [{ body: [{ uuid: RESOURCE, backend_id: "" }] }] },
        requests: [
          backendIds.old,
          {
            operation: "resources_set_backend_id",
            line: `POST /api/marketplace-resources/${RESOURCE}/set_backend_id/`,
            body: { backend_id: "project_4711" },
          },
        ],
        result: counts("changed"),
      },
      current: {
        wishes: { provider_resources_list: [{ body: [{ uuid: RESOURCE, backend_id: "" }] }] },
        requests: [
          backendIds.now,
          {
            operation: "provider_resources_set_backend_id",
            line: `POST /api/marketplace-provider-resources/${RESOURCE}/set_backend_id/`,
            body: { backend_id: "project_4711" },
          },
        ],
        result: counts("changed"),
      },
    },
  ],
  "bulk.ensureOfferingUserMany": [
    {
      says: "looks for the accounts of few users one by one",
      call: (puhuri) => ensureOfferingUserMany(puhuri, [{ offering: OFFERING, user: USER }]).finish(),
      "2021": { requests: [{ operation: "offering_users_list", line: ACCOUNTS }], result: ensured },
      current: {
        requests: [
          {
            operation: "offering_users_list",
            line: `${ACCOUNTS}&field=uuid&field=username&field=state`,
          },
        ],
        result: ensured,
      },
    },
  ],
};
