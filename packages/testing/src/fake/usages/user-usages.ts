import { type Fields, listOf, optional, validated } from "../body/fields.ts";
import { hyperlink } from "../body/references.ts";
import { amount, text } from "../body/types.ts";
import { type ApiCall, callerOf, urlOf } from "../http/call.ts";
import { columnsOf } from "../http/columns.ts";
import * as match from "../http/filters.ts";
import { since, table } from "../http/generations.ts";
import { byNumber, byText, type Listing, list, type Orderings } from "../http/list.ts";
import { badRequest, empty, type Reply, ServerCrash } from "../http/reply.ts";
import { type Route, routes } from "../http/route.ts";
import { periodAt } from "../resources/states.ts";
import type { ComponentUsage, ComponentUserUsage } from "../state/marketplace.ts";
import { resourceOf } from "../state/relations.ts";
import { componentUsage } from "../state/rows.ts";
import { compareTexts, compareTimestamps, type JsonObject, sumOf, timestamp } from "../state/values.ts";
import { checkDate } from "./check-report.ts";
import { showLatest } from "./report.ts";
import { componentOfUsage, monthFilters, placeFilters, placesOf, usagesOfMonth } from "./row.ts";
import { dateField, demandReporter, usageInPath } from "./usages.ts";
import { aboveUserLimit } from "./user-limits.ts";

function usageOf(row: ComponentUserUsage, { store }: ApiCall): ComponentUsage {
  return store.componentUsages.get(row.component_usage_uuid);
}

function accountUrl(row: ComponentUserUsage, call: ApiCall): string | null {
  const uuid = row.offering_user_uuid;
  return uuid === null || call.store.offeringUsers.find(uuid) === undefined
    ? null
    : urlOf(call, `marketplace-offering-users/${uuid}/`);
}

const columns = columnsOf<"ComponentUserUsage", ComponentUserUsage>(
  "ComponentUserUsage",
  {
    user: accountUrl,
    component_usage: (row, call) => urlOf(call, `marketplace-component-usages/${row.component_usage_uuid}/`),
    measured_unit: (row, call) => componentOfUsage(usageOf(row, call), call)?.measured_unit,
    component_type: (row, call) => usageOf(row, call).component_type,
    date: (row, call) => usageOf(row, call).date,
    billing_period: (row, call) => usageOf(row, call).billing_period,
  },
  placesOf(usageOf),
);

const userUsages: Listing<ComponentUserUsage> = {
  columns,
  filters: table<match.Filters<ComponentUserUsage>>(
    placeFilters(columns, usageOf),
    {
      component_usage__billing_period: match.date(
        (row, day, call) => usageOf(row, call).billing_period === day,
      ),
    },
    since("8.0", { username: match.contains((row) => [row.username]), ...monthFilters(usageOf) }),
  ),
  orderings: table<Orderings<ComponentUserUsage>>({
    username: byText((row) => row.username),
    usage: byNumber((row) => Number(row.usage)),
    component_usage__billing_period: byText((row, call) => usageOf(row, call).billing_period),
  }),
  orderedSince: "8.0",
  selectableSince: "8.0",
};

/** Every token holder sees all of it. */
function listUserUsages(call: ApiCall): Reply {
  const rows = call.store.componentUserUsages.all().sort((a, b) => {
    const [left, right] = [usageOf(a, call), usageOf(b, call)];
    return (
      compareTimestamps(right.date, left.date) || compareTexts(left.component_type, right.component_type)
    );
  });
  return list(rows, userUsages, call);
}

/** What is said of one user. The offering user may be named by URL; the row then refers to it. */
function itemFields(call: ApiCall) {
  const { store, world } = call;
  return {
    usage: optional(amount(), undefined),
    username: text({ maxLength: 100 }),
    user: optional(
      hyperlink("marketplace-offering-users", world.generation, (uuid) => store.offeringUsers.find(uuid)),
      undefined,
    ),
    date: dateField(call),
  } satisfies Fields;
}

type Item = ReturnType<typeof validated<ReturnType<typeof itemFields>>>;

function setUserUsage(call: ApiCall): Reply {
  const usage = usageInPath(call);
  demandReporter(call, usage);
  const items = [validated(itemFields(call), call.body())];
  return storeAll(call, usage, items, ([problems = {}]) => problems);
}

/** All or none are stored. */
function setUserUsages(call: ApiCall): Reply {
  const usage = usageInPath(call);
  demandReporter(call, usage);
  const { usages } = validated({ usages: listOf(itemFields(call)) }, call.body());
  if (usages.length === 0) {
    throw badRequest({ usages: { non_field_errors: ["This list may not be empty."] } });
  }
  return storeAll(call, usage, usages, (problems) => ({ usages: problems }));
}

/** As long as nothing was reported for the whole, newest servers make it what the users' rows come to. */
function storeAll(
  call: ApiCall,
  usage: ComponentUsage,
  items: readonly Item[],
  refusal: (problems: JsonObject[]) => JsonObject,
): Reply {
  const { store, world } = call;
  const { component_type } = usage;
  const resource = resourceOf(usage, call);
  const above = items.map((item) => aboveUserLimit(call, usage, item));
  if (above.some((problem) => problem !== undefined)) {
    throw badRequest(
      refusal(above.map((it): JsonObject => (it === undefined ? {} : { non_field_errors: [it] }))),
    );
  }
  for (const { date } of items) {
    if (date !== undefined) checkDate(world, callerOf(call), date, resource, [component_type]);
  }
  for (const item of items) {
    storeOne(call, item.date === undefined ? usage : usageOfMonth(call, usage, item.date), item);
  }
  if (world.since("8.0") && usage.usage === "0.00") {
    const rows = store.componentUserUsages.where("component_usage_uuid", usage.uuid);
    usage.usage = sumOf(rows.map((row) => row.usage));
    showLatest(world, resource, component_type);
  }
  return empty(201);
}

/** One row per username; the second report changes the amount only, and crashes without one. */
function storeOne({ store, world }: ApiCall, usage: ComponentUsage, item: Item): void {
  const rows = store.componentUserUsages.where("component_usage_uuid", usage.uuid);
  const row = rows.find(({ username }) => username === item.username);
  if (row === undefined) {
    store.componentUserUsages.add({
      uuid: world.newUuid(),
      component_usage_uuid: usage.uuid,
      username: item.username,
      offering_user_uuid: item.user?.uuid ?? null,
      usage: item.usage ?? "0.00",
      description: "",
      date: usage.date,
      created: world.timestamp(),
      modified: world.timestamp(),
    });
  } else if (item.usage === undefined) {
    throw new ServerCrash();
  } else {
    row.usage = item.usage;
    row.modified = world.timestamp();
  }
}

/** The component's usage in the month of a date, made when there is none. */
function usageOfMonth(call: ApiCall, like: ComponentUsage, date: Date): ComponentUsage {
  const { store, world } = call;
  const { resource_uuid, component_type } = like;
  const resource = resourceOf(like, call);
  const billing_period = world.month(date);
  const [found] = usagesOfMonth(call, resource, component_type, billing_period);
  if (found !== undefined) return found;
  const made = componentUsage({
    uuid: world.newUuid(),
    resource_uuid,
    component_type,
    plan_period_uuid: periodAt(world, resource, date)?.uuid ?? null,
    billing_period,
    date: timestamp(date),
    modified_by_uuid: callerOf(call).uuid,
    created: world.timestamp(),
  });
  return store.componentUsages.add(made);
}

const USAGES = "marketplace-component-usages";

/** Older servers take one user at a time. */
export const userUsageRoutes: readonly Route[] = [
  ...routes("marketplace-component-user-usages", { GET: listUserUsages }),
  ...routes(USAGES, {
    "POST {uuid}/set_user_usage/": setUserUsage,
    "POST {uuid}/set_user_usages/": setUserUsages,
  }),
];
