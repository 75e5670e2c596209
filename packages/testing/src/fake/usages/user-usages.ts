import { type Fields, listOf, optional, validated } from "../body/fields.ts";
import { hyperlink } from "../body/references.ts";
import { amount, text } from "../body/types.ts";
import { type ApiCall, callerOf } from "../http/call.ts";
import { list } from "../http/list.ts";
import { badRequest, empty, forbidden, type Reply, ServerCrash } from "../http/reply.ts";
import { type Route, routes } from "../http/route.ts";
import { periodAt } from "../resources/states.ts";
import type { ComponentUsage } from "../state/marketplace.ts";
import { resourceOf } from "../state/relations.ts";
import { type JsonObject, sumOf, timestamp } from "../state/values.ts";
import { checkDate, mayReport } from "./check-report.ts";
import { showLatest } from "./report.ts";
import { usageInPath, usagesOfMonth, userUsages } from "./row.ts";
import { dateField } from "./usages.ts";
import { aboveUserLimit } from "./user-limits.ts";

/** The usage of the path, for who reports for its offering: the offering's managers, and the provider's owners. */
function reportedUsage(call: ApiCall): ComponentUsage {
  const usage = usageInPath(call);
  if (!mayReport(call.world, callerOf(call), resourceOf(usage, call))) throw forbidden();
  return usage;
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
  const usage = reportedUsage(call);
  const items = [validated(itemFields(call), call.body())];
  return storeAll(call, usage, items, ([problems = {}]) => problems);
}

/** All or none are stored. */
function setUserUsages(call: ApiCall): Reply {
  const usage = reportedUsage(call);
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
    storeOne(call, item.date === undefined ? usage : usageAt(call, usage, item.date), item);
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
function usageAt(call: ApiCall, like: ComponentUsage, date: Date): ComponentUsage {
  const { store, world } = call;
  const { resource_uuid, component_type } = like;
  const resource = resourceOf(like, call);
  const billing_period = world.month(date);
  const [found] = usagesOfMonth(call, resource, component_type, billing_period);
  if (found !== undefined) return found;
  return store.componentUsages.add({
    uuid: world.newUuid(),
    resource_uuid,
    component_type,
    plan_period_uuid: periodAt(world, resource, date)?.uuid ?? null,
    billing_period,
    date: timestamp(date),
    modified_by_uuid: callerOf(call).uuid,
    created: world.timestamp(),
  });
}

const USAGES = "marketplace-component-usages";

/** Older servers take one user at a time. */
export const userUsageRoutes: readonly Route[] = [
  ...routes("marketplace-component-user-usages", {
    GET: (call) => list(call.store.componentUserUsages.all(), userUsages, call),
  }),
  ...routes(USAGES, {
    "POST {uuid}/set_user_usage/": setUserUsage,
    "POST {uuid}/set_user_usages/": setUserUsages,
  }),
];
