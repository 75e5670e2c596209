import type { JsonObject } from "./values.ts";

/** A provider's agent, as it has told of itself. */
export interface AgentIdentity {
  uuid: string;
  offering_uuid: string;
  created_by_uuid: string;
  name: string;
  version: string | null;
  dependencies: { package: string; version: string }[];
  config_file_path: string | null;
  config_file_content: string | null;
  last_restarted: string;
  /** Who gets its events; null as long as nobody asked for them. */
  queue_owner_uuid: string | null;
  created: string;
  modified: string;
}

/** What an agent does, such as processing orders. */
export interface AgentService {
  uuid: string;
  identity_uuid: string;
  name: string;
  mode: string | null;
  state: "Active" | "Idle" | "Error";
  statistics: JsonObject;
  created: string;
  modified: string;
}

/** What a service of an agent works with, such as Slurm. */
export interface AgentProcessor {
  uuid: string;
  service_uuid: string;
  name: string;
  backend_type: string;
  backend_version: string | null;
  last_run: string | null;
  created: string;
  modified: string;
}
