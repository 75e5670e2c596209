import type { Resource } from "../../entities.ts";
import { type ApiCall, callerOf } from "../../http/api-call.ts";
import { badRequest, conflict, empty, ok, type Reply, ServerCrash } from "../../http/reply.ts";
import { action, type Route, route, unspecified } from "../../http/route.ts";
import { isJsonObject } from "../../json.ts";
import { demand, demandStaff } from "../../rules/current/permissions.ts";
import { settleAtOk, switchResource } from "../../rules/current/resource-states.ts";
import { offeringOf, offeringScope, providerScope } from "../../rules/current/scopes.ts";
import { placeTermination, TERMINABLE, terminationScopes } from "../../rules/current/termination.ts";
import { anything, text } from "../../rules/field-types.ts";
import { listOf, optional, validated } from "../../rules/fields.ts";
import type { Generation } from "../../words.ts";
import { providedResource, usedResource } from "./resources.ts";

/** A body without `backend_id` is a KeyError nobody catches. */
function setBackendId(call: ApiCall): Reply {
  const resource = providedResource(call);
  const offering = offeringOf(call.store, resource);
  demand(call, "RESOURCE.SET_BACKEND_ID", offeringScope(offering), providerScope(offering));
  const fields = { backend_id: optional(text({ maxLength: 255, allowBlank: true }), undefined) };
  const { backend_id } = validated(fields, call.body());
  if (backend_id === undefined) {
    throw new ServerCrash();
  }
  if (backend_id === resource.backend_id) {
    return ok({ status: "Resource backend_id is not changed." });
  }
  resource.backend_id = backend_id;
  resource.modified = call.world.timestamp();
  return ok({ status: "Resource backend_id has been changed." });
}

function submitReport(call: ApiCall): Reply {
  const resource = providedResource(call);
  demand(call, "RESOURCE.SUBMIT_REPORT", providerScope(offeringOf(call.store, resource)));
  const { report } = validated({ report: listOf({ header: text(), body: text() }) }, call.body());
  if (report.length === 0) {
    throw badRequest({ report: ["Report object should contain at least one section."] });
  }
  resource.report = report;
  resource.modified = call.world.timestamp();
  return ok({ status: "Report is submitted" });
}

/** Leaves its orders as they are: the one that created it goes on executing. Already OK is fine. */
function setAsOk(call: ApiCall): Reply {
  const resource = providedResource(call);
  demand(call, "RESOURCE.SET_STATE", providerScope(offeringOf(call.store, resource)));
  if (resource.state !== "OK") {
    settleAtOk(call.world, resource);
    resource.error_message = "";
    resource.error_traceback = "";
  }
  return empty(200);
}

/** For staff, and without a body, on the oldest servers. */
function setAsErred(call: ApiCall): Reply {
  if (call.world.generation === "2024-10") {
    demandStaff(call);
    switchResource(call.world, providedResource(call), "Erred");
    return empty(200);
  }
  const resource = providedResource(call);
  demand(call, "RESOURCE.SET_STATE", providerScope(offeringOf(call.store, resource)));
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

function terminateAs(find: (call: ApiCall) => Resource): (call: ApiCall) => Reply {
  return (call) => {
    const resource = find(call);
    demand(call, "RESOURCE.TERMINATE", ...terminationScopes(call.store, resource));
    if (!TERMINABLE.includes(resource.state)) {
      throw conflict(`Valid states for operation: ${TERMINABLE.join(", ")}.`);
    }
    const { attributes } = validated({ attributes: optional(anything(), {}) }, call.body());
    const given = isJsonObject(attributes) ? attributes : {};
    const order = placeTermination(call.world, resource, callerOf(call), given);
    return ok({ order_uuid: order.uuid });
  };
}

const PATH = "marketplace-provider-resources/{uuid}";

/** The oldest servers have no way for a provider to set a resource OK. */
export function resourceActionRoutes(generation: Generation): readonly Route[] {
  const setOk = { POST: action("provider_resources_set_as_ok", setAsOk) };
  return [
    route(`${PATH}/set_backend_id/`, { POST: action("provider_resources_set_backend_id", setBackendId) }),
    route(`${PATH}/submit_report/`, { POST: action("provider_resources_submit_report", submitReport) }),
    ...(generation === "8.x" ? [route(`${PATH}/set_as_ok/`, setOk)] : []),
    route(`${PATH}/set_as_erred/`, { POST: action("provider_resources_set_as_erred", setAsErred) }),
    route(`${PATH}/terminate/`, {
      POST: action("provider_resources_terminate", terminateAs(providedResource)),
    }),
    route("marketplace-resources/{uuid}/terminate/", { POST: unspecified(terminateAs(usedResource)) }),
  ];
}
