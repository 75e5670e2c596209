import { demand } from "../access/permissions.ts";
import { validated } from "../body/fields.ts";
import { text } from "../body/types.ts";
import { type ApiCall, change, type World } from "../http/call.ts";
import { badRequest, conflict, notFound, ok, type Reply, ServerCrash } from "../http/reply.ts";
import { disabled, type Route, routes, rowInPath } from "../http/route.ts";
import { switchResource } from "../resources/states.ts";
import type { PluginObject, Resource } from "../state/marketplace.ts";
import { offeringOf } from "../state/relations.ts";
import { isJsonObject } from "../state/values.ts";
import { PLUGIN_STATES, type PluginState } from "../state/words.ts";

/** The number of its state, as error messages have it. */
function numberOf({ state }: PluginObject): number {
  return PLUGIN_STATES.indexOf(state) + 1;
}

/** The worker makes one. It stays in this state until `set_state` changes it. */
export function makePluginObject(world: World, resource: Resource): void {
  const kind = { type: "SLURM.Allocation", path: "slurm-allocations" };
  change(world, resource, { plugin_object: { uuid: world.newUuid(), ...kind, state: "Creation Scheduled" } });
}

/** A change of limits begins. On 2024-10 it fails unless the plugin object is OK. */
export function scheduleUpdate(world: World, resource: Resource): void {
  const { plugin_object: object } = resource;
  if (object === null) return;
  if (object.state !== "OK" && !world.since("8.0")) {
    throw new ServerCrash(`Can't switch from state '${numberOf(object)}' using method 'schedule_updating'`);
  }
  setState(resource, object, "Update Scheduled");
}

/** The resource shows the state of its plugin object. */
function setState(resource: Resource, object: PluginObject, state: PluginState): void {
  object.state = state;
  resource.backend_metadata = { state, action: null, runtime_state: null, action_details: null };
}

/** Where each word leads to, and from which state; without `from` from any. */
const MOVES: Readonly<Record<string, { from?: PluginState; to: PluginState }>> = {
  ok: { to: "OK" },
  erred: { to: "Erred" },
  creating: { from: "Creation Scheduled", to: "Creating" },
  updating: { from: "Update Scheduled", to: "Updating" },
  deleting: { from: "Deletion Scheduled", to: "Deleting" },
};

function objectInPath(call: ApiCall): { resource: Resource; object: PluginObject } {
  const resource = rowInPath(call, "Resource", call.store.resources);
  if (resource.plugin_object === null) throw notFound("No Resource matches the given query.");
  const offering = offeringOf(resource, call);
  demand(call, "RESOURCE.SET_PLUGIN_STATE", offering.uuid, offering.organization_uuid);
  return { resource, object: resource.plugin_object };
}

/** Changes the state of the plugin object. Only `erred` changes the state of the resource, too. */
function setPluginState(call: ApiCall): Reply {
  const { resource, object } = objectInPath(call);
  const { state } = validated({ state: text() }, call.body());
  const move = Object.hasOwn(MOVES, state) ? MOVES[state] : undefined;
  if (move === undefined) {
    throw badRequest(["Invalid state: a corresponding method for transition is absent"]);
  }
  if (move.from !== undefined && move.from !== object.state) {
    throw conflict(`Allocation state can not be changed from ${numberOf(object)} to ${state}.`);
  }
  if (object.state !== move.to) {
    setState(resource, object, move.to);
    change(call.world, resource, {});
  }
  if (state === "erred") switchResource(call.world, resource, "Erred");
  return ok({ detail: `Allocation state has been changed to ${state}` });
}

function setLimits(call: ApiCall): Reply {
  const { resource } = objectInPath(call);
  const body = call.body();
  const given = isJsonObject(body) ? Object.entries(body) : [];
  const limits = Object.fromEntries(given.map(([type, amount]) => [type, Number(amount)]));
  change(call.world, resource, { limits });
  return ok({ status: "Limits are successfully set." });
}

function setPluginBackendId(call: ApiCall): Reply {
  const { resource } = objectInPath(call);
  change(call.world, resource, validated({ backend_id: text({ allowBlank: true }) }, call.body()));
  return ok({ status: "Allocation backend_id has been changed." });
}

export const pluginRoutes: readonly Route[] = routes(
  "marketplace-slurm-remote",
  {
    GET: disabled,
    "GET {uuid}/": disabled,
    "POST {uuid}/set_state/": setPluginState,
    "POST {uuid}/set_limits/": setLimits,
    "POST {uuid}/set_backend_id/": setPluginBackendId,
  },
  { since: "2024-10" },
);
