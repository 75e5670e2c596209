import type { Contracts, ExpectedRequest } from "../contract.ts";
import { exampleOf, pick, rowsOf } from "../spec-examples.ts";
import { OFFERING, ORDER, RESOURCE } from "./ids.ts";

const READ = {
  operation: "orders_get",
  line: `GET /api/marketplace-orders/${ORDER}/?field=uuid&field=type&field=state`,
};

const READ_TO_CLOSE = {
  operation: "orders_get",
  line: `GET /api/marketplace-orders/${ORDER}/?${["uuid", "type", "state", "modified", "resource_uuid", "start_date", "offering_type", "marketplace_resource_uuid"].map((name) => `field=${name}`).join("&")}`,
};

const TELL_SLURM: ExpectedRequest = {
  operation: "slurm_remote_set_state",
  line: `POST /api/marketplace-slurm-remote/${RESOURCE}/set_state/`,
  body: { state: "ok" },
};

function summary(example: string) {
  return pick(exampleOf("orders_get", example), ["uuid", "type", "state"]);
}

/** The server's worker has been at it: it has linked the allocation. */
const BEGUN = {
  body: {
    ...summary("executing"),
    resource_uuid: "5".repeat(32),
    offering_type: "Marketplace.Slurm",
    marketplace_resource_uuid: RESOURCE,
  },
};

function act(action: string, body?: unknown): ExpectedRequest {
  return { operation: `orders_${action}`, line: `POST /api/marketplace-orders/${ORDER}/${action}/`, body };
}

export const orderContracts: Contracts<"orders"> = {
  "orders.list": [
    {
      says: "lists orders in several states by column",
      list: ({ orders }) =>
        orders.list({
          offering_uuid: OFFERING,
          state: ["pending-provider", "executing"],
          type: "Create",
          fields: ["type", "state"],
        }),
      "2021": "unsupported",
      current: {
        operation: "orders_list",
        path: "/api/marketplace-orders/",
        filters: `offering_uuid=${OFFERING}&state=pending-provider&state=executing&type=Create`,
        besides: "o=created&field=type&field=state&field=uuid",
        rows: rowsOf("orders_list", "sparse").map((row) => pick(row, ["type", "state"])),
      },
    },
  ],
  "orders.get": [
    {
      says: "gets a whole row",
      call: ({ orders }) => orders.get(ORDER),
      "2021": "unsupported",
      current: {
        requests: [{ operation: "orders_get", line: `GET /api/marketplace-orders/${ORDER}/` }],
        result: exampleOf("orders_get", "current"),
      },
    },
  ],
  "orders.approve": [
    {
      says: "approves, and reads what came of it",
      call: ({ orders }) => orders.approve(ORDER),
      "2021": "unsupported",
      current: {
        wishes: { orders_get: ["example=executing"] },
        requests: [act("approve_by_provider"), READ],
        result: { outcome: "changed", order: summary("executing") },
      },
    },
  ],
  "orders.reject": [
    {
      says: "rejects with a comment",
      call: ({ orders }) => orders.reject(ORDER, { comment: "The cluster is full" }),
      "2021": "unsupported",
      current: {
        wishes: { orders_get: ["example=rejected"] },
        requests: [act("reject_by_provider", { provider_rejection_comment: "The cluster is full" }), READ],
        result: { outcome: "changed", order: summary("rejected") },
      },
    },
    {
      says: "rejects without a word",
      call: ({ orders }) => orders.reject(ORDER),
      "2021": "unsupported",
      current: {
        wishes: { orders_get: ["example=rejected"] },
        requests: [act("reject_by_provider", {}), READ],
        result: { outcome: "changed", order: summary("rejected") },
      },
    },
  ],
  "orders.complete": [
    {
      says: "looks first, and reports the work as done",
      call: ({ orders }) => orders.complete(ORDER),
      "2021": "unsupported",
      current: {
        wishes: { orders_get: [BEGUN] },
        requests: [READ_TO_CLOSE, TELL_SLURM, act("set_state_done")],
        result: { outcome: "changed", order: summary("done") },
      },
    },
  ],
  "orders.fail": [
    {
      says: "looks first, and sends both texts, without one of which servers break",
      call: ({ orders }) => orders.fail(ORDER, { message: "No space on the cluster" }),
      "2021": "unsupported",
      current: {
        wishes: { orders_get: [BEGUN, "example=erred"] },
        requests: [
          READ_TO_CLOSE,
          act("set_state_erred", { error_message: "No space on the cluster", error_traceback: "" }),
          READ_TO_CLOSE,
        ],
        result: { outcome: "changed", order: summary("erred") },
      },
    },
  ],
  "orders.cancel": [
    {
      says: "cancels, and reads what came of it",
      call: ({ orders }) => orders.cancel(ORDER),
      "2021": "unsupported",
      current: {
        wishes: { orders_get: [{ body: { ...summary("current"), state: "canceled" } }] },
        requests: [act("cancel"), READ],
        result: { outcome: "changed", order: { ...summary("current"), state: "canceled" } },
      },
    },
  ],
  "orders.setBackendId": [
    {
      says: "sends the id",
      call: ({ orders }) => orders.setBackendId(ORDER, "job-4711"),
      "2021": "unsupported",
      current: {
        requests: [act("set_backend_id", { backend_id: "job-4711" })],
        result: exampleOf("orders_set_backend_id", "current"),
      },
    },
  ],
  "orders.setProviderInfo": [
    {
      says: "sends what is given, and nothing else",
      call: ({ orders }) => orders.setProviderInfo(ORDER, { message: "Which partition?", url: undefined }),
      "2021": "unsupported",
      current: {
        requests: [act("set_provider_info", { provider_message: "Which partition?" })],
        result: undefined,
      },
    },
    {
      says: "sends an address",
      call: ({ orders }) => orders.setProviderInfo(ORDER, { url: "https://hpc.example/form" }),
      "2021": "unsupported",
      current: {
        requests: [act("set_provider_info", { provider_message_url: "https://hpc.example/form" })],
        result: undefined,
      },
    },
  ],
  "orders.waitFor": [
    {
      says: "reads until the order is closed",
      call: ({ orders }) => orders.waitFor(ORDER),
      "2021": "unsupported",
      current: {
        wishes: { orders_get: ["example=current", "example=executing", "example=done"] },
        requests: [READ, READ, READ],
        result: summary("done"),
      },
    },
  ],
};
