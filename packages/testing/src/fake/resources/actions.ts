import { demand, demandStaff, hasRole, offeringScope, providerScope } from "../access/permissions.ts";
import { listOf, optional, validated } from "../body/fields.ts";
import { choice, text } from "../body/types.ts";
import { type ApiCall, callerOf } from "../http/call.ts";
import { badRequest, empty, ok, type Reply, ServerCrash } from "../http/reply.ts";
import { action, type Route, route, served } from "../http/route.ts";
import { refuseBackendId } from "../offerings/backend-id-rules.ts";
import { offeringOf, projectOf } from "../state/relations.ts";
import { providedResource } from "./resources.ts";
import {
  maySwitchByProvider,
  PROVIDER_STATES,
  settleAtOk,
  switchByProvider,
  switchResource,
} from "./states.ts";

/** A body without `backend_id` is a KeyError nobody catches. On 2021 the consumer's owners may, too. */
function setBackendId(call: ApiCall): Reply {
  const resource = providedResource(call);
  const offering = offeringOf(resource, call);
  const scopes = [offeringScope(offering), providerScope(offering)];
  const { organization_uuid } = projectOf(resource, call);
  const isConsumer = hasRole(call.store, callerOf(call), "organization", organization_uuid, "owner");
  const isAllowed = !call.world.since("2024-10") && isConsumer;
  if (!isAllowed) demand(call, "RESOURCE.SET_BACKEND_ID", ...scopes);
  const fields = { backend_id: optional(text({ maxLength: 255, allowBlank: true }), undefined) };
  const { backend_id } = validated(fields, call.body());
  if (backend_id === undefined) {
    throw new ServerCrash();
  }
  if (backend_id === resource.backend_id && call.world.since("2024-10")) {
    return ok({ status: "Resource backend_id is not changed." });
  }
  refuseBackendId(call.world, resource, backend_id);
  resource.backend_id = backend_id;
  resource.modified = call.world.timestamp();
  return ok({ status: "Resource backend_id has been changed." });
}

function submitReport(call: ApiCall): Reply {
  const resource = providedResource(call);
  demand(call, "RESOURCE.SUBMIT_REPORT", providerScope(offeringOf(resource, call)));
  const { report } = validated({ report: listOf({ header: text(), body: text() }) }, call.body());
  if (report.length === 0) {
    throw badRequest({ report: ["Report object should contain at least one section."] });
  }
  resource.report = report;
  resource.modified = call.world.timestamp();
  return ok({ status: "Report is submitted" });
}

function setStateByProvider(call: ApiCall): Reply {
  const resource = providedResource(call);
  demand(call, "RESOURCE.SET_STATE", providerScope(offeringOf(resource, call)));
  const { state } = validated({ state: choice(PROVIDER_STATES) }, call.body());
  if (!maySwitchByProvider(resource.state, state)) {
    throw badRequest({ status: `Can't switch from state '${resource.state}' to '${state}'.` });
  }
  switchByProvider(call.world, resource, state);
  return ok({ status: "Resource state has been changed." });
}

/** Leaves its orders as they are: the one that created it goes on executing. Already OK is fine. */
function setAsOk(call: ApiCall): Reply {
  const resource = providedResource(call);
  demand(call, "RESOURCE.SET_STATE", providerScope(offeringOf(resource, call)));
  if (resource.state !== "OK") {
    settleAtOk(call.world, resource);
    resource.error_message = "";
    resource.error_traceback = "";
  }
  return empty(200);
}

/** For staff, and without a body, on the oldest servers. */
function setAsErred(call: ApiCall): Reply {
  if (!call.world.since("8.0")) {
    demandStaff(call);
    switchResource(call.world, providedResource(call), "Erred");
    return empty(200);
  }
  const resource = providedResource(call);
  demand(call, "RESOURCE.SET_STATE", providerScope(offeringOf(resource, call)));
  const told = { error_message: message(), error_traceback: message() };
  const { error_message, error_traceback } = validated(told, call.body());
  resource.error_message = error_message || resource.error_message;
  resource.error_traceback = error_traceback || resource.error_traceback;
  switchResource(call.world, resource, "Erred");
  return empty(200);
}

function message() {
  return optional(text({ allowBlank: true }), "");
}

const OLD = "marketplace-resources/{uuid}";
const NEW = "marketplace-provider-resources/{uuid}";

export const resourceActionRoutes: readonly Route[] = [
  ...served(
    { before: "2024-10" },
    route(`${OLD}/set_state_by_provider/`, {
      POST: action("resources_set_state_by_provider", setStateByProvider),
    }),
    route(`${OLD}/set_backend_id/`, { POST: action("resources_set_backend_id", setBackendId) }),
    route(`${OLD}/submit_report/`, { POST: action("resources_submit_report", submitReport) }),
  ),
  ...served(
    { since: "2024-10" },
    route(`${NEW}/set_backend_id/`, { POST: action("provider_resources_set_backend_id", setBackendId) }),
    route(`${NEW}/submit_report/`, { POST: action("provider_resources_submit_report", submitReport) }),
    route(`${NEW}/set_as_erred/`, { POST: action("provider_resources_set_as_erred", setAsErred) }),
  ),
  // Before that a provider has no way to set a resource OK.
  route(`${NEW}/set_as_ok/`, { POST: action("provider_resources_set_as_ok", setAsOk) }, { since: "8.0" }),
];
