import type { Contracts, ExpectedRequest } from "../contract.ts";
import { exampleOf, pick, rowsOf } from "../spec-examples.ts";
import { OFFERING, RESOURCE } from "./ids.ts";
import { reportUsage } from "./report-usage.ts";
import { setState } from "./set-state.ts";

const COLUMNS = ["name", "state", "limits"];

/** The same of both generations, but for the address. */
function request(action: string, body?: unknown): Record<"2021" | "current", ExpectedRequest> {
  const method = body === undefined ? "GET" : "POST";
  const named = body === undefined ? `${action}_list` : action;
  return {
    "2021": {
      operation: `resources_${named}`,
      line: `${method} /api/marketplace-resources/${RESOURCE}/${action}/`,
      body,
    },
    current: {
      operation: `provider_resources_${named}`,
      line: `${method} /api/marketplace-provider-resources/${RESOURCE}/${action}/`,
      body,
    },
  };
}

/** A call that sends one request, and whose result is the answer. */
function oneRequest(action: string, body?: unknown) {
  const requests = request(action, body);
  return {
    "2021": { requests: [requests["2021"]], result: exampleOf(requests["2021"].operation, "2021") },
    current: { requests: [requests.current], result: exampleOf(requests.current.operation, "current") },
  };
}

/** What only current servers have. */
function currentOnly(action: string, body: unknown, result: unknown) {
  const sent = {
    operation: `provider_resources_${action}`,
    line: `POST /api/marketplace-provider-resources/${RESOURCE}/${action}/`,
    body,
  };
  return { "2021": "unsupported" as const, current: { requests: [sent], result } };
}

const STATUS = { status: "status" };
const ENDPOINTS = [{ name: "Login", url: "ssh://login.hpc.example" }];

const SUMMARY = ["uuid", "name", "state", "backend_id"];
const summary = SUMMARY.map((column) => `field=${column}`).join("&");
const waiting = {
  "2021": { operation: "resources_get", line: `GET /api/marketplace-resources/${RESOURCE}/?${summary}` },
  current: {
    operation: "provider_resources_get",
    line: `GET /api/marketplace-provider-resources/${RESOURCE}/?${summary}`,
  },
};

const REPORT = [
  { header: "Header1", body: "Body1" },
  { header: "Header2", body: "Body2" },
];

export const resourceContracts: Contracts<"resources"> = {
  "resources.list": [
    {
      says: "lists whole rows in several states, oldest first",
      list: ({ resources }) =>
        resources.list({ offering_uuid: OFFERING, state: ["OK", "Erred"], name_exact: "a & b" }),
      "2021": {
        operation: "resources_list",
        path: "/api/marketplace-resources/",
        filters: `offering_uuid=${OFFERING}&state=OK&state=Erred&name_exact=a%20%26%20b`,
        besides: "o=created",
        rows: rowsOf("resources_list", "2021"),
      },
      current: {
        operation: "provider_resources_list",
        path: "/api/marketplace-provider-resources/",
        filters: `offering_uuid=${OFFERING}&state=OK&state=Erred&name_exact=a%20%26%20b`,
        besides: "o=created",
        rows: rowsOf("provider_resources_list", "current"),
      },
    },
    {
      says: "asks for some columns, and for the uuid that tells rows apart",
      list: ({ resources }) =>
        resources.list({ state: "Creating", o: "-created", fields: ["name", "state", "limits"] }),
      "2021": {
        operation: "resources_list",
        path: "/api/marketplace-resources/",
        filters: "state=Creating",
        besides: "o=-created&field=name&field=state&field=limits&field=uuid",
        rows: rowsOf("resources_list", "2021").map((row) => pick(row, COLUMNS)),
      },
      current: {
        operation: "provider_resources_list",
        path: "/api/marketplace-provider-resources/",
        filters: "state=Creating",
        besides: "o=-created&field=name&field=state&field=limits&field=uuid",
        rows: rowsOf("provider_resources_list", "current").map((row) => pick(row, COLUMNS)),
      },
    },
  ],
  "resources.get": [
    {
      says: "gets a whole row",
      call: ({ resources }) => resources.get(RESOURCE),
      "2021": {
        requests: [{ operation: "resources_get", line: `GET /api/marketplace-resources/${RESOURCE}/` }],
        result: exampleOf("resources_get", "2021"),
      },
      current: {
        requests: [
          {
            operation: "provider_resources_get",
            line: `GET /api/marketplace-provider-resources/${RESOURCE}/`,
          },
        ],
        result: exampleOf("provider_resources_get", "current"),
      },
    },
    {
      says: "gets some columns",
      call: ({ resources }) => resources.get(RESOURCE, { fields: ["state", "backend_id"] }),
      "2021": {
        requests: [
          {
            operation: "resources_get",
            line: `GET /api/marketplace-resources/${RESOURCE}/?field=state&field=backend_id`,
          },
        ],
        result: pick(exampleOf("resources_get", "2021"), ["state", "backend_id"]),
      },
      current: {
        requests: [
          {
            operation: "provider_resources_get",
            line: `GET /api/marketplace-provider-resources/${RESOURCE}/?field=state&field=backend_id`,
          },
        ],
        result: pick(exampleOf("provider_resources_get", "current"), ["state", "backend_id"]),
      },
    },
  ],
  "resources.setState": setState,
  "resources.waitForState": [
    {
      says: "reads four columns until the state is there",
      call: ({ resources }) => resources.waitForState(RESOURCE, ["OK", "Erred"]),
      "2021": {
        wishes: { resources_get: ["example=2021", "example=ok"] },
        requests: [waiting["2021"], waiting["2021"]],
        result: { ...pick(exampleOf("resources_get", "ok"), SUMMARY), name: "" },
      },
      current: {
        wishes: { provider_resources_get: ["example=current", "example=ok"] },
        requests: [waiting.current, waiting.current],
        result: { ...pick(exampleOf("provider_resources_get", "ok"), SUMMARY), name: "" },
      },
    },
  ],
  "resources.setBackendId": [
    {
      says: "links the provider's own id",
      call: ({ resources }) => resources.setBackendId(RESOURCE, "project_4711"),
      ...oneRequest("set_backend_id", { backend_id: "project_4711" }),
    },
    {
      says: "unlinks it",
      call: ({ resources }) => resources.setBackendId(RESOURCE, ""),
      ...oneRequest("set_backend_id", { backend_id: "" }),
    },
  ],
  "resources.submitReport": [
    {
      says: "sends the whole report",
      call: ({ resources }) => resources.submitReport(RESOURCE, REPORT),
      ...oneRequest("submit_report", { report: REPORT }),
    },
  ],
  "resources.setLimits": [
    {
      says: "sends all limits",
      call: ({ resources }) => resources.setLimits(RESOURCE, { cpu: 5000, gpu: 0.5 }),
      ...currentOnly("set_limits", { limits: { cpu: 5000, gpu: 0.5 } }, STATUS),
    },
  ],
  "resources.setBackendMetadata": [
    {
      says: "sends the metadata as it is",
      call: ({ resources }) => resources.setBackendMetadata(RESOURCE, { partition: "gpu", nodes: [1, 2] }),
      ...currentOnly(
        "set_backend_metadata",
        { backend_metadata: { partition: "gpu", nodes: [1, 2] } },
        STATUS,
      ),
    },
  ],
  "resources.setEndpoints": [
    {
      says: "sends all addresses",
      call: ({ resources }) => resources.setEndpoints(RESOURCE, ENDPOINTS),
      ...currentOnly("set_endpoints", { endpoints: ENDPOINTS }, STATUS),
    },
    {
      says: "takes them away",
      call: ({ resources }) => resources.setEndpoints(RESOURCE, []),
      ...currentOnly("set_endpoints", { endpoints: [] }, STATUS),
    },
  ],
  "resources.setEndDate": [
    {
      says: "sends the day",
      call: ({ resources }) => resources.setEndDate(RESOURCE, "2028-02-29"),
      ...currentOnly("set_end_date", { end_date: "2028-02-29" }, undefined),
    },
    {
      says: "lets it go on",
      call: ({ resources }) => resources.setEndDate(RESOURCE, null),
      ...currentOnly("set_end_date", { end_date: null }, undefined),
    },
  ],
  "resources.refreshLastSync": [
    {
      says: "sends no body",
      call: ({ resources }) => resources.refreshLastSync(RESOURCE),
      ...currentOnly("refresh_last_sync", undefined, undefined),
    },
  ],
  "resources.team": [
    {
      says: "lists the team at once",
      call: ({ resources }) => resources.team(RESOURCE),
      ...oneRequest("team"),
    },
  ],
  "resources.planPeriods": [
    {
      says: "lists the plan periods at once",
      call: ({ resources }) => resources.planPeriods(RESOURCE),
      ...oneRequest("plan_periods"),
    },
  ],
  "resources.reportUsage": reportUsage,
};
