import { demand, offeringScope, providerScope } from "../access/permissions.ts";
import { seesOffering } from "../access/visibility.ts";
import { listOf, nullable, optional, validated } from "../body/fields.ts";
import { uuidReference } from "../body/references.ts";
import { anything, dateTime, text } from "../body/types.ts";
import { type ApiCall, callerOf, urlOf } from "../http/call.ts";
import { render } from "../http/columns.ts";
import { booleanFilter, containsFilter, exactFilter, sinceFilter, uuidFilter } from "../http/filters.ts";
import { table } from "../http/generations.ts";
import { type Listing, list } from "../http/list.ts";
import { badRequest, conflict, created, ok, type Reply } from "../http/reply.ts";
import { action, listAction, type Route, route, rowInPath, served } from "../http/route.ts";
import type { AgentIdentity } from "../state/agents.ts";
import type { Offering } from "../state/marketplace.ts";
import { offeringOf } from "../state/relations.ts";
import { type JsonObject, timestamp } from "../state/values.ts";
import { registerService, serviceForm } from "./services.ts";

const agents: Listing<AgentIdentity> = {
  columns: table({
    uuid: (row) => row.uuid,
    url: (row, call) => urlOf(call, `marketplace-site-agent-identities/${row.uuid}/`),
    offering: (row) => row.offering_uuid,
    created_by: (row) => row.created_by_uuid,
    name: (row) => row.name,
    version: (row) => row.version,
    dependencies: (row) => row.dependencies.map((dependency) => ({ ...dependency })),
    config_file_path: (row) => row.config_file_path,
    config_file_content: (row) => row.config_file_content,
    last_restarted: (row) => row.last_restarted,
    services: (row, call) =>
      call.store.agentServices.where("identity_uuid", row.uuid).map((service) => serviceForm(service, call)),
    compatibility: () => ({ status: "unknown", message: "" }),
    created: (row) => row.created,
    modified: (row) => row.modified,
  }),
  filters: table({
    name: containsFilter((row) => [row.name]),
    offering_uuid: uuidFilter((row) => row.offering_uuid),
    version: exactFilter((row) => row.version),
    last_restarted: sinceFilter((row) => row.last_restarted),
    orphaned: booleanFilter(
      (row, { store }) => store.agentServices.where("identity_uuid", row.uuid).length === 0,
    ),
  }),
  selectableSince: "8.0",
};

function form(row: AgentIdentity, call: ApiCall): JsonObject {
  return render(agents.columns(call.world.generation), row, call);
}

function visible(call: ApiCall): AgentIdentity[] {
  const sees = seesOffering(call.world, callerOf(call));
  return call.store.agentIdentities.all().filter((row) => sees(offeringOf(row, call)));
}

/** Agents are the matter of whoever provides the offering. */
function demandAgent(call: ApiCall, offering: Offering): void {
  demand(call, "OFFERING.MANAGE_AGENT", offeringScope(offering), providerScope(offering));
}

/** The agent of the path, for those who may change it. */
export function agentInPath(call: ApiCall): AgentIdentity {
  const sees = seesOffering(call.world, callerOf(call));
  const row = rowInPath(call, "AgentIdentity", call.store.agentIdentities, (it) =>
    sees(offeringOf(it, call)),
  );
  demandAgent(call, offeringOf(row, call));
  return row;
}

function readAgent(call: ApiCall) {
  const { store, world } = call;
  const { offering, last_restarted, ...told } = validated(
    {
      offering: uuidReference((id) => store.offerings.find(id)),
      name: text({ maxLength: 150 }),
      version: optional(nullable(text()), null),
      dependencies: optional(listOf({ package: text(), version: text() }), []),
      config_file_path: optional(nullable(text({ allowBlank: true })), null),
      config_file_content: optional(nullable(text({ allowBlank: true })), null),
      last_restarted: optional(dateTime(), world.now()),
    },
    call.body(),
  );
  demandAgent(call, offering);
  return {
    offering,
    told: { ...told, last_restarted: timestamp(last_restarted), modified: world.timestamp() },
  };
}

/** An offering has one agent of a name. */
function createAgent(call: ApiCall): Reply {
  const { store, world } = call;
  const { offering, told } = readAgent(call);
  if (store.agentIdentities.where("offering_uuid", offering.uuid).some(({ name }) => name === told.name)) {
    throw badRequest({ non_field_errors: ["The fields offering, name must make a unique set."] });
  }
  const row = store.agentIdentities.add({
    uuid: world.newUuid(),
    offering_uuid: offering.uuid,
    created_by_uuid: callerOf(call).uuid,
    queue_owner_uuid: null,
    created: world.timestamp(),
    ...told,
  });
  return created(form(row, call));
}

function updateAgent(call: ApiCall): Reply {
  const row = agentInPath(call);
  const { offering, told } = readAgent(call);
  if (offering.uuid !== row.offering_uuid) {
    throw badRequest({ offering: ["Offering can not be changed."] });
  }
  return ok(form(Object.assign(row, told), call));
}

const OBJECT_TYPES = ["order", "user_role", "resource", "offering_user", "service_account", "course_account"];

/** A queue of events for the agent, of whoever asked first. Nothing is ever in it: this is no message broker. */
function registerQueue(call: ApiCall): Reply {
  const row = agentInPath(call);
  const { uuid } = callerOf(call);
  const { object_types } = validated({ object_types: optional(anything(), OBJECT_TYPES) }, call.body());
  row.queue_owner_uuid ??= uuid;
  if (row.queue_owner_uuid !== uuid) throw conflict("The queue of this agent belongs to another user.");
  return created({
    rmq_username: row.uuid,
    queue_name: `consumer_${row.uuid}`,
    vhost: uuid,
    observable_object_types: object_types,
  });
}

const PATH = "marketplace-site-agent-identities";
const ID = "site_agent_identities";

export const agentRoutes: readonly Route[] = [
  ...served(
    { since: "8.0" },
    route(`${PATH}/`, {
      GET: listAction(`${ID}_list`, (call) => list(visible(call), agents, call)),
      POST: action(`${ID}_create`, createAgent),
    }),
    route(`${PATH}/{uuid}/`, { PUT: action(`${ID}_update`, updateAgent) }),
    route(`${PATH}/{uuid}/register_service/`, {
      POST: action(`${ID}_register_service`, (call) => registerService(call, agentInPath(call))),
    }),
  ),
  route(
    `${PATH}/{uuid}/register_queue/`,
    { POST: action(`${ID}_register_queue`, registerQueue) },
    { since: "8.1" },
  ),
];
