import type { ComponentUserUsage } from "../../entities.ts";
import { type ApiCall, callerOf } from "../../http/api-call.ts";
import {
  containsFilter,
  dateFilter,
  exactFilter,
  type Filters,
  numberFilter,
  urlFilter,
  uuidFilter,
} from "../../http/filters.ts";
import { list } from "../../http/listing.ts";
import { byText, type Orderings } from "../../http/ordering.ts";
import { badRequest, empty, type Reply } from "../../http/reply.ts";
import { action, disabled, type Route, route } from "../../http/route.ts";
import { checkUserUsage, fillEmptyTotal, storeUserUsage } from "../../rules/current/user-usage.ts";
import { decimal, text } from "../../rules/field-types.ts";
import { type Fields, listOf, optional, validated } from "../../rules/fields.ts";
import { hyperlink } from "../../rules/references.ts";
import { compareTimestamps } from "../../timestamps.ts";
import { componentUserUsageColumns, usageOf } from "../../wire/current/component-user-usage.ts";
import { ROOT_NAMES } from "../../wire/current/root-names.ts";
import type { Generation } from "../../words.ts";
import { dateField, demandReporter, usageInPath } from "./component-usages.ts";

function resourceOf(row: ComponentUserUsage, call: ApiCall) {
  return call.store.resources.get(usageOf(row, call).resource_uuid);
}

const filters: Filters<ComponentUserUsage> = {
  resource: urlFilter((row, call) => usageOf(row, call).resource_uuid),
  resource_uuid: uuidFilter((row, call) => usageOf(row, call).resource_uuid),
  offering_uuid: uuidFilter((row, call) => resourceOf(row, call).offering_uuid),
  project_uuid: uuidFilter((row, call) => resourceOf(row, call).project_uuid),
  customer_uuid: uuidFilter(
    (row, call) => call.store.projects.get(resourceOf(row, call).project_uuid).organization_uuid,
  ),
  type: exactFilter((row, call) => usageOf(row, call).component_type),
  component_usage__billing_period: dateFilter((row, day, call) => usageOf(row, call).billing_period === day),
  date_after: dateFilter((row, day, call) => usageOf(row, call).date.slice(0, 10) >= day),
  date_before: dateFilter((row, day, call) => usageOf(row, call).date.slice(0, 10) <= day),
};

/** Of newest servers. */
const filtersSince8: Filters<ComponentUserUsage> = {
  username: containsFilter((row) => [row.username]),
  billing_period_year: numberFilter((row, call) => Number(usageOf(row, call).billing_period.slice(0, 4))),
  billing_period_month: numberFilter((row, call) => Number(usageOf(row, call).billing_period.slice(5, 7))),
};

function orderings(call: ApiCall): Orderings<ComponentUserUsage> {
  return {
    username: byText((row) => row.username),
    usage: (a, b) => Number(a.usage) - Number(b.usage),
    component_usage__billing_period: byText((row) => usageOf(row, call).billing_period),
  };
}

/** Every token holder sees all of it. Only newest servers look at `field` and `o`. */
function listUserUsages(call: ApiCall): Reply {
  const { generation } = call.world;
  const byType = byText<ComponentUserUsage>((row) => usageOf(row, call).component_type);
  const rows = call.store.componentUserUsages
    .all()
    .sort((a, b) => compareTimestamps(usageOf(b, call).date, usageOf(a, call).date) || byType(a, b));
  const columns = componentUserUsageColumns[generation];
  return generation === "2024-10"
    ? list(rows, { columns, filters }, call)
    : list(
        rows,
        {
          columns,
          filters: { ...filters, ...filtersSince8 },
          orderings: orderings(call),
          selectable: true,
        },
        call,
      );
}

/** What is said of one user. The offering user may be named by URL; the row then refers to it. */
function itemFields({ store, world }: ApiCall) {
  return {
    usage: optional(decimal({ maxDigits: 20, places: 2 }), undefined),
    username: text({ maxLength: 100 }),
    user: optional(
      hyperlink("marketplace-offering-users", ROOT_NAMES, (uuid) => store.offeringUsers.find(uuid)),
      undefined,
    ),
    date: dateField(world.generation),
  } satisfies Fields;
}

type Item = ReturnType<typeof validated<ReturnType<typeof itemFields>>>;

function setUserUsage(call: ApiCall): Reply {
  const usage = usageInPath(call);
  demandReporter(call, usage.resource_uuid);
  store(call, [validated(itemFields(call), call.body())]);
  return empty(201);
}

/** All or none are stored. */
function setUserUsages(call: ApiCall): Reply {
  const usage = usageInPath(call);
  demandReporter(call, usage.resource_uuid);
  const { usages } = validated({ usages: listOf(itemFields(call)) }, call.body());
  if (usages.length === 0) {
    throw badRequest({ usages: { non_field_errors: ["This list may not be empty."] } });
  }
  store(call, usages);
  return empty(201);
}

function store(call: ApiCall, items: readonly Item[]): void {
  const usage = usageInPath(call);
  const caller = callerOf(call);
  const told = items.map((item) => ({
    username: item.username,
    usage: item.usage,
    offeringUserUuid: item.user?.uuid ?? null,
    date: item.date,
  }));
  for (const item of told) {
    checkUserUsage(call.world, usage, item, caller);
  }
  for (const item of told) {
    storeUserUsage(call.world, usage, item, caller);
  }
  fillEmptyTotal(call.world, usage);
}

/** The oldest servers take one user at a time. */
export function userUsageRoutes(generation: Generation): readonly Route[] {
  const setMany = { POST: action("component_usages_set_user_usages", setUserUsages) };
  return [
    route("marketplace-component-user-usages/", {
      GET: action("component_user_usages_list", listUserUsages),
      POST: disabled,
    }),
    route("marketplace-component-usages/{uuid}/set_user_usage/", {
      POST: action("component_usages_set_user_usage", setUserUsage),
    }),
    ...(generation === "8.x" ? [route("marketplace-component-usages/{uuid}/set_user_usages/", setMany)] : []),
  ];
}
