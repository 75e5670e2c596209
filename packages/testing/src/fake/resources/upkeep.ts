/** What a provider keeps up to date at an allocation, from 8.0 on. */
import { demand, offeringScope, type Permission, providerScope, type Scope } from "../access/permissions.ts";
import { listOf, nullable, optional, validated } from "../body/fields.ts";
import { day, limits, object, text } from "../body/types.ts";
import type { ApiCall } from "../http/call.ts";
import { badRequest, conflict, empty, ok, type Reply } from "../http/reply.ts";
import { action, type Route, route, served } from "../http/route.ts";
import type { Offering, Resource } from "../state/marketplace.ts";
import { offeringOf } from "../state/relations.ts";
import { providedResource } from "./resources.ts";
import { settleAtOk } from "./states.ts";

/** The resource of the path, if the caller may do that to it. */
export function resourceFor(
  call: ApiCall,
  permission: Permission,
  ...scopes: readonly ((offering: Offering) => Scope)[]
): Resource {
  const resource = providedResource(call);
  const offering = offeringOf(resource, call);
  demand(call, permission, ...scopes.map((scope) => scope(offering)));
  return resource;
}

/** Replaces all limits, whatever the offering has components for. */
function setLimits(call: ApiCall): Reply {
  const resource = resourceFor(call, "RESOURCE.SET_STATE", providerScope);
  resource.limits = validated({ limits: limits() }, call.body()).limits;
  resource.modified = call.world.timestamp();
  return ok({ status: "The resource limits are updated" });
}

function setBackendMetadata(call: ApiCall): Reply {
  const resource = resourceFor(call, "RESOURCE.SET_BACKEND_METADATA", offeringScope, providerScope);
  resource.backend_metadata = validated({ backend_metadata: object() }, call.body()).backend_metadata;
  resource.modified = call.world.timestamp();
  return ok({ status: "The backend metadata is updated" });
}

function setEndpoints(call: ApiCall): Reply {
  const resource = resourceFor(call, "RESOURCE.SET_BACKEND_METADATA", offeringScope, providerScope);
  const { endpoints } = validated({ endpoints: listOf({ name: text(), url: text() }) }, call.body());
  resource.endpoints = endpoints.map((endpoint) => ({ uuid: call.world.newUuid(), ...endpoint }));
  resource.modified = call.world.timestamp();
  return ok({ status: "The resource endpoints are updated" });
}

function setEndDate(call: ApiCall): Reply {
  const resource = resourceFor(call, "RESOURCE.SET_END_DATE", offeringScope, providerScope);
  const { end_date } = validated({ end_date: optional(nullable(day()), null) }, call.body());
  if (end_date !== null && end_date < call.world.timestamp().slice(0, 10)) {
    throw badRequest({ end_date: ["Cannot be earlier than the current date."] });
  }
  resource.end_date = end_date;
  resource.modified = call.world.timestamp();
  return empty(200);
}

function updateOptions(call: ApiCall): Reply {
  const resource = resourceFor(call, "RESOURCE.UPDATE_OPTIONS", providerScope);
  resource.options = validated({ options: optional(nullable(object()), null) }, call.body()).options;
  resource.modified = call.world.timestamp();
  return ok({ status: "Resource options have been updated directly." });
}

/** Unlike `set_as_ok` it looks at the state first, and leaves the error there. */
function setStateOk(call: ApiCall): Reply {
  const resource = resourceFor(call, "RESOURCE.SET_STATE", providerScope);
  if (!["Erred", "Creating", "Updating"].includes(resource.state)) {
    throw conflict("Valid states for operation: Erred, Creating, Updating.");
  }
  settleAtOk(call.world, resource);
  return ok({ status: "Resource state has been set to OK." });
}

/** It is no change of the resource: `modified` stays. */
function refreshLastSync(call: ApiCall): Reply {
  resourceFor(call, "RESOURCE.SET_STATE", providerScope).last_sync = call.world.timestamp();
  return empty(200);
}

const PATH = "marketplace-provider-resources/{uuid}";

export const resourceUpkeepRoutes: readonly Route[] = served(
  { since: "8.0" },
  route(`${PATH}/set_limits/`, { POST: action("provider_resources_set_limits", setLimits) }),
  route(`${PATH}/set_backend_metadata/`, {
    POST: action("provider_resources_set_backend_metadata", setBackendMetadata),
  }),
  route(`${PATH}/set_endpoints/`, { POST: action("provider_resources_set_endpoints", setEndpoints) }),
  route(`${PATH}/set_end_date/`, { POST: action("provider_resources_set_end_date", setEndDate) }),
  route(`${PATH}/set_end_date_by_provider/`, {
    POST: action("provider_resources_set_end_date_by_provider", setEndDate),
  }),
  route(`${PATH}/update_options_direct/`, {
    POST: action("provider_resources_update_options_direct", updateOptions),
  }),
  route(`${PATH}/set_state_ok/`, { POST: action("provider_resources_set_state_ok", setStateOk) }),
  route(`${PATH}/refresh_last_sync/`, {
    POST: action("provider_resources_refresh_last_sync", refreshLastSync),
  }),
);
