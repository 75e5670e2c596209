/** What a provider does to an allocation: its state, and what it keeps up to date there. */
import { demandStaff, hasRole } from "../access/permissions.ts";
import { type Field, type Fields, listOf, nullable, optional, refused, validated } from "../body/fields.ts";
import { choice, day, limits, object, text } from "../body/types.ts";
import { type ApiCall, callerOf, change } from "../http/call.ts";
import { badRequest, empty, ok, type Reply, ServerCrash } from "../http/reply.ts";
import { type Route, routes } from "../http/route.ts";
import { refuseBackendId } from "../offerings/backend-id-rules.ts";
import type { Resource } from "../state/marketplace.ts";
import { projectOf } from "../state/relations.ts";
import { resourceFor, resourceInPath } from "./resources.ts";
import { demandState, settleAtOk, switchResource } from "./states.ts";

/** On a 2021 server the owners of the consumer may set it, too. */
function linkedResource(call: ApiCall): Resource {
  const resource = resourceInPath(call);
  const { organization_uuid } = projectOf(resource, call);
  const isConsumer = hasRole(call.store, callerOf(call).uuid, organization_uuid, "owner");
  return isConsumer && !call.world.since("2024-10") ? resource : resourceFor(call, "RESOURCE.SET_BACKEND_ID");
}

/** Servers crash on a body without `backend_id`. */
function setBackendId(call: ApiCall): Reply {
  const resource = linkedResource(call);
  const fields = { backend_id: optional(text({ maxLength: 255, allowBlank: true }), undefined) };
  const { backend_id } = validated(fields, call.body());
  if (backend_id === undefined) {
    throw new ServerCrash();
  }
  if (backend_id === resource.backend_id && call.world.since("2024-10")) {
    return ok({ status: "Resource backend_id is not changed." });
  }
  refuseBackendId(call.world, resource, backend_id);
  change(call.world, resource, { backend_id });
  return ok({ status: "Resource backend_id has been changed." });
}

/** The states a provider may ask a 2021 server for. */
const COMMANDS = ["ok", "erred", "terminated"] as const;
const TARGETS = { ok: "OK", erred: "Erred", terminated: "Terminated" } as const;

/**
 * Changes the state and nothing else: no order, no new plan period. Only `ok` is refused from some states; the others
 * are allowed from every state.
 */
function setStateByProvider(call: ApiCall): Reply {
  const resource = resourceFor(call, "RESOURCE.SET_STATE");
  const { state: word } = validated({ state: choice(COMMANDS) }, call.body());
  const { state: from } = resource;
  if (word === "ok" && !["Creating", "Updating", "Erred"].includes(from)) {
    throw badRequest({ status: `Can't switch from state '${from}' to '${word}'.` });
  }
  change(call.world, resource, { state: TARGETS[word] });
  // Termination closes all open plan periods.
  if (word === "terminated" && from !== "Terminating" && from !== "Terminated") {
    for (const period of call.store.planPeriods.where("resource_uuid", resource.uuid)) {
      period.end ??= call.world.timestamp();
    }
  }
  return ok({ status: "Resource state has been changed." });
}

/** Leaves its orders as they are: the one that creates it stays executing. An allocation that is OK stays OK. */
function setAsOk(call: ApiCall): Reply {
  const resource = resourceFor(call, "RESOURCE.SET_STATE");
  if (resource.state !== "OK") {
    settleAtOk(call.world, resource);
    resource.error_message = "";
    resource.error_traceback = "";
  }
  return empty(200);
}

/** Unlike `set_as_ok` it refuses some states, and keeps the error messages. */
function setStateOk(call: ApiCall): Reply {
  const resource = resourceFor(call, "RESOURCE.SET_STATE");
  demandState(resource, "Erred", "Creating", "Updating");
  settleAtOk(call.world, resource);
  return ok({ status: "Resource state has been set to OK." });
}

/** On 2024-10 for staff only, and the body is ignored. */
function setAsErred(call: ApiCall): Reply {
  const isOld = !call.world.since("8.0");
  if (isOld) demandStaff(call);
  const resource = isOld ? resourceInPath(call) : resourceFor(call, "RESOURCE.SET_STATE");
  const message = optional(text({ allowBlank: true }), "");
  const given = validated({ error_message: message, error_traceback: message }, isOld ? {} : call.body());
  resource.error_message = given.error_message || resource.error_message;
  resource.error_traceback = given.error_traceback || resource.error_traceback;
  switchResource(call.world, resource, "Erred");
  return empty(200);
}

/** Stores columns of the allocation from the body, and answers with a status. */
function takes(permission: Parameters<typeof resourceFor>[1], fields: Fields, status: string) {
  return (call: ApiCall): Reply => {
    const resource = resourceFor(call, permission);
    change(call.world, resource, validated(fields, call.body()));
    return ok({ status });
  };
}

/** A list that may not be empty. */
function filled<Item>(list: Field<Item[]>, message: string): Field<Item[]> {
  const isEmpty = (json: unknown): boolean => Array.isArray(json) && json.length === 0;
  return (json) => (isEmpty(json) ? refused(message) : list(json));
}

const submitReport = takes(
  "RESOURCE.SUBMIT_REPORT",
  {
    report: filled(
      listOf({ header: text(), body: text() }),
      "Report object should contain at least one section.",
    ),
  },
  "Report is submitted",
);

function setEndpoints(call: ApiCall): Reply {
  const resource = resourceFor(call, "RESOURCE.SET_BACKEND_METADATA");
  const { endpoints } = validated({ endpoints: listOf({ name: text(), url: text() }) }, call.body());
  const made = endpoints.map((endpoint) => ({ uuid: call.world.newUuid(), ...endpoint }));
  change(call.world, resource, { endpoints: made });
  return ok({ status: "The resource endpoints are updated" });
}

function setEndDate(call: ApiCall): Reply {
  const resource = resourceFor(call, "RESOURCE.SET_END_DATE");
  const { end_date } = validated({ end_date: optional(nullable(day()), null) }, call.body());
  if (end_date !== null && end_date < call.world.today()) {
    throw badRequest({ end_date: ["Cannot be earlier than the current date."] });
  }
  change(call.world, resource, { end_date });
  return empty(200);
}

/** `modified` stays as it is. */
function refreshLastSync(call: ApiCall): Reply {
  resourceFor(call, "RESOURCE.SET_STATE").last_sync = call.world.timestamp();
  return empty(200);
}

const PROVIDED = "marketplace-provider-resources";
const shared = { "POST {uuid}/set_backend_id/": setBackendId, "POST {uuid}/submit_report/": submitReport };

export const resourceActionRoutes: readonly Route[] = [
  ...routes("marketplace-resources", { ...shared, "POST {uuid}/set_state_by_provider/": setStateByProvider }),
  ...routes(PROVIDED, {
    ...shared,
    "POST {uuid}/set_as_erred/": setAsErred,
    "POST {uuid}/set_as_ok/": setAsOk,
    "POST {uuid}/set_state_ok/": setStateOk,
    // Also of components that the offering does not have.
    "POST {uuid}/set_limits/": takes(
      "RESOURCE.SET_STATE",
      { limits: limits() },
      "The resource limits are updated",
    ),
    "POST {uuid}/set_backend_metadata/": takes(
      "RESOURCE.SET_BACKEND_METADATA",
      { backend_metadata: object() },
      "The backend metadata is updated",
    ),
    "POST {uuid}/update_options_direct/": takes(
      "RESOURCE.UPDATE_OPTIONS",
      { options: optional(nullable(object()), null) },
      "Resource options have been updated directly.",
    ),
    "POST {uuid}/set_endpoints/": setEndpoints,
    "POST {uuid}/set_end_date/": setEndDate,
    "POST {uuid}/set_end_date_by_provider/": setEndDate,
    "POST {uuid}/refresh_last_sync/": refreshLastSync,
  }),
];
