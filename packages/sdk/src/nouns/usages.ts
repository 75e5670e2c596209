import type { ComponentUsage, ComponentUserUsage, UserUsageLimit } from "@puhuri/api-types";
import { UnsupportedByServerError } from "../errors.ts";
import type { CallOptions } from "../http/call.ts";
import { readAll } from "../list/listing.ts";
import { createList, type List } from "../list/methods.ts";
import { requireDescription } from "../usage/report.ts";
import { reportBody, throwUserLimit } from "../usage/send-report.ts";
import type { DailyAmounts } from "../usage/set-daily.ts";
import { type AmountInput, formatAmount, parseAmount, parseStoredAmount } from "../values/amount.ts";
import {
  requireItems,
  requireKeys,
  requireObject,
  requireText,
  userName,
  wrongArgument,
} from "../values/arguments.ts";
import { requireUuid } from "../values/uuid.ts";
import { about, CONTEXT, calling, type Filters, Noun } from "./context.ts";

/** Filters for stored usage. */
export interface ComponentUsageFilters extends Filters<"component_usages_list"> {}

/** Filters for the stored usage of users. */
export interface ComponentUserUsageFilters extends Filters<"component_user_usages_list"> {}

/** Filters for limits of users. */
export interface UserLimitFilters extends Filters<"component_user_usage_limits_list"> {}

/** Totals to store as they are: to a plan period, or on current servers to a resource. */
export type SetUsageRequest = UsageAddress & {
  /**
   * A moment in the month reported on, ISO 8601.
   * @default the moment the server takes it
   */
  readonly date?: string | undefined;
  readonly usages: readonly {
    /** The component's type, such as `cpu`. */
    readonly type: string;
    /** The month's total so far, with at most two decimals; whole on a 2021 server. */
    readonly amount: AmountInput;
    readonly description?: string | undefined;
  }[];
};

type UsageAddress =
  | {
      /** The open plan period. A 2021 server takes nothing else. */
      readonly plan_period: string;
      readonly resource?: undefined;
    }
  | {
      /** The resource: a current server finds the period itself. */
      readonly resource: string;
      readonly plan_period?: undefined;
    };

/** Stored usage: `puhuri.usages`. */
export class Usages extends Noun {
  /**
   * Lists stored usage, newest first: one row for each component, allocation and month.
   *
   * Any token may read all of it, so filter by `resource_uuid` or `offering_uuid`.
   *
   * @example
   * const month = puhuri.usages.list({ offering_uuid: offeringUuid, billing_period: "2026-11-01", fields: ["type", "usage"] });
   * @see component_usages_list
   */
  readonly list: List<ComponentUsage, ComponentUsageFilters> = createList(
    this[CONTEXT],
    (api) => api.usages.listing,
  );

  /**
   * Lists users' parts of stored usage.
   *
   * @throws {UnsupportedByServerError} A 2021 server keeps no usage per user.
   * @example
   * const rows = await puhuri.usages.listUsers({ resource_uuid: resourceUuid }).toArray();
   * @see component_user_usages_list
   */
  readonly listUsers: List<ComponentUserUsage, ComponentUserUsageFilters> = createList(
    this[CONTEXT],
    (api) => api.usages.userListing,
  );

  /**
   * Lists users' limits: how much of a component of an allocation a single user may use.
   *
   * @throws {UnsupportedByServerError} A 2021 server keeps no limits of users.
   * @throws {NotFoundError} The server is older than 8.x.
   * @example
   * const limits = await puhuri.usages.listUserLimits({ resource_uuid: resourceUuid, username: "alice" }).toArray();
   * @see component_user_usage_limits_list
   */
  readonly listUserLimits: List<UserUsageLimit, UserLimitFilters> = createList(
    this[CONTEXT],
    (api) => api.usages.limitListing,
  );

  /**
   * Stores totals as given, without looking at what is stored: the guide's `create_component_usages`.
   *
   * In most cases you want `resources.reportUsage`, which checks more. Safe to repeat, and retried automatically. A 2021
   * server demands every component billed by `usage` or `limit`. All servers refuse other components.
   *
   * @throws {InvalidArgumentError} A component is named twice, or an argument is wrong; nothing was sent.
   * @throws {UsageReportError} `reason: "bad-amount"`; nothing was sent.
   * @throws {UnsupportedByServerError} There is a `date`, and the server is older than 8.x; nothing was sent.
   * @throws {BadRequestError} A component is not reportable, or the month's period is closed.
   * @example
   * await puhuri.usages.set({ plan_period: planPeriodUuid, usages: [{ type: "cpu", amount: 10, description: "Usage" }] });
   * @see component_usages_set_usage; guide: "Reporting usage for a resource allocation"
   */
  async set(request: SetUsageRequest, options?: CallOptions): Promise<void> {
    requireObject(request, "request");
    requireKeys(request, { plan_period: true, resource: true, date: true, usages: true }, "request");
    const { plan_period, resource, date } = request;
    if ((plan_period === undefined) === (resource === undefined))
      throw wrongArgument("plan_period", "or resource must be given, but not both");
    if (date !== undefined) requireMoment(date);
    requireItems(request.usages, "usages");
    const usages = request.usages.map((usage, i) => {
      requireObject(usage, `usages[${i}]`);
      requireKeys(usage, { type: true, amount: true, description: true }, `usages[${i}]`);
      const { type, amount, description } = usage;
      requireText(type, `usages[${i}].type`, { blank: false });
      if (description !== undefined) requireDescription(description);
      return { type, amount: parseAmount(amount, type), description };
    });
    requireOncePerType(usages);
    const to = {
      ...(plan_period === undefined ? {} : { plan_period: requireUuid(plan_period, "plan_period") }),
      ...(resource === undefined ? {} : { resource: requireUuid(resource, "resource") }),
      ...(date === undefined ? {} : { date }),
    };
    await calling(this, options, async (api, call) => {
      if (date !== undefined && (await api.release(call)) !== "8.x") throw takesNoDate();
      await api.usages.set(reportBody(api.usages.rules, to, usages), call);
    });
  }

  /**
   * Stores one user's part of a stored usage: a total of the month, like the usage itself.
   *
   * Safe to repeat, and retried automatically.
   *
   * @param uuid - The usage's own, from `usages.list`.
   * @throws {UsageReportError} `over-user-limit`: the part is above the user's limit, see `listUserLimits`.
   * @throws {UnsupportedByServerError} A 2021 server keeps no usage per user.
   * @example
   * await puhuri.usages.setForUser(usageUuid, { username: "alice", usage: "2.50" });
   * @see component_usages_set_user_usage
   */
  async setForUser(
    uuid: string,
    part: { readonly username: string; readonly usage: AmountInput },
    options?: CallOptions,
  ): Promise<void> {
    requireObject(part, "part");
    const username = userName(part.username, { blank: false });
    const amount = formatAmount(parseAmount(part.usage, username));
    await about(this, uuid, options, (api, id, call) =>
      api.usages.setForUser(id, { username, usage: amount }, call).catch(throwUserLimit),
    );
  }

  /**
   * Stores usage by day, in UTC, for components billed by `usage`. The month's total is then the sum of its days, and
   * `resources.reportUsage` is refused for that month (`daily-amounts`).
   *
   * Safe to repeat, and retried automatically: the amount of a day replaces what was stored for it. Days left out stay.
   * Servers have this from 8.1.4 on. They do not show single days, so the SDK cannot notice when the amount of a day
   * falls. It reads each month after the write, since an older server accepts days with 200 and stores nothing.
   *
   * @param uuid - That of the allocation.
   * @param amounts - By component type and day, at most 1000 of them, with at most two decimals.
   * @throws {InvalidArgumentError} There are no days, too many, or one is not a valid day; nothing was sent.
   * @throws {UsageReportError} `reason: "bad-amount"`; nothing was sent.
   * @throws {UnsupportedByServerError} The server ignores daily amounts.
   * @throws {BadRequestError} A component is not billed by `usage`, or a day lies in the future or in a month that is over.
   * @example
   * await puhuri.usages.setDaily(resourceUuid, { cpu: { "2026-11-01": 10, "2026-11-02": "2.50" } });
   * @see component_usages_set_usage, component_usages_list
   */
  async setDaily(uuid: string, amounts: DailyAmounts, options?: CallOptions): Promise<void> {
    const { checkDaily, setDaily } = await import("../usage/set-daily.ts");
    const days = checkDaily(amounts);
    return about(this, uuid, options, (api, id, call) => setDaily(api, id, days, call));
  }

  /**
   * Sets how much of a component of an allocation a user may use. Servers refuse reports above it (`over-user-limit`).
   *
   * Safe to repeat: a limit that has not changed is not sent again. The customer may set it too.
   *
   * @param limit - Uuids of the allocation, of the component (from `offerings.get`) and of the offering user
   *   (from `offeringUsers.list`), and the limit, with at most two decimals.
   * @throws {UsageReportError} `reason: "bad-amount"`; nothing was sent.
   * @throws {PermissionDeniedError} The token's user may not set limits there.
   * @throws {UnsupportedByServerError} A 2021 server keeps no limits of users.
   * @throws {NotFoundError} The server is older than 8.x.
   * @example
   * await puhuri.usages.setUserLimit({ resourceUuid, componentUuid, offeringUserUuid, limit: 100 });
   * @see component_user_usage_limits_list, component_user_usage_limits_create, component_user_usage_limits_update
   */
  async setUserLimit(limit: UserLimitInput, options?: CallOptions): Promise<void> {
    requireObject(limit, "limit");
    const wanted = {
      resourceUuid: requireUuid(limit.resourceUuid, "resourceUuid"),
      componentUuid: requireUuid(limit.componentUuid, "componentUuid"),
      offeringUserUuid: requireUuid(limit.offeringUserUuid, "offeringUserUuid"),
      limit: formatAmount(parseAmount(limit.limit, "limit")),
    };
    await calling(this, options, async ({ usages }, call) => {
      const query = { filters: { resource_uuid: wanted.resourceUuid }, columns: undefined };
      const rows: Partial<UserUsageLimit>[] = await readAll(usages.limitListing, query, call);
      const known = rows.find(
        ({ component, user }) =>
          component === wanted.componentUuid && user?.includes(wanted.offeringUserUuid),
      );
      if (known?.uuid === undefined) await usages.createUserLimit(wanted, call);
      else if (parseStoredAmount(known.limit) !== parseStoredAmount(wanted.limit))
        await usages.updateUserLimit(known.uuid, wanted.limit, call);
    });
  }
}

/** How much of a component of an allocation a user may use. */
export interface UserLimitInput {
  readonly resourceUuid: string;
  readonly componentUuid: string;
  readonly offeringUserUuid: string;
  readonly limit: AmountInput;
}

/** An older server ignores the date, and so would book usage of an earlier month on the current one. */
function takesNoDate(): UnsupportedByServerError {
  return new UnsupportedByServerError(
    "Servers before 8.x take no date: they book usage on the month in which it arrives. Nothing was sent.",
    {
      operation: "component_usages_set_usage",
      instead: "leave date out while the month is current; once it is over, ask the server's operators.",
    },
  );
}

/** If a component is named twice, a server keeps the last total, without complaint. */
function requireOncePerType(usages: readonly { readonly type: string }[]): void {
  const types = usages.map(({ type }) => type.trim());
  const twice = types.findIndex((type, i) => types.indexOf(type) < i);
  if (twice === -1) return;
  throw wrongArgument(`usages[${twice}].type`, `names ${types[twice]} a second time`);
}

/** A server refuses a date without a time. */
function requireMoment(date: string): void {
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(String(date)) && !Number.isNaN(Date.parse(date))) return;
  throw wrongArgument("date", "must be a date and time in ISO 8601, such as 2026-11-23T12:00:00Z");
}
