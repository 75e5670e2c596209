import type { ReportSection } from "@puhuri/api-types";
import { InvalidArgumentError } from "../errors.ts";
import type { CallOptions } from "../http/call.ts";
import type { ResourceEndpoint, StatusMessage } from "../servers/server.ts";
import { requireDay, requireItems, requireObject, requireText } from "../values/arguments.ts";
import { about, type Context } from "./context.ts";

/** What a provider keeps up to date at an allocation: part of `puhuri.resources`. */
export class ResourceUpkeep {
  readonly #context: Context;

  /** @internal */
  constructor(context: Context) {
    this.#context = context;
  }

  /**
   * Links an allocation to the provider's own id; `""` unlinks it. At most 255 characters.
   *
   * Safe to repeat, and retried automatically. Text is trimmed by the server; uniqueness is not checked.
   *
   * @example
   * await puhuri.resources.setBackendId(resourceUuid, "slurm-account-17");
   * @see resources_set_backend_id, provider_resources_set_backend_id; guide: "Updating resource allocation with local reference"
   */
  async setBackendId(uuid: string, backendId: string, options?: CallOptions): Promise<StatusMessage> {
    requireText(backendId, "backendId", { max: MAX_BACKEND_ID });
    return about(this.#context, uuid, options, (api, id, call) =>
      api.resources.setBackendId(id, backendId, call),
    );
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
    requireReport(report);
    return about(this.#context, uuid, options, (api, id, call) =>
      api.resources.submitReport(id, report, call),
    );
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
    for (const [type, limit] of Object.entries(limits)) requireLimit(limit, `limits.${type}`);
    return about(this.#context, uuid, options, (api, id, call) => api.resources.setLimits(id, limits, call));
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
    return about(this.#context, uuid, options, (api, id, call) =>
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
    requireEndpoints(endpoints);
    return about(this.#context, uuid, options, (api, id, call) =>
      api.resources.setEndpoints(id, endpoints, call),
    );
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
    await about(this.#context, uuid, options, (api, id, call) => api.resources.setEndDate(id, endDate, call));
  }

  /**
   * Says that what Puhuri shows of an allocation is right now. Users and operators see that time as its `last_sync`.
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
    await about(this.#context, uuid, options, (api, id, call) => api.resources.refreshLastSync(id, call));
  }
}

const MAX_BACKEND_ID = 255;

function requireReport(report: readonly ReportSection[]): void {
  requireItems(report, "report");
  for (const [i, section] of report.entries()) {
    requireObject(section, `report[${i}]`);
    requireText(section.header, `report[${i}].header`, { blank: false });
    requireText(section.body, `report[${i}].body`, { blank: false });
  }
}

function requireEndpoints(endpoints: readonly ResourceEndpoint[]): void {
  if (!Array.isArray(endpoints)) requireItems(endpoints, "endpoints");
  for (const [i, endpoint] of endpoints.entries()) {
    requireObject(endpoint, `endpoints[${i}]`);
    requireText(endpoint.name, `endpoints[${i}].name`, { blank: false });
    requireText(endpoint.url, `endpoints[${i}].url`, { blank: false });
  }
}

function requireLimit(limit: number, argument: string): void {
  if (typeof limit === "number" && limit >= 0 && limit < Number.POSITIVE_INFINITY) return;
  throw new InvalidArgumentError(argument, `${argument} must be a number of at least 0. Nothing was sent.`);
}
