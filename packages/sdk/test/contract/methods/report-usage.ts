import { expect } from "vitest";
import type { Contract, ExpectedRequest } from "../contract.ts";
import { rowsOf } from "../spec-examples.ts";
import { OFFERING, PLAN_PERIOD, RESOURCE, USAGE } from "./ids.ts";

const READ_2021: readonly ExpectedRequest[] = [
  {
    operation: "resources_get",
    line: `GET /api/marketplace-resources/${RESOURCE}/?field=offering_uuid&field=state`,
  },
  {
    operation: "resources_plan_periods_list",
    line: `GET /api/marketplace-resources/${RESOURCE}/plan_periods/`,
  },
  { operation: "offerings_get", line: `GET /api/marketplace-offerings/${OFFERING}/?field=components` },
];
const READ: readonly ExpectedRequest[] = [
  {
    operation: "provider_resources_get",
    line: `GET /api/marketplace-provider-resources/${RESOURCE}/?field=offering_uuid&field=state&field=plan`,
  },
  {
    operation: "provider_resources_plan_periods_list",
    line: `GET /api/marketplace-provider-resources/${RESOURCE}/plan_periods/`,
  },
  {
    operation: "provider_offerings_get",
    line: `GET /api/marketplace-provider-offerings/${OFFERING}/?field=components`,
  },
];
const SET_USAGE = {
  operation: "component_usages_set_usage",
  line: "POST /api/marketplace-component-usages/set_usage/",
};

const READ_USERS: ExpectedRequest = {
  operation: "component_user_usages_list",
  line: `GET /api/marketplace-component-user-usages/?resource_uuid=${RESOURCE}&component_usage__billing_period=2026-11-01&field=username&field=usage&field=component_usage&page_size=300&page=1`,
};

function onUsage(action: string) {
  const line = `POST /api/marketplace-component-usages/${USAGE}/${action}/`;
  return { operation: `component_usages_${action}`, line };
}

/** The stored totals of a plan period, as the result says them. */
function storedOf([period]: Record<string, unknown>[]): Record<string, string> {
  const components = period?.components;
  if (!Array.isArray(components)) throw new Error("The example has no components.");
  return Object.fromEntries(components.map(({ type, usage }) => [type, Number(usage).toFixed(2)]));
}
const stored2021 = storedOf(rowsOf("resources_plan_periods_list", "2021"));
const stored = storedOf(rowsOf("provider_resources_plan_periods_list", "current"));

export const reportUsage: readonly [Contract, ...Contract[]] = [
  {
    says: "sends totals with what the generation demands",
    call: ({ resources }) => resources.reportUsage(RESOURCE, { cpu: 11 }, { description: "Nightly" }),
    "2021": {
      atMost: 4,
      reads: READ_2021,
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
        sent: [
          { type: "cpu", amount: "11.00", description: "Nightly" },
          { type: "gpu", amount: stored2021.gpu, description: "Usage" },
        ],
        stored: stored2021,
        planPeriodUuid: PLAN_PERIOD,
      }),
    },
    current: {
      atMost: 4,
      reads: READ,
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
        sent: [
          { type: "cpu", amount: "11.00", description: "Nightly" },
          { type: "gpu", amount: stored.gpu, description: "Usage" },
        ],
        stored,
      }),
    },
  },
  {
    says: "sends nothing when nothing has changed",
    call: ({ resources }) => resources.reportUsage(RESOURCE, stored),
    "2021": {
      atMost: 3,
      reads: READ_2021,
      requests: [],
      result: expect.objectContaining({
        outcome: "unchanged",
        dryRun: false,
        sent: [],
        stored: stored2021,
        planPeriodUuid: PLAN_PERIOD,
      }),
    },
    current: {
      atMost: 3,
      reads: READ,
      requests: [],
      result: expect.objectContaining({ outcome: "unchanged", dryRun: false, sent: [], stored }),
    },
  },
  {
    says: "reads what is stored for the month where there is no plan period",
    call: ({ resources }) => resources.reportUsage(RESOURCE, stored),
    current: {
      wishes: { provider_resources_plan_periods_list: ["example=empty"] },
      atMost: 4,
      requests: [],
      reads: [
        ...READ,
        {
          operation: "component_usages_list",
          line: `GET /api/marketplace-component-usages/?resource_uuid=${RESOURCE}&billing_period=2026-11-01&field=uuid&field=type&field=usage&field=description&page_size=300`,
        },
      ],
      result: expect.objectContaining({ outcome: "unchanged", dryRun: false, sent: [], stored }),
    },
  },
  {
    says: "stores the parts of users besides, in one request on 8.x",
    call: ({ resources }) => resources.reportUsage(RESOURCE, stored, { perUser: { alice: { cpu: 2.5 } } }),
    "2021": "unsupported",
    current: {
      atMost: 5,
      requests: [{ ...onUsage("set_user_usages"), body: { usages: [{ username: "alice", usage: "2.50" }] } }],
      reads: [...READ, READ_USERS],
      result: expect.objectContaining({ outcome: "changed", sent: [] }),
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
      reads: [...READ, READ_USERS],
      result: expect.objectContaining({ outcome: "changed", sent: [] }),
    },
  },
];
