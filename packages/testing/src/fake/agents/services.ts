import { demand, offeringScope, providerScope } from "../access/permissions.ts";
import { seesOffering } from "../access/visibility.ts";
import { listOf, nullable, optional, validated } from "../body/fields.ts";
import { uuidReference } from "../body/references.ts";
import { anything, choice, text } from "../body/types.ts";
import { type ApiCall, callerOf, urlOf } from "../http/call.ts";
import { badRequest, created, ok, type Reply } from "../http/reply.ts";
import { action, type Route, route, rowInPath, served } from "../http/route.ts";
import type { AgentIdentity, AgentProcessor, AgentService } from "../state/agents.ts";
import type { Offering } from "../state/marketplace.ts";
import { offeringOf } from "../state/relations.ts";
import { isJsonObject, type JsonObject } from "../state/values.ts";

function identityOf({ identity_uuid }: AgentService, { store }: ApiCall): AgentIdentity {
  return store.agentIdentities.get(identity_uuid);
}

export function serviceForm(row: AgentService, call: ApiCall): JsonObject {
  const { uuid, name, mode, state, statistics, created: made, modified } = row;
  const processors = call.store.agentProcessors.where("service_uuid", uuid);
  return {
    uuid,
    url: urlOf(call, `marketplace-site-agent-services/${uuid}/`),
    identity: row.identity_uuid,
    identity_name: identityOf(row, call).name,
    name,
    mode,
    state,
    statistics,
    processors: processors.map((processor) => processorForm(processor, call)),
    created: made,
    modified,
  };
}

function processorForm(row: AgentProcessor, call: ApiCall): JsonObject {
  const { service_uuid: service, ...columns } = row;
  return {
    ...columns,
    url: urlOf(call, `marketplace-site-agent-processors/${row.uuid}/`),
    service,
    service_name: call.store.agentServices.get(service).name,
  };
}

/** Makes a service of the agent, or finds the one of that name. */
export function registerService(call: ApiCall, identity: AgentIdentity): Reply {
  const { store, world } = call;
  const { name, mode } = validated({ name: text(), mode: optional(nullable(text()), null) }, call.body());
  const known = store.agentServices.where("identity_uuid", identity.uuid).find((row) => row.name === name);
  const row =
    known ??
    store.agentServices.add({
      uuid: world.newUuid(),
      identity_uuid: identity.uuid,
      name,
      mode,
      state: "Active",
      statistics: {},
      created: world.timestamp(),
      modified: world.timestamp(),
    });
  return created(serviceForm(Object.assign(row, { mode, modified: world.timestamp() }), call));
}

/** The service of the path, for those who provide the offering. */
function serviceInPath(call: ApiCall): AgentService {
  const sees = seesOffering(call.world, callerOf(call));
  const offeringOfService = (it: AgentService): Offering => offeringOf(identityOf(it, call), call);
  const row = rowInPath(call, "AgentService", call.store.agentServices, (it) => sees(offeringOfService(it)));
  const offering = offeringOfService(row);
  demand(call, "OFFERING.MANAGE_AGENT", offeringScope(offering), providerScope(offering));
  return row;
}

function registerProcessor(call: ApiCall): Reply {
  const { store, world } = call;
  const { uuid: service_uuid } = serviceInPath(call);
  const fields = { name: text(), backend_type: text(), backend_version: optional(nullable(text()), null) };
  const told = {
    ...validated(fields, call.body()),
    last_run: world.timestamp(),
    modified: world.timestamp(),
  };
  const known = store.agentProcessors.where("service_uuid", service_uuid).find((it) => it.name === told.name);
  const row =
    known ??
    store.agentProcessors.add({ uuid: world.newUuid(), service_uuid, created: world.timestamp(), ...told });
  return created(processorForm(Object.assign(row, told), call));
}

function setStatistics(call: ApiCall): Reply {
  const row = serviceInPath(call);
  const { statistics } = validated({ statistics: anything() }, call.body());
  if (!isJsonObject(statistics)) throw badRequest({ statistics: ["Value must be valid JSON."] });
  Object.assign(row, { statistics, state: "Active", modified: call.world.timestamp() });
  return ok(serviceForm(row, call));
}

const LEVELS = ["DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"] as const;

/** Takes lines of an agent's log. They are answered, and not kept: nobody reads them here. */
function takeLog(call: ApiCall): Reply {
  const { store, world } = call;
  const lines = listOf({
    agent_identity_uuid: uuidReference((id) => store.agentIdentities.find(id)),
    timestamp: anything(),
    level: choice(LEVELS),
    message: text({ allowBlank: true }),
    module: text({ allowBlank: true }),
  }).read(call.body());
  if ("errors" in lines) throw badRequest(lines.errors);
  const rows = lines.value.map(({ agent_identity_uuid: identity, ...line }) => {
    const offering = offeringOf(identity, call);
    demand(call, "OFFERING.MANAGE_AGENT", offeringScope(offering), providerScope(offering));
    return {
      uuid: world.newUuid(),
      offering: urlOf(call, `marketplace-provider-offerings/${offering.uuid}/`),
      offering_uuid: offering.uuid,
      agent_identity_uuid: identity.uuid,
      created: world.timestamp(),
      ...line,
    };
  });
  return created(rows);
}

const SERVICE = "marketplace-site-agent-services/{uuid}";

export const agentServiceRoutes: readonly Route[] = served(
  { since: "8.0" },
  route(`${SERVICE}/register_processor/`, {
    POST: action("site_agent_services_register_processor", registerProcessor),
  }),
  route(`${SERVICE}/set_statistics/`, { POST: action("site_agent_services_set_statistics", setStatistics) }),
  route("marketplace-site-agent-logs/", { POST: action("site_agent_logs_create", takeLog) }),
);
