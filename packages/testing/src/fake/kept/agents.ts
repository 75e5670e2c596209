/** Agents of providers, which say what they are as they start: for those who provide their offering. */
import { demand } from "../access/permissions.ts";
import { seesOffering } from "../access/visibility.ts";
import { listOf, nullable, optional, validated } from "../body/fields.ts";
import { uuidReference } from "../body/references.ts";
import { anything, choice, dateTime, object, text } from "../body/types.ts";
import { type ApiCall, callerOf, urlOf } from "../http/call.ts";
import * as match from "../http/filters.ts";
import { badRequest, conflict, created, ok, type Reply } from "../http/reply.ts";
import { type Route, routes, rowInPath } from "../http/route.ts";
import type { Offering } from "../state/marketplace.ts";
import { isJsonObject, type JsonObject, timestamp } from "../state/values.ts";
import { change, keep, listRows, newRow, rowsAt } from "./kept.ts";

const AGENTS = "marketplace-site-agent-identities";
const SERVICES = "marketplace-site-agent-services";

/** The rows that a row has in a column. */
function rowsIn(row: JsonObject, column: "services" | "processors"): JsonObject[] {
  const rows = row[column];
  return Array.isArray(rows) ? rows.filter(isJsonObject) : [];
}

const filters: match.Filters<JsonObject> = {
  name: match.contains((row) => row.name),
  offering_uuid: match.uuid((row) => row.offering),
  last_restarted: match.since((row) => row.last_restarted),
  orphaned: match.boolean((row) => rowsIn(row, "services").length === 0),
};

function offeringOf(agent: JsonObject, { store }: ApiCall): Offering {
  return store.offerings.get(String(agent.offering));
}

function demandAgent(call: ApiCall, offering: Offering): void {
  demand(call, "OFFERING.MANAGE_AGENT", offering.uuid, offering.organization_uuid);
}

function visible(call: ApiCall): JsonObject[] {
  const sees = seesOffering(call.world, callerOf(call));
  return rowsAt(AGENTS, call).filter((agent) => sees(offeringOf(agent, call)));
}

/** The row that the path means, of those the caller sees, for those who may change the agent it belongs to. */
function inPath(call: ApiCall, kind: string, rowsOf: (agent: JsonObject) => JsonObject[]): JsonObject {
  const agents = visible(call);
  const row = rowInPath(call, kind, {
    find: (uuid) => agents.flatMap(rowsOf).find((it) => it.uuid === uuid),
  });
  for (const agent of agents) if (rowsOf(agent).includes(row)) demandAgent(call, offeringOf(agent, call));
  return row;
}

const agentInPath = (call: ApiCall) => inPath(call, "AgentIdentity", (agent) => [agent]);
const serviceInPath = (call: ApiCall) => inPath(call, "AgentService", (agent) => rowsIn(agent, "services"));

function readAgent(call: ApiCall) {
  const word = optional(nullable(text({ allowBlank: true })), null);
  const fields = {
    offering: uuidReference((id) => call.store.offerings.find(id)),
    name: text({ maxLength: 150 }),
    version: word,
    dependencies: optional(listOf({ package: text(), version: text() }), []),
    config_file_path: word,
    config_file_content: word,
    last_restarted: optional(dateTime(), call.world.now()),
  };
  const { offering, last_restarted, ...sent } = validated(fields, call.body());
  demandAgent(call, offering);
  return { offering: offering.uuid, ...sent, last_restarted: timestamp(last_restarted) };
}

/** An offering has one agent of a name. */
function createAgent(call: ApiCall): Reply {
  const sent = readAgent(call);
  if (rowsAt(AGENTS, call).some(({ offering, name }) => offering === sent.offering && name === sent.name)) {
    throw badRequest({ non_field_errors: ["The fields offering, name must make a unique set."] });
  }
  const compatibility = { status: "unknown", message: "" };
  const more = { created_by: callerOf(call).uuid, services: [], compatibility };
  return created(keep(AGENTS, { ...sent, ...more }, call));
}

function updateAgent(call: ApiCall): Reply {
  const agent = agentInPath(call);
  const sent = readAgent(call);
  if (sent.offering !== agent.offering) throw badRequest({ offering: ["Offering can not be changed."] });
  return ok(change(agent, sent, call));
}

/** Makes a service or processor of that name, or finds it. */
function register(
  owner: JsonObject,
  column: "services" | "processors",
  sent: JsonObject,
  more: JsonObject,
  call: ApiCall,
): Reply {
  const rows = rowsIn(owner, column);
  const known = rows.find(({ name }) => name === sent.name);
  const row = known ?? newRow(`marketplace-site-agent-${column}`, more, call);
  if (known === undefined) owner[column] = [...rows, row];
  return created(change(row, sent, call));
}

function registerService(call: ApiCall): Reply {
  const agent = agentInPath(call);
  const sent = validated({ name: text(), mode: optional(nullable(text()), null) }, call.body());
  const { uuid: identity = "", name: identity_name = "" } = agent;
  const more = { identity, identity_name, state: "Active", statistics: {}, processors: [] };
  return register(agent, "services", sent, more, call);
}

function registerProcessor(call: ApiCall): Reply {
  const row = serviceInPath(call);
  const fields = { name: text(), backend_type: text(), backend_version: optional(nullable(text()), null) };
  const sent = { ...validated(fields, call.body()), last_run: call.world.timestamp() };
  const { uuid: service = "", name: service_name = "" } = row;
  return register(row, "processors", sent, { service, service_name }, call);
}

function setStatistics(call: ApiCall): Reply {
  const service = serviceInPath(call);
  return ok(change(service, { ...validated({ statistics: object() }, call.body()), state: "Active" }, call));
}

/** A queue of events for the agent, of the user who asked first. Nothing is ever in it: this is no message broker. */
function registerQueue(call: ApiCall): Reply {
  const { uuid: agent = "" } = agentInPath(call);
  const { uuid: vhost } = callerOf(call);
  const { object_types } = validated({ object_types: optional(anything(), []) }, call.body());
  const queues = rowsAt(`${AGENTS}/${agent}/queues`, call);
  if (queues.some((queue) => queue.vhost !== vhost)) {
    throw conflict("The queue of this agent belongs to another user.");
  }
  const queue = { rmq_username: agent, queue_name: `consumer_${agent}`, vhost };
  queues.push(queue);
  return created({ ...queue, observable_object_types: object_types });
}

/** Takes lines of an agent's log. They are answered, and not kept: nobody reads them here. */
function takeLog(call: ApiCall): Reply {
  const lines = listOf({
    agent_identity_uuid: uuidReference((id) => rowsAt(AGENTS, call).find(({ uuid }) => uuid === id)),
    timestamp: anything(),
    level: choice(["DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"]),
    message: text({ allowBlank: true }),
    module: text({ allowBlank: true }),
  })(call.body());
  if ("errors" in lines) throw badRequest(lines.errors);
  const rows = lines.value.map(({ agent_identity_uuid: agent, ...line }) => {
    const offering = offeringOf(agent, call);
    demandAgent(call, offering);
    return {
      uuid: call.world.newUuid(),
      offering: urlOf(call, `marketplace-provider-offerings/${offering.uuid}/`),
      offering_uuid: offering.uuid,
      agent_identity_uuid: agent.uuid ?? "",
      created: call.world.timestamp(),
      ...line,
    };
  });
  return created(rows);
}

export const agentRoutes: readonly Route[] = [
  ...routes(AGENTS, {
    GET: (call) => listRows(visible(call), call, filters),
    POST: createAgent,
    "PUT {uuid}/": updateAgent,
    "POST {uuid}/register_service/": registerService,
    "POST {uuid}/register_queue/": registerQueue,
  }),
  ...routes(SERVICES, {
    "POST {uuid}/register_processor/": registerProcessor,
    "POST {uuid}/set_statistics/": setStatistics,
  }),
  ...routes("marketplace-site-agent-logs", { POST: takeLog }),
];
