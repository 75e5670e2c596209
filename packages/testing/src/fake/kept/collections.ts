/**
 * Collections beside the work with allocations, of which the fake keeps what it is sent and knows nothing else. What can be
 * done with each one stands in the spec.
 */
import type { JsonObject } from "../state/values.ts";

export interface Collection {
  /** What a row begins with. */
  readonly row?: JsonObject;
  /** Keys that must be sent to make one. */
  readonly requires?: readonly string[];
  /** Keys that are taken and never shown. */
  readonly hides?: readonly string[];
  /** A key that is shown once, in the answer to what makes it. */
  readonly secret?: string;
  /** The action that makes a new secret. */
  readonly renewedBy?: string;
  /** The states that actions bring a row to. */
  readonly states?: Readonly<Record<string, string>>;
  /** What actions answer with: the row, a word of the server, or nothing. Default: the row. */
  readonly answers?: "status" | "detail" | "nothing";
}

/** By path. */
export const COLLECTIONS: Readonly<Record<string, Collection>> = {
  "event-consumers": {},
  "marketplace-posix-id-pools": { hides: ["service_provider", "offering"] },
  "marketplace-service-provider-accounts": {},
  "marketplace-service-provider-project-groups": {
    row: { name: "" },
    requires: ["project", "gid", "service_provider"],
    hides: ["allow_outside_range"],
  },
  "marketplace-resource-api-keys": {
    hides: ["api_key", "usages", "billing_period"],
    states: { set_key: "OK", set_ok: "OK", set_paused: "Paused", set_deleted: "Deleted", set_erred: "Erred" },
  },
  "marketplace-provider-resource-projects": {
    states: { set_state_ok: "OK", set_state_erred: "Erred" },
    answers: "status",
  },
  "marketplace-robot-accounts": {
    row: { state: "Requested", username: "", error_message: "" },
    requires: ["resource", "type"],
    hides: ["responsible_user", "users", "keys"],
    states: {
      set_state_creating: "Creating",
      set_state_ok: "OK",
      set_state_erred: "Error",
      set_state_request_deletion: "Requested deletion",
      set_state_deleted: "Deleted",
    },
  },
  "backend-resource-requests": {
    states: { start_processing: "Processing", set_done: "Done", set_erred: "Erred" },
    answers: "status",
  },
  "backend-resources": { requires: ["name", "project", "offering"] },
  "maintenance-announcements": {
    row: { state: "Draft" },
    requires: ["name", "scheduled_start", "scheduled_end", "service_provider"],
    states: {
      schedule: "Scheduled",
      unschedule: "Draft",
      start_maintenance: "In progress",
      complete_maintenance: "Completed",
      cancel_maintenance: "Cancelled",
    },
    answers: "detail",
  },
  "maintenance-announcement-offerings": { requires: ["maintenance", "offering"] },
  "marketplace-slurm-periodic-usage-policies": {
    hides: ["resource_uuid", "success", "error_message", "mode", "commands_executed"],
    answers: "nothing",
  },
  "personal-access-tokens": {
    requires: ["name", "scopes", "expires_at"],
    secret: "token",
    renewedBy: "rotate",
  },
};
