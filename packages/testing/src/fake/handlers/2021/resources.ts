import type { Resource } from "../../entities.ts";
import { type ApiCall, callerOf } from "../../http/api-call.ts";
import { render, selectedColumns } from "../../http/columns.ts";
import {
  choiceFilter,
  containsFilter,
  exactFilter,
  type Filters,
  urlFilter,
  uuidFilter,
  uuidFilterOf,
} from "../../http/filters.ts";
import { list } from "../../http/listing.ts";
import { byText, type Orderings } from "../../http/ordering.ts";
import { badRequest, forbidden, notFound, ok, type Reply, ServerCrash } from "../../http/reply.ts";
import { action, disabled, type Route, route, unspecified } from "../../http/route.ts";
import { actsForProvider, maySetBackendId } from "../../rules/2021/permissions.ts";
import { maySwitch, PROVIDER_STATES, switchState } from "../../rules/2021/resource-states.ts";
import { seesResource, visibleResources } from "../../rules/2021/visibility.ts";
import { choice, text } from "../../rules/field-types.ts";
import { listOf, optional, validated } from "../../rules/fields.ts";
import { isOfferingManager } from "../../rules/roles.ts";
import type { Store } from "../../store.ts";
import { compareTimestamps } from "../../timestamps.ts";
import { parseUuid } from "../../uuids.ts";
import { resourceColumns } from "../../wire/2021/resource.ts";
import { RESOURCE_STATES } from "../../words.ts";

const filters: Filters<Resource> = {
  provider_uuid: uuidFilter((row, call) => call.store.offerings.get(row.offering_uuid).organization_uuid),
  offering: urlFilter((row) => row.offering_uuid),
  offering_uuid: uuidFilter((row) => row.offering_uuid),
  project_uuid: uuidFilter((row) => row.project_uuid),
  customer_uuid: uuidFilter((row, call) => call.store.projects.get(row.project_uuid).organization_uuid),
  category_uuid: uuidFilter((row, call) => call.store.offerings.get(row.offering_uuid).category_uuid),
  state: choiceFilter(RESOURCE_STATES, (row) => row.state),
  name: containsFilter((row) => [row.name]),
  name_exact: exactFilter((row) => row.name),
  project_name: containsFilter((row, call) => [call.store.projects.get(row.project_uuid).name]),
  offering_type: exactFilter((row, call) => call.store.offerings.get(row.offering_uuid).type),
  // Declared as a uuid by mistake: true and false are refused.
  offering_billable: uuidFilter(() => null),
  service_manager_uuid: uuidFilterOf((row, uuid, { store }) =>
    isOfferingManager(store, row.offering_uuid, uuid),
  ),
  backend_id: exactFilter((row) => row.backend_id),
  query: containsFilter((row) => [row.name, row.uuid, row.backend_id]),
};

const orderings: Orderings<Resource> = {
  name: byText((row) => row.name),
  created: (a, b) => compareTimestamps(a.created, b.created),
};

/** The resource of the path, when the caller may see it at all. */
export function requestedResource(call: ApiCall): Resource {
  const uuid = parseUuid(call.params.uuid ?? "");
  const resource = uuid === undefined ? undefined : call.store.resources.find(uuid);
  if (resource === undefined || !seesResource(call.store, callerOf(call), resource)) {
    throw notFound();
  }
  return resource;
}

/** The resource of the path, for those who may do the thing to it: 404 comes before 403. */
export function permittedResource(
  call: ApiCall,
  permits: (store: Store, user: ReturnType<typeof callerOf>, resource: Resource) => boolean,
): Resource {
  const resource = requestedResource(call);
  if (!permits(call.store, callerOf(call), resource)) {
    throw forbidden();
  }
  return resource;
}

function listResources(call: ApiCall): Reply {
  const rows = visibleResources(call.store, callerOf(call));
  const unorderedBy = (row: Resource): string => row.uuid;
  return list(rows, { columns: resourceColumns, filters, orderings, selectable: true, unorderedBy }, call);
}

function getResource(call: ApiCall): Reply {
  return ok(
    render(resourceColumns, requestedResource(call), call, selectedColumns(resourceColumns, call.query)),
  );
}

function setState(call: ApiCall): Reply {
  const resource = permittedResource(call, actsForProvider);
  const { state } = validated({ state: choice(PROVIDER_STATES) }, call.body());
  if (!maySwitch(resource.state, state)) {
    throw badRequest({ status: `Can't switch from state '${resource.state}' to '${state}'.` });
  }
  switchState(call.world, resource, state);
  return ok({ status: "Resource state has been changed." });
}

/** A body without `backend_id` is a KeyError nobody catches. */
function setBackendId(call: ApiCall): Reply {
  const resource = permittedResource(call, maySetBackendId);
  const fields = { backend_id: optional(text({ maxLength: 255, allowBlank: true }), undefined) };
  const { backend_id } = validated(fields, call.body());
  if (backend_id === undefined) {
    throw new ServerCrash();
  }
  resource.backend_id = backend_id;
  resource.modified = call.world.timestamp();
  return ok({ status: "Resource backend_id has been changed." });
}

function submitReport(call: ApiCall): Reply {
  const resource = permittedResource(call, actsForProvider);
  const { report } = validated({ report: listOf({ header: text(), body: text() }) }, call.body());
  if (report.length === 0) {
    throw badRequest({ report: ["Report object should contain at least one section."] });
  }
  resource.report = report;
  resource.modified = call.world.timestamp();
  return ok({ status: "Report is submitted" });
}

/** Only name, description and end date can be edited; other keys are ignored and not even answered. */
function edit(call: ApiCall): Reply {
  const resource = requestedResource(call);
  const fields = {
    name: optional(text({ maxLength: 150 }), resource.name),
    description: optional(text({ maxLength: 2000, allowBlank: true }), resource.description),
  };
  const { name, description } = validated(fields, call.body());
  Object.assign(resource, { name, description, modified: call.world.timestamp() });
  return ok({ name, description, end_date: resource.end_date });
}

const crashes = unspecified(() => {
  throw new ServerCrash();
});

export const resourceRoutes: readonly Route[] = [
  route("marketplace-resources/", {
    GET: action("resources_list", listResources),
    POST: disabled,
    OPTIONS: crashes,
  }),
  route(
    "marketplace-resources/{uuid}/",
    {
      GET: action("resources_get", getResource),
      POST: action("resources_set_backend_id_raw", disabled.handle),
      PUT: unspecified(edit),
      PATCH: unspecified(edit),
      DELETE: disabled,
    },
    { allow: "GET, PUT, PATCH, DELETE, HEAD, OPTIONS" },
  ),
  route("marketplace-resources/{uuid}/set_state_by_provider/", {
    POST: action("resources_set_state_by_provider", setState),
  }),
  route("marketplace-resources/{uuid}/set_backend_id/", {
    POST: action("resources_set_backend_id", setBackendId),
  }),
  route("marketplace-resources/{uuid}/submit_report/", {
    POST: action("resources_submit_report", submitReport),
  }),
];
