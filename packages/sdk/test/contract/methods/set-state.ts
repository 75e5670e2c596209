import { expect } from "vitest";
import type { Contract, ExpectedRequest } from "../contract.ts";
import { exampleOf, pick } from "../spec-examples.ts";
import { ORDER, RESOURCE, TERMINATION } from "./ids.ts";

const COLUMNS = ["uuid", "name", "state", "backend_id"];
const SUMMARY = COLUMNS.map((column) => `field=${column}`).join("&");
const old = pick(exampleOf("resources_get", "2021"), COLUMNS);
const ok = { ...pick(exampleOf("provider_resources_get", "ok"), COLUMNS), name: "" };

const READ_2021: ExpectedRequest = {
  operation: "resources_get",
  line: `GET /api/marketplace-resources/${RESOURCE}/?${SUMMARY}`,
};
const READ_RESOURCE: ExpectedRequest = {
  operation: "provider_resources_get",
  line: `GET /api/marketplace-provider-resources/${RESOURCE}/?${SUMMARY}&field=offering_type&field=customer_slug`,
};
const READ_ORDERS: ExpectedRequest = {
  operation: "orders_list",
  line: `GET /api/marketplace-orders/?resource_uuid=${RESOURCE}&o=-created&page_size=20&field=uuid&field=type&field=state&field=modified&field=resource_uuid&field=start_date`,
};
const reads = [READ_RESOURCE, READ_ORDERS];

function command(state: string, shown: string) {
  const line = `POST /api/marketplace-resources/${RESOURCE}/set_state_by_provider/`;
  const requests = [READ_2021, { operation: "resources_set_state_by_provider", line, body: { state } }];
  const result = { outcome: "changed", from: old.state, to: shown, resource: { ...old, state: shown } };
  return { requests, result };
}

function onResource(action: string, body?: unknown): ExpectedRequest {
  const line = `POST /api/marketplace-provider-resources/${RESOURCE}/${action}/`;
  return { operation: `provider_resources_${action}`, line, body };
}

function onOrder(action: string, body?: unknown, order = ORDER): ExpectedRequest {
  const line = `POST /api/marketplace-orders/${order}/${action}/`;
  return { operation: `orders_${action}`, line, body };
}

function changed(from: string, to: string, order?: string) {
  const facts = {
    outcome: "changed",
    from,
    to,
    resource: expect.objectContaining({ uuid: RESOURCE, state: to }),
  };
  return order === undefined ? facts : { ...facts, orderUuid: order };
}

/** A row of an 8.x server, which lets a provider set states, and shows it by a column that older ones do not have. */
const of8 = (example: string) => ({
  body: {
    ...pick(exampleOf("provider_resources_get", example), ["uuid", "state", "backend_id"]),
    customer_slug: "sample-consortium",
    offering_type: "Marketplace.Slurm",
  },
});

/** An order that the server's worker has been at: it has linked the allocation. */
const BEGUN = {
  ...pick(exampleOf("orders_get", "executing"), ["uuid", "type", "state"]),
  resource_uuid: "5".repeat(32),
};

const TELL_SLURM: ExpectedRequest = {
  operation: "slurm_remote_set_state",
  line: `POST /api/marketplace-slurm-remote/${RESOURCE}/set_state/`,
  body: { state: "ok" },
};

const termination = (state: string, modified = "2026-11-01T00:00:00Z") => ({
  body: [{ uuid: TERMINATION, type: "Terminate", state, modified }],
});

export const setState: readonly [Contract, ...Contract[]] = [
  {
    says: "to ok: one command, or its order approved and completed",
    call: ({ resources }) => resources.setState(RESOURCE, "OK"),
    "2021": command("ok", "OK"),
    current: {
      wishes: { orders_list: ["example=sparse", { body: [BEGUN] }] },
      atMost: 6,
      requests: [onOrder("approve_by_provider"), TELL_SLURM, onOrder("set_state_done")],
      reads,
      result: changed("Creating", "OK", ORDER),
    },
  },
  {
    says: "to ok, being so already",
    call: ({ resources }) => resources.setState(RESOURCE, "OK"),
    "2021": {
      wishes: { resources_get: ["example=ok"] },
      requests: [READ_2021],
      result: { outcome: "unchanged", from: "OK", to: "OK", resource: ok },
    },
    current: {
      wishes: { provider_resources_get: ["example=ok"], orders_list: ["example=empty"] },
      requests: [READ_RESOURCE, READ_ORDERS],
      result: { outcome: "unchanged", from: "OK", to: "OK", resource: ok },
    },
  },
  {
    says: "to ok, from Erred without an order",
    call: ({ resources }) => resources.setState(RESOURCE, "OK"),
    current: {
      wishes: { provider_resources_get: [of8("erred")], orders_list: ["example=empty"] },
      requests: [onResource("set_as_ok")],
      reads,
      result: changed("Erred", "OK"),
    },
  },
  {
    says: "to ok, from Erred on a server without set_as_ok: its failed order runs again",
    call: ({ resources }) => resources.setState(RESOURCE, "OK"),
    current: {
      wishes: {
        provider_resources_get: ["example=erred"],
        orders_list: [{ body: [exampleOf("orders_get", "erred")] }],
      },
      requests: [onOrder("set_state_executing"), onOrder("set_state_done")],
      reads,
      result: changed("Erred", "OK", ORDER),
    },
  },
  {
    says: "to erred: one command, or its order failed",
    call: ({ resources }) => resources.setState(RESOURCE, "Erred", { message: "No space on the cluster" }),
    "2021": command("erred", "Erred"),
    current: {
      wishes: {
        provider_resources_get: ["example=current", "example=erred"],
        orders_list: [{ body: [BEGUN] }, { body: [exampleOf("orders_get", "erred")] }],
      },
      requests: [
        onOrder("set_state_erred", { error_message: "No space on the cluster", error_traceback: "" }),
      ],
      reads,
      result: changed("Creating", "Erred", ORDER),
    },
  },
  {
    says: "to erred, without an order",
    call: ({ resources }) => resources.setState(RESOURCE, "Erred", { message: "No space", traceback: "df" }),
    current: {
      wishes: { provider_resources_get: ["example=ok"], orders_list: ["example=empty"] },
      requests: [onResource("set_as_erred", { error_message: "No space", error_traceback: "df" })],
      reads,
      result: changed("OK", "Erred"),
    },
  },
  {
    says: "to terminated: one command, or the order of the allocation rejected",
    call: ({ resources }) => resources.setState(RESOURCE, "Terminated", { message: "Not eligible" }),
    "2021": command("terminated", "Terminated"),
    current: {
      wishes: {
        provider_resources_get: ["example=current", "example=terminated"],
        orders_list: ["example=sparse", { body: [exampleOf("orders_get", "rejected")] }],
      },
      requests: [onOrder("reject_by_provider", { provider_rejection_comment: "Not eligible" })],
      reads,
      result: changed("Creating", "Terminated", ORDER),
    },
  },
  {
    says: "to terminated, in use: ordered, approved and completed",
    call: ({ resources }) => resources.setState(RESOURCE, "Terminated"),
    current: {
      wishes: {
        provider_resources_get: ["example=ok"],
        orders_list: ["example=empty", termination("pending-provider"), termination("executing")],
      },
      requests: [
        onResource("terminate", {}),
        onOrder("approve_by_provider", undefined, TERMINATION),
        onOrder("set_state_done", undefined, TERMINATION),
      ],
      reads,
      result: changed("OK", "Terminated", TERMINATION),
    },
  },
  {
    says: "to terminated, as ordered before a server of 8.1 was updated, whose workers leave it to the provider",
    call: ({ resources }) => resources.setState(RESOURCE, "Terminated"),
    current: {
      wishes: {
        provider_resources_get: [of8("ok")],
        orders_list: [termination("executing", "2999-01-01T00:00:00Z")],
      },
      requests: [
        READ_RESOURCE,
        READ_ORDERS,
        { operation: "version_get", line: "GET /api/version/" },
        onOrder("set_state_done", undefined, TERMINATION),
      ],
      result: changed("OK", "Terminated", TERMINATION),
    },
  },
];
