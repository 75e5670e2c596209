import {
  type PlanPeriod,
  type Resource,
  type ResourceState,
  resourceStates,
  type TeamMember,
} from "@puhuri/api-types";
import { type CallOptions, callOptionsOf } from "../http/call.ts";
import { createGet, createList, type Get, type List } from "../list/methods.ts";
import type { ResourceSummary, TargetState } from "../servers/states.ts";
import { waitForState } from "../set-state/poll.ts";
import { type SetStateOptions, type SetStateResult, setState } from "../set-state/set-state.ts";
import { checkReport, type ReportUsageOptions, type UsageAmounts } from "../usage/report.ts";
import { type ReportUsageResult, reportUsage } from "../usage/report-usage.ts";
import { requireItems, requireOneOf } from "../values/arguments.ts";
import { requireUuid } from "../values/uuid.ts";
import { about, CONTEXT, type Filters } from "./context.ts";
import { ResourceUpkeep } from "./resource-upkeep.ts";

/**
 * Filters for allocations. A 2021 server has fewer: the SDK refuses one that the server does not know, and sends
 * nothing.
 *
 * Some filters, here and on other lists, came with a later release, which they name. docs/operations.md says which of
 * them an older server silently ignores: it then lists everything, so check the rows before you act on them.
 */
export interface ResourceFilters extends Filters<"provider_resources_list"> {}

/** Allocations made on a provider's offerings: `puhuri.resources`. */
export class Resources extends ResourceUpkeep {
  /**
   * Lists allocations, oldest first. Fetches pages as you read.
   *
   * Ask for the columns you need: a whole row costs a real server 15 to 19 ms, three columns 1 ms.
   * `provider_uuid` is the uuid of the provider's organization, not of the service provider.
   *
   * @throws {InvalidArgumentError} On first use: a filter this server does not know; nothing is sent.
   * @example
   * for await (const { name, limits } of puhuri.resources.list({ state: "Creating", fields: ["name", "limits"] })) {
   *   console.log(name, limits);
   * }
   * @see resources_list, provider_resources_list; guide: "Getting a list of resource allocations"
   */
  readonly list: List<Resource, ResourceFilters> = createList(this[CONTEXT], (api) => api.resources.listing);

  /**
   * Gets one allocation.
   *
   * @throws {NotFoundError} There is no such allocation, or this token may not see it.
   * @example
   * const { state, backend_id } = await puhuri.resources.get(resourceUuid, { fields: ["state", "backend_id"] });
   * @see resources_get, provider_resources_get
   */
  readonly get: Get<Resource> = createGet(this[CONTEXT], (api) => api.resources);

  /**
   * Sets an allocation OK, Erred or Terminated (rejects or ends it), and resolves when it is in that state.
   *
   * Safe to repeat: if the allocation is in the state already, the outcome is `unchanged`. On current servers the SDK moves
   * the open order, or orders the termination and carries it out: two to six requests in most cases. If the server carries
   * out an approved order later, the SDK waits for that, and goes on without it only after a day.
   *
   * @throws {InvalidTransitionError} It cannot get there from its current state. If `choices` is set, choose one of
   *   them with `onPending`.
   * @throws {UnsupportedByServerError} This server gives a provider no way to do it; `instead` says what is possible.
   * @throws {RequestTimeoutError} The server did not carry out the order within `timeoutMs` (default 120,000).
   * @throws Any other error of a request. If `maybeApplied` is true, a step was taken, or may have been: call again.
   * @example
   * const { outcome, from, to } = await puhuri.resources.setState(resourceUuid, "OK");
   * @see resources_set_state_by_provider, orders_*; guide: "Approving/rejecting allocations"
   */
  async setState(
    uuid: string,
    state: TargetState,
    options: SetStateOptions & CallOptions = {},
  ): Promise<SetStateResult> {
    const id = requireUuid(uuid, "uuid");
    const { http, provider } = this[CONTEXT];
    return setState(provider, id, state, options, this[CONTEXT], http.begin(callOptionsOf(options)));
  }

  /**
   * Waits until an allocation is in one of the states, and returns its summary.
   *
   * Asks after half a second, then less and less often, for four columns. An outage of the server does not end the
   * wait. Safe to repeat. A Terminated allocation can only become Erred, on servers that let a provider set that: this
   * waits for one only if Erred is one of the states.
   *
   * @param states - One state or several.
   * @throws {InvalidArgumentError} There is no such state.
   * @throws {NotFoundError} There is no such allocation, or this token may not see it.
   * @throws {InvalidTransitionError} It is Terminated, which is not one of the states. Thrown at once.
   * @throws {RequestTimeoutError} `timeoutMs` (default 120,000) is over; the state may still come. If the last look
   *   failed, `cause` says why.
   * @example
   * const { state } = await puhuri.resources.waitForState(resourceUuid, ["OK", "Erred"], { timeoutMs: 600_000 });
   * @see resources_get, provider_resources_get
   */
  async waitForState(
    uuid: string,
    states: ResourceState | readonly ResourceState[],
    options?: CallOptions,
  ): Promise<ResourceSummary> {
    const wanted = typeof states === "string" ? [states] : states;
    requireItems(wanted, "states");
    for (const state of wanted) requireOneOf(state, resourceStates, "states");
    return about(this, uuid, options, (api, id, call) => waitForState(api, id, wanted, this[CONTEXT], call));
  }

  /**
   * Lists the members of the project that holds an allocation, all at once; `username` is their federated id.
   *
   * @example
   * const team = await puhuri.resources.team(resourceUuid);
   * @see resources_team_list, provider_resources_team_list; guide: "Getting a list of members in a project"
   */
  async team(uuid: string, options?: CallOptions): Promise<TeamMember[]> {
    return about(this, uuid, options, (api, id, call) => api.resources.team(id, call));
  }

  /**
   * Lists the plan periods of the current month with the usage stored in them, in no particular order: the open one has
   * `end: null`.
   *
   * @example
   * const open = (await puhuri.resources.planPeriods(resourceUuid)).find(({ end }) => end === null);
   * @see resources_plan_periods_list, provider_resources_plan_periods_list; guide: "Reporting usage for a resource allocation"
   */
  async planPeriods(uuid: string, options?: CallOptions): Promise<PlanPeriod[]> {
    return about(this, uuid, options, (api, id, call) => api.resources.planPeriods(id, call));
  }

  /**
   * Reports what an allocation used: totals of the month so far, not increments, with at most two decimals.
   *
   * Finds the open plan period, and checks the components. In most cases it takes one to four reads, and a write only if
   * something has changed. Components left out are sent as they are stored. A 2021 server takes whole numbers only. Once
   * the month is over, nothing is written, not even as a retry. Safe to repeat; reports of one allocation through one
   * client take turns. Amounts by day are for `usages.setDaily`.
   *
   * @throws {InvalidArgumentError} No amounts, or a wrong option; nothing was sent.
   * @throws {UsageReportError} The report would be wrong, or was refused; `reason` says why.
   * @throws {UnsupportedByServerError} `perUser` on a 2021 server; nothing was sent.
   * @throws Any other error of a request. If `maybeApplied` is true, the report may be stored: call again.
   * @example
   * const { outcome, sent } = await puhuri.resources.reportUsage(resourceUuid, { cpu: 10, gpu: "3.50" });
   * @see component_usages_set_usage; guide: "Reporting usage for a resource allocation"
   */
  async reportUsage(
    uuid: string,
    amounts: UsageAmounts,
    options: ReportUsageOptions & CallOptions = {},
  ): Promise<ReportUsageResult> {
    const id = requireUuid(uuid, "uuid");
    // The month is that of the call, not of its turn.
    const report = checkReport(id, amounts, options, this[CONTEXT].http.date());
    return reportUsage(this[CONTEXT], report, this[CONTEXT].http.begin(callOptionsOf(options)));
  }
}
