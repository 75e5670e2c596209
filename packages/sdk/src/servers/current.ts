import {
  componentUsagesListParameters,
  componentUserUsageLimitsListParameters,
  componentUserUsagesListParameters,
  type OfferingComponent,
  ordersListParameters,
  type PlanPeriod,
  providerOfferingsListParameters,
  providerResourcesListParameters,
  type ReportSection,
  type SetUsageRequest,
  type SetUserUsageRequest,
  type TeamMember,
} from "@puhuri/api-types";
import { ApiError } from "../errors.ts";
import type { Call } from "../http/call.ts";
import type { Requests } from "./requests.ts";

/** How one generation of server takes usage. */
export interface UsageRules {
  /** What reports are addressed to. */
  readonly address: "plan_period" | "resource";
  /** Stored usage can be listed by month. */
  readonly filtersByMonth: boolean;
  /** Decimals that are kept. */
  readonly decimals: 0 | 2;
  /** A report that leaves a reportable component out is refused. */
  readonly needsEveryComponent: boolean;
  /** Users' parts are kept. */
  readonly perUser: boolean;
}

/** What a user may use of a component of an allocation; all by uuid. */
interface UserLimitRequest {
  readonly resourceUuid: string;
  readonly componentUuid: string;
  readonly offeringUserUuid: string;
  readonly limit: string;
}

/** An address of an allocation, as its users see it. */
export interface ResourceEndpoint {
  readonly name: string;
  readonly url: string;
}

/** What went wrong, for people to read. */
interface ErrorReport {
  readonly message: string;
  readonly traceback: string;
}

/** What a provider writes to the customer of an order; `""` takes it away. */
export interface ProviderMessage {
  readonly message?: string | undefined;
  /** Where to read or do more. */
  readonly url?: string | undefined;
}

/** Both keys always: without one, a 2024-10 server answers 500. */
const erredBody = ({ message, traceback }: ErrorReport) => ({
  error_message: message,
  error_traceback: traceback,
});

// Not marketplace-resources: to a provider that path shows an empty list here, and no error.
const RESOURCES = "/api/marketplace-provider-resources/";
const RESOURCE = `${RESOURCES}{uuid}/` as const;
const OFFERINGS = "/api/marketplace-provider-offerings/";
const OFFERING = `${OFFERINGS}{uuid}/` as const;
const USAGES = "/api/marketplace-component-usages/";
const USER_LIMITS = "/api/component-user-usage-limits/";
const ORDERS = "/api/marketplace-orders/";
const ORDER = `${ORDERS}{uuid}/` as const;

/** Allocations on servers from 2024-10 up to 8.x. */
export const currentResources = ({ act, get, getAt, listAt, post, rows }: Requests) => ({
  listing: listAt(RESOURCES, {
    parameters: providerResourcesListParameters,
    shownBy: {
      offering_slug: "offering_slug",
      offering_shared: "offering_shared",
      parent_offering_uuid: "parent_offering_uuid",
      plan_uuid: "plan_uuid",
    },
    order: "created",
  }),
  get: getAt(RESOURCE),
  /** What a report needs to know of the allocation; `hasPlan` is false only if it is known to have no plan. */
  async reportFacts(uuid: string, call: Call) {
    const field = ["offering_uuid", "state", "plan"] as const;
    const { offering_uuid = "", state = "", plan } = await get(call, RESOURCE, uuid, { field: [...field] });
    return { offeringUuid: offering_uuid, state, hasPlan: plan !== null };
  },
  setBackendId: (uuid: string, backend_id: string, call: Call) =>
    act(call, `${RESOURCE}set_backend_id/`, uuid, { backend_id }),
  submitReport: (uuid: string, report: readonly ReportSection[], call: Call) =>
    act(call, `${RESOURCE}submit_report/`, uuid, { report: [...report] }),
  setLimits: (uuid: string, limits: Readonly<Record<string, number>>, call: Call) =>
    act(call, `${RESOURCE}set_limits/`, uuid, { limits }),
  setBackendMetadata: (uuid: string, backend_metadata: Readonly<Record<string, unknown>>, call: Call) =>
    act(call, `${RESOURCE}set_backend_metadata/`, uuid, { backend_metadata }),
  setEndpoints: (uuid: string, endpoints: readonly ResourceEndpoint[], call: Call) =>
    act(call, `${RESOURCE}set_endpoints/`, uuid, { endpoints: [...endpoints] }),
  setEndDate: (uuid: string, end_date: string | null, call: Call) =>
    post(call, `${RESOURCE}set_end_date/`, uuid, { end_date }),
  refreshLastSync: (uuid: string, call: Call) => post(call, `${RESOURCE}refresh_last_sync/`, uuid),
  team: (uuid: string, call: Call): Promise<TeamMember[]> => rows(call, `${RESOURCE}team/`, uuid),
  planPeriods: (uuid: string, call: Call): Promise<PlanPeriod[]> =>
    rows(call, `${RESOURCE}plan_periods/`, uuid),
  setAsOk: (uuid: string, call: Call) => post(call, `${RESOURCE}set_as_ok/`, uuid),
  setAsErred: (uuid: string, error: ErrorReport, call: Call) =>
    post(call, `${RESOURCE}set_as_erred/`, uuid, erredBody(error)),
  terminate: (uuid: string, call: Call) => post(call, `${RESOURCE}terminate/`, uuid, {}),
  /**
   * On 2024-10, confirms that an allocation of a Slurm offering exists: without it, the next change fails when it is approved. A
   * refusal is no error: a server that does not know this request does not need it.
   */
  async confirmSlurm(uuid: string, call: Call): Promise<void> {
    try {
      await post(call, "/api/marketplace-slurm-remote/{uuid}/set_state/", uuid, { state: "ok" });
    } catch (error) {
      if (!(error instanceof ApiError) || error.status >= 500 || error.status === 429) throw error;
    }
  },
});

/** Offerings on servers from 2024-10 up to 8.x. */
export const currentOfferings = ({ get, getAt, listAt, post }: Requests) => ({
  listing: listAt(OFFERINGS, {
    parameters: providerOfferingsListParameters,
    shownBy: { uuid_list: "uuid" },
    order: "created",
  }),
  get: getAt(OFFERING),
  async components(uuid: string, call: Call): Promise<readonly OfferingComponent[]> {
    return (await get(call, OFFERING, uuid, { field: ["components"] })).components ?? [];
  },
  userAttributes: (uuid: string, call: Call) => get(call, `${OFFERING}user-attribute-config/`, uuid),
  /** @param check - `check_all_offerings`: at all offerings of the same provider. */
  async isBackendIdFree(
    uuid: string,
    check: { backend_id: string; check_all_offerings: boolean },
    call: Call,
  ) {
    return (await post(call, `${OFFERING}check_unique_backend_id/`, uuid, check)).is_unique === true;
  },
});

/** Usage on servers from 2024-10 up to 8.x. */
export const currentUsages = ({ create, listAt, patch, post }: Requests) => ({
  listing: listAt(USAGES, { parameters: componentUsagesListParameters }),
  userListing: listAt("/api/marketplace-component-user-usages/", {
    parameters: componentUserUsagesListParameters,
  }),
  rules: {
    address: "resource",
    filtersByMonth: true,
    decimals: 2,
    needsEveryComponent: false,
    perUser: true,
  } as UsageRules,
  set: (body: SetUsageRequest, call: Call) => post(call, `${USAGES}set_usage/`, undefined, body),
  setForUser: (uuid: string, usage: SetUserUsageRequest, call: Call) =>
    post(call, `${USAGES}{uuid}/set_user_usage/`, uuid, usage),
  setForUsers: (uuid: string, usages: readonly SetUserUsageRequest[], call: Call) =>
    post(call, `${USAGES}{uuid}/set_user_usages/`, uuid, { usages: [...usages] }),
  limitListing: listAt(USER_LIMITS, {
    parameters: componentUserUsageLimitsListParameters,
    selectable: false,
  }),
  createUserLimit: ({ resourceUuid, componentUuid, offeringUserUuid, limit }: UserLimitRequest, call: Call) =>
    create(call, USER_LIMITS, {
      resource: `/api/marketplace-resources/${resourceUuid}/`,
      component: componentUuid,
      user: `/api/marketplace-offering-users/${offeringUserUuid}/`,
      limit,
    }),
  updateUserLimit: (uuid: string, limit: string, call: Call) =>
    patch(call, `${USER_LIMITS}{uuid}/`, uuid, { limit }),
});

/** Orders, which only servers from 2024-10 on show to a provider. */
export const currentOrders = ({ act, getAt, listAt, post }: Requests) => ({
  listing: listAt(ORDERS, { parameters: ordersListParameters, order: "created" }),
  get: getAt(ORDER),
  approve: (uuid: string, call: Call) => post(call, `${ORDER}approve_by_provider/`, uuid),
  reject: (uuid: string, provider_rejection_comment: string | undefined, call: Call) =>
    post(call, `${ORDER}reject_by_provider/`, uuid, { provider_rejection_comment }),
  setExecuting: (uuid: string, call: Call) => post(call, `${ORDER}set_state_executing/`, uuid),
  setDone: (uuid: string, call: Call) => post(call, `${ORDER}set_state_done/`, uuid),
  setErred: (uuid: string, error: ErrorReport, call: Call) =>
    post(call, `${ORDER}set_state_erred/`, uuid, erredBody(error)),
  cancel: (uuid: string, call: Call) => post(call, `${ORDER}cancel/`, uuid),
  setBackendId: (uuid: string, backend_id: string, call: Call) =>
    act(call, `${ORDER}set_backend_id/`, uuid, { backend_id }),
  /** What is undefined stays as it is. */
  setProviderInfo: (uuid: string, { message, url }: ProviderMessage, call: Call) =>
    post(call, `${ORDER}set_provider_info/`, uuid, { provider_message: message, provider_message_url: url }),
});
