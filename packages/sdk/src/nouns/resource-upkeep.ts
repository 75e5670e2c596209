import type { ReportSection } from "@puhuri/api-types";
import type { CallOptions } from "../http/call.ts";
import type { ResourceEndpoint, StatusMessage } from "../servers/server.ts";
import { requireDay, requireItems, requireObject, requireText, wrongArgument } from "../values/arguments.ts";
import { about, Noun } from "./context.ts";

/** What a provider keeps up to date at an allocation: part of `puhuri.resources`. */
export class ResourceUpkeep extends Noun {
  /**
   * Links an allocation to the provider's own id; `""` unlinks it. At most 255 characters.
   *
   * Safe to repeat, and retried automatically. The server trims the id. Nothing checks that it is unique.
   *
   * @example
   * await puhuri.resources.setBackendId(resourceUuid, "slurm-account-17");
   * @see resources_set_backend_id, provider_resources_set_backend_id; guide: "Updating resource allocation with local reference"
   */
  async setBackendId(uuid: string, backendId: string, options?: CallOptions): Promise<StatusMessage> {
    requireText(backendId, "backendId", { max: 255 });
    return about(this, uuid, options, (api, id, call) => api.resources.setBackendId(id, backendId, call));
  }

  /**
   * Replaces the access details shown to the users of an allocation: at least one section, none of them blank.
   *
   * Safe to repeat, and retried automatically.
   *
   * @example
   * await puhuri.resources.submitReport(resourceUuid, [{ header: "Login", body: "ssh login.hpc.example" }]);
   * @see resources_submit_report, provider_resources_submit_report; guide: "Providing additional access detail"
   */
  async submitReport(
    uuid: string,
    report: readonly ReportSection[],
    options?: CallOptions,
  ): Promise<StatusMessage> {
    requireItems(report, "report");
    requireTexts(report, "report", ["header", "body"]);
    return about(this, uuid, options, (api, id, call) => api.resources.submitReport(id, report, call));
  }

  /**
   * Sets the limits of an allocation to those it has on the cluster, without an order. Give all of them: limits that you
   * leave out are removed.
   *
   * Safe to repeat, and retried automatically. The customer is not asked, and components of type `limit` are billed by their limits.
   *
   * @param limits - By component type, in the unit of the component.
   * @throws {UnsupportedByServerError} On a 2021 server.
   * @throws {NotFoundError} The server is older than 8.x, or this token may not see the allocation.
   * @example
   * await puhuri.resources.setLimits(resourceUuid, { cpu: 5000, gpu: 200 });
   * @see provider_resources_set_limits
   */
  async setLimits(
    uuid: string,
    limits: Readonly<Record<string, number>>,
    options?: CallOptions,
  ): Promise<StatusMessage> {
    requireObject(limits, "limits");
    for (const [type, limit] of Object.entries(limits)) {
      if (!Number.isFinite(limit) || limit < 0)
        throw wrongArgument(`limits.${type}`, "must be a number of at least 0");
    }
    return about(this, uuid, options, (api, id, call) => api.resources.setLimits(id, limits, call));
  }

  /**
   * Replaces the metadata of an allocation: any object of your own, shown to its users.
   *
   * Safe to repeat, and retried automatically.
   *
   * @throws {UnsupportedByServerError} On a 2021 server.
   * @throws {NotFoundError} The server is older than 8.x, or this token may not see the allocation.
   * @example
   * await puhuri.resources.setBackendMetadata(resourceUuid, { partition: "gpu", quota_gb: 500 });
   * @see provider_resources_set_backend_metadata
   */
  async setBackendMetadata(
    uuid: string,
    metadata: Readonly<Record<string, unknown>>,
    options?: CallOptions,
  ): Promise<StatusMessage> {
    requireObject(metadata, "metadata");
    return about(this, uuid, options, (api, id, call) =>
      api.resources.setBackendMetadata(id, metadata, call),
    );
  }

  /**
   * Replaces the addresses at which users reach an allocation; `[]` removes them.
   *
   * Safe to repeat, and retried automatically. Servers have it from 8.0.9 on.
   *
   * @throws {UnsupportedByServerError} On a 2021 server.
   * @throws {NotFoundError} The server is older, or this token may not see the allocation.
   * @example
   * await puhuri.resources.setEndpoints(resourceUuid, [{ name: "Login", url: "ssh://login.hpc.example" }]);
   * @see provider_resources_set_endpoints
   */
  async setEndpoints(
    uuid: string,
    endpoints: readonly ResourceEndpoint[],
    options?: CallOptions,
  ): Promise<StatusMessage> {
    if (!Array.isArray(endpoints)) throw wrongArgument("endpoints", "must be an array");
    requireTexts(endpoints, "endpoints", ["name", "url"]);
    return about(this, uuid, options, (api, id, call) => api.resources.setEndpoints(id, endpoints, call));
  }

  /**
   * Sets the day on which an allocation ends, `2027-06-30`; `null` removes it. On that day the server orders the termination.
   *
   * Safe to repeat, and retried automatically. Servers have it from 8.0.9 on.
   *
   * @throws {UnsupportedByServerError} On a 2021 server.
   * @throws {BadRequestError} The server refuses that day: it is in the past, for instance.
   * @throws {NotFoundError} The server is older, or this token may not see the allocation.
   * @example
   * await puhuri.resources.setEndDate(resourceUuid, "2027-06-30");
   * @see provider_resources_set_end_date
   */
  async setEndDate(uuid: string, endDate: string | null, options?: CallOptions): Promise<void> {
    if (endDate !== null) requireDay(endDate, "endDate");
    await about(this, uuid, options, (api, id, call) => api.resources.setEndDate(id, endDate, call));
  }

  /**
   * Says that what Puhuri shows of an allocation is up to date. Users and operators see the time of this call as its
   * `last_sync`.
   *
   * Safe to repeat, and retried automatically.
   *
   * @throws {UnsupportedByServerError} On a 2021 server.
   * @throws {NotFoundError} The server is older than 8.x, or this token may not see the allocation.
   * @example
   * await puhuri.resources.refreshLastSync(resourceUuid);
   * @see provider_resources_refresh_last_sync
   */
  async refreshLastSync(uuid: string, options?: CallOptions): Promise<void> {
    await about(this, uuid, options, (api, id, call) => api.resources.refreshLastSync(id, call));
  }
}

/** Checks that each item has these texts, and that none is blank. */
function requireTexts<Key extends string>(
  items: readonly Readonly<Record<Key, string>>[],
  argument: string,
  keys: readonly Key[],
): void {
  for (const [i, item] of items.entries()) {
    requireObject(item, `${argument}[${i}]`);
    for (const key of keys) requireText(item[key], `${argument}[${i}].${key}`, { blank: false });
  }
}
