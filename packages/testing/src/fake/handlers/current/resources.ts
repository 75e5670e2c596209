import type { Resource, User } from "../../entities.ts";
import { type ApiCall, callerOf } from "../../http/api-call.ts";
import { render, selectedColumns } from "../../http/columns.ts";
import { list } from "../../http/listing.ts";
import { ok, type Reply } from "../../http/reply.ts";
import { action, disabled, type Route, route, unspecified } from "../../http/route.ts";
import { seesAsConsumer, seesAsProvider } from "../../rules/current/visibility.ts";
import { text } from "../../rules/field-types.ts";
import { optional, validated } from "../../rules/fields.ts";
import { compareTimestamps } from "../../timestamps.ts";
import { resourceColumns, resourceOrderColumns } from "../../wire/current/resource.ts";
import { rowInPath } from "./in-path.ts";
import { resourceFilters, resourceOrderings } from "./resource-filters.ts";

/** Which resources an address shows: those one provides, or those one uses. */
type View = (call: ApiCall, user: User) => (resource: Resource) => boolean;

const provided: View = ({ world }, user) => seesAsProvider(world, user);
const used: View = ({ store }, user) => seesAsConsumer(store, user);

/** The resource of the path, when the caller provides it. */
export function providedResource(call: ApiCall): Resource {
  return resourceInPath(call, provided);
}

/** The resource of the path, when the caller uses it. */
export function usedResource(call: ApiCall): Resource {
  return resourceInPath(call, used);
}

function resourceInPath(call: ApiCall, view: View): Resource {
  return rowInPath(call, "Resource", call.store.resources, view(call, callerOf(call)));
}

function listOf(view: View): (call: ApiCall) => Reply {
  return (call) => {
    const { generation } = call.world;
    const rows = call.store.resources.all().filter(view(call, callerOf(call)));
    return list(
      rows.sort((a, b) => compareTimestamps(a.created, b.created)),
      {
        columns: resourceColumns[generation],
        filters: resourceFilters[generation],
        orderings: resourceOrderings(call),
        selectable: true,
      },
      call,
    );
  };
}

/** The oldest servers do not know the two orders by name, but show them when no known name is given. */
function getOf(view: View): (call: ApiCall) => Reply {
  return (call) => {
    const { generation } = call.world;
    const columns = { ...resourceColumns[generation], ...resourceOrderColumns };
    const known = generation === "8.x" ? columns : resourceColumns[generation];
    return ok(render(columns, resourceInPath(call, view), call, selectedColumns(known, call.query)));
  };
}

/** Only name, description and end date can be edited; other keys are ignored and not even answered. */
function edit(call: ApiCall): Reply {
  const resource = providedResource(call);
  const fields = {
    name: optional(text({ maxLength: 150 }), resource.name),
    description: optional(text({ maxLength: 2000, allowBlank: true }), resource.description),
  };
  const { name, description } = validated(fields, call.body());
  Object.assign(resource, { name, description, modified: call.world.timestamp() });
  return ok({ name, description, end_date: resource.end_date });
}

export const resourceRoutes: readonly Route[] = [
  route("marketplace-provider-resources/", {
    GET: action("provider_resources_list", listOf(provided)),
    POST: disabled,
  }),
  route("marketplace-provider-resources/{uuid}/", {
    GET: action("provider_resources_get", getOf(provided)),
    PUT: unspecified(edit),
    PATCH: unspecified(edit),
    DELETE: disabled,
  }),
  // The address of 2021 still answers, but as the consumer sees it: a provider gets an empty list.
  route("marketplace-resources/", { GET: unspecified(listOf(used)), POST: disabled }),
  route("marketplace-resources/{uuid}/", {
    GET: unspecified(getOf(used)),
    PUT: disabled,
    PATCH: disabled,
    DELETE: disabled,
  }),
];
