import { expect } from "vitest";
import type { Contract, ExpectedRequest } from "../contract.ts";
import type { Wishes } from "../mocked-client.ts";
import { rowsOf } from "../spec-examples.ts";
import { OFFERING, PLAN_PERIOD, RESOURCE, USAGE } from "./ids.ts";

const READ_2021: readonly ExpectedRequest[] = [
  {
    operation: "component_usages_list",
    line: `GET /api/marketplace-component-usages/?resource_uuid=${RESOURCE}&date_after=2026-09-30&page_size=300&page=1`,
  },
];
/** What a change takes besides. */
const READ_ALL_2021: readonly ExpectedRequest[] = [
  ...READ_2021,
  {
    operation: "resources_plan_periods_list",
    line: `GET /api/marketplace-resources/${RESOURCE}/plan_periods/`,
  },
  { operation: "offerings_get", line: `GET /api/marketplace-offerings/${OFFERING}/?field=components` },
];
/** The rows of the example, in the current month. */
const THIS_MONTH_2021: Wishes = {
  component_usages_list: [
    {
      body: rowsOf("component_usages_list", "2021").map((row) => ({ ...row, billing_period: "2026-11-01" })),
    },
  ],
};
const READ: readonly ExpectedRequest[] = [
  {
    operation: "component_usages_list",
    line: `GET /api/marketplace-component-usages/?resource_uuid=${RESOURCE}&billing_period=2026-11-01&field=uuid&field=type&field=usage&field=description&field=recurring&field=missing_usage_policy&field=offering_uuid&page_size=300&page=1`,
  },
];
const READ_OFFERING: ExpectedRequest = {
  operation: "provider_offerings_get",
  line: `GET /api/marketplace-provider-offerings/${OFFERING}/?field=components`,
};
/** What a change takes besides. */
const READ_ALL: readonly ExpectedRequest[] = [
  ...READ,
  {
    operation: "provider_resources_plan_periods_list",
    line: `GET /api/marketplace-provider-resources/${RESOURCE}/plan_periods/`,
  },
  READ_OFFERING,
];
const SET_USAGE = {
  operation: "component_usages_set_usage",
  line: "POST /api/marketplace-component-usages/set_usage/",
};

const READ_USERS: ExpectedRequest = {
  operation: "component_user_usages_list",
  line: `GET /api/marketplace-component-user-usages/?resource_uuid=${RESOURCE}&component_usage__billing_period=2026-11-01&field=uuid&field=username&field=usage&field=component_usage&page_size=300&page=1`,
};

function onUsage(action: string) {
  const line = `POST /api/marketplace-component-usages/${USAGE}/${action}/`;
  return { operation: `component_usages_${action}`, line };
}

/** The stored totals of a plan period, as the result says them. */
function storedOf([period]: Record<string, unknown>[], decimals: number): Record<string, string> {
  const components = period?.components;
  if (!Array.isArray(components)) throw new Error("The example has no components.");
  return Object.fromEntries(components.map(({ type, usage }) => [type, Number(usage).toFixed(decimals)]));
}
const stored2021 = storedOf(rowsOf("resources_plan_periods_list", "2021"), 0);
const stored = storedOf(rowsOf("provider_resources_plan_periods_list", "current"), 2);

export const reportUsage: readonly [Contract, ...Contract[]] = [
  {
    says: "sends totals with what the generation demands",
    call: ({ resources }) => resources.reportUsage(RESOURCE, { cpu: 11 }, { description: "Nightly" }),
    "2021": {
      wishes: THIS_MONTH_2021,
      atMost: 4,
      reads: READ_ALL_2021,
      requests: [
        {
          ...SET_USAGE,
          body: {
            plan_period: PLAN_PERIOD,
            usages: [
              { type: "cpu", amount: 11, description: "Nightly" },
              { type: "gpu", amount: Number(stored2021.gpu), description: "Usage" },
            ],
          },
        },
      ],
      result: expect.objectContaining({
        outcome: "changed",
        dryRun: false,
        sent: { cpu: "11", gpu: stored2021.gpu },
        stored: stored2021,
      }),
    },
    current: {
      atMost: 4,
      reads: READ_ALL,
      requests: [
        {
          ...SET_USAGE,
          body: {
            resource: RESOURCE,
            usages: [
              { type: "cpu", amount: "11.00", description: "Nightly" },
              { type: "gpu", amount: stored.gpu, description: "Usage" },
            ],
          },
        },
      ],
      result: expect.objectContaining({
        outcome: "changed",
        dryRun: false,
        sent: { cpu: "11.00", gpu: stored.gpu },
        stored,
      }),
    },
  },
  {
    says: "sends nothing when nothing has changed",
    call: ({ resources }) => resources.reportUsage(RESOURCE, stored),
    "2021": {
      wishes: THIS_MONTH_2021,
      atMost: 1,
      reads: READ_2021,
      requests: [],
      result: expect.objectContaining({
        outcome: "unchanged",
        dryRun: false,
        sent: {},
        stored: stored2021,
      }),
    },
    current: {
      atMost: 1,
      reads: READ,
      requests: [],
      result: expect.objectContaining({ outcome: "unchanged", dryRun: false, sent: {}, stored }),
    },
  },
  {
    says: "stores the parts of users besides, in one request from 8.0 on",
    call: ({ resources }) => resources.reportUsage(RESOURCE, stored, { perUser: { alice: { cpu: 2.5 } } }),
    "2021": "unsupported",
    current: {
      atMost: 5,
      requests: [{ ...onUsage("set_user_usages"), body: { usages: [{ username: "alice", usage: "2.50" }] } }],
      reads: [...READ_ALL, READ_USERS],
      result: expect.objectContaining({ outcome: "changed", sent: {} }),
    },
  },
  {
    says: "stores the parts of users one by one on 2024-10",
    call: ({ resources }) => resources.reportUsage(RESOURCE, stored, { perUser: { alice: { cpu: 2.5 } } }),
    current: {
      wishes: { component_usages_set_user_usages: ["code=404, example=noAddress"] },
      requests: [
        { ...onUsage("set_user_usages"), body: { usages: [{ username: "alice", usage: "2.50" }] } },
        { ...onUsage("set_user_usage"), body: { username: "alice", usage: "2.50" } },
      ],
      reads: [...READ_ALL, READ_USERS],
      result: expect.objectContaining({ outcome: "changed", sent: {} }),
    },
  },
];
