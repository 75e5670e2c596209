/**
 * Collections beside the work with allocations, of which the fake keeps what it is sent and knows nothing else: what each
 * one has, and where an action brings a row.
 */
import type { JsonObject } from "../state/values.ts";

/** What an action on a row changes, and answers with: the row, the server's word, or nothing. */
export interface KeptAction {
  readonly answer?: "row" | "status" | "detail" | "nothing";
  readonly sets?: JsonObject;
  readonly since?: "8.1";
  /** Makes a new secret: see `Collection`. */
  readonly renews?: true;
}

export interface Collection {
  /** Default: 8.0. */
  readonly since?: "8.1";
  readonly has: readonly ("create" | "get" | "patch" | "delete")[];
  /** What a row begins with. */
  readonly row?: JsonObject;
  /** Keys that must be sent to make one. */
  readonly requires?: readonly string[];
  /** Keys that are taken and never shown. */
  readonly hides?: readonly string[];
  /** A key that is shown once, in the answer to what makes it. */
  readonly secret?: string;
  readonly actions?: Readonly<Record<string, KeptAction>>;
}

const to = (state: string, answer: "row" | "status" | "detail" = "row"): KeptAction => ({
  answer,
  sets: { state },
});
const ALL = ["create", "get", "patch", "delete"] as const;

/** By path. */
export const COLLECTIONS: Readonly<Record<string, Collection>> = {
  "event-consumers": { since: "8.1", has: ["delete"] },
  "marketplace-posix-id-pools": { since: "8.1", has: ALL, hides: ["service_provider", "offering"] },
  "marketplace-service-provider-accounts": { since: "8.1", has: ["get", "patch", "delete"] },
  "marketplace-service-provider-project-groups": {
    since: "8.1",
    has: ["create", "get"],
    row: { name: "" },
    requires: ["project", "gid", "service_provider"],
    hides: ["allow_outside_range"],
    actions: { set_gid: {} },
  },
  "marketplace-resource-api-keys": {
    since: "8.1",
    has: ["get"],
    hides: ["api_key", "usages", "billing_period"],
    actions: {
      set_key: to("OK"),
      set_ok: to("OK"),
      set_paused: to("Paused"),
      set_deleted: to("Deleted"),
      set_erred: to("Erred"),
      report_usage: {},
    },
  },
  "marketplace-provider-resource-projects": {
    has: ["get"],
    actions: {
      set_backend_id: { answer: "status" },
      set_state_ok: to("OK", "status"),
      set_state_erred: to("Erred", "status"),
    },
  },
  "marketplace-robot-accounts": {
    has: ALL,
    row: { state: "Requested", username: "", error_message: "" },
    requires: ["resource", "type"],
    hides: ["responsible_user", "users", "keys"],
    actions: {
      set_state_creating: to("Creating"),
      set_state_ok: to("OK"),
      set_state_erred: to("Error"),
      set_state_request_deletion: to("Requested deletion"),
      set_state_deleted: to("Deleted"),
    },
  },
  "backend-resource-requests": {
    has: ["get"],
    actions: {
      start_processing: to("Processing", "status"),
      set_done: to("Done", "status"),
      set_erred: to("Erred", "status"),
    },
  },
  "backend-resources": {
    has: ["create", "get", "delete"],
    requires: ["name", "project", "offering"],
  },
  "maintenance-announcements": {
    has: ALL,
    row: { state: "Draft" },
    requires: ["name", "scheduled_start", "scheduled_end", "service_provider"],
    actions: {
      schedule: to("Scheduled", "detail"),
      unschedule: to("Draft", "detail"),
      start_maintenance: to("In progress", "detail"),
      complete_maintenance: to("Completed", "detail"),
      cancel_maintenance: to("Cancelled", "detail"),
    },
  },
  "maintenance-announcement-offerings": {
    has: ["create", "delete"],
    requires: ["maintenance", "offering"],
  },
  "marketplace-slurm-periodic-usage-policies": {
    has: ["get"],
    hides: ["resource_uuid", "success", "error_message", "mode", "commands_executed"],
    actions: { "report-command-result": { answer: "nothing" } },
  },
  "personal-access-tokens": {
    has: ["create", "get", "delete"],
    requires: ["name", "scopes", "expires_at"],
    secret: "token",
    actions: { rotate: { renews: true }, set_network_acl: { since: "8.1" } },
  },
};
