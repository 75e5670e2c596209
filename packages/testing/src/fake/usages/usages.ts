import { type Field, listOf, optional, validated } from "../body/fields.ts";
import { uuidReference } from "../body/references.ts";
import { boolean, choice, dateTime, day, decimal, integer, text } from "../body/types.ts";
import { type ApiCall, callerOf } from "../http/call.ts";
import { list, show } from "../http/list.ts";
import { badRequest, empty, forbidden, notFound, type Reply } from "../http/reply.ts";
import { crashes, type Route, routes, rowInPath, unspecified } from "../http/route.ts";
import type { ComponentUsage } from "../state/marketplace.ts";
import { resourceOf } from "../state/relations.ts";
import { compareTexts, compareTimestamps } from "../state/values.ts";
import { checkReport, isOver, mayReport, type UsageReport } from "./check-report.ts";
import { storeReport } from "./report.ts";
import { usageListing } from "./row.ts";

/** Every token holder sees all usage, the newest first. */
function listUsages(call: ApiCall): Reply {
  const rows = call.store.componentUsages
    .all()
    .sort((a, b) => compareTimestamps(b.date, a.date) || compareTexts(a.component_type, b.component_type));
  return list(rows, usageListing, call);
}

/** The usage of the path; anyone may see it. */
export function usageInPath(call: ApiCall): ComponentUsage {
  return rowInPath(call, "ComponentUsage", call.store.componentUsages);
}

/** Who reports for an offering: its managers, and the provider's owners. */
export function demandReporter(call: ApiCall, row: { resource_uuid: string }): void {
  if (!mayReport(call.world, callerOf(call), resourceOf(row, call))) throw forbidden();
}

/** The day a report is for: newest servers only, the others do not look at it. */
export function dateField({ world }: ApiCall): Field<Date | undefined> {
  return world.since("8.0") ? optional(dateTime(), undefined) : ignored(undefined);
}

/** A field of newer servers, which this one does not look at. */
function ignored<Value>(value: Value): Field<Value> {
  return { missing: { value }, null: { value }, read: () => ({ value }) };
}

const NOT_ALLOWED_2021 =
  "Only staff, service provider owner and service manager are allowed to submit usage data for marketplace resource.";

/** The body is checked before the permission: an outsider learns first what is wrong with it. */
function setUsage(call: ApiCall): Reply {
  const report = readReport(call);
  checkReport(call.world, report, callerOf(call));
  if (!mayReport(call.world, callerOf(call), report.resource)) {
    throw call.world.since("2024-10") ? forbidden() : forbidden(NOT_ALLOWED_2021);
  }
  storeReport(call.world, report, callerOf(call));
  return empty(201);
}

const dailyUsages = optional(
  listOf({ type: text(), date: day(), amount: decimal({ maxDigits: 20, places: 2 }) }),
  [],
);

/** On 2021 whole numbers for a plan period; later decimals, for the period or the resource. */
function readReport(call: ApiCall): UsageReport {
  const { store, world } = call;
  const isOld = !world.since("2024-10");
  const described = {
    type: text(),
    description: optional(text({ allowBlank: true }), ""),
    recurring: optional(boolean(), false),
  };
  const period = uuidReference((uuid) => store.planPeriods.find(uuid));
  if (isOld) {
    const fields = { plan_period: period, usages: listOf({ ...described, amount: integer() }) };
    const given = validated(fields, call.body());
    const items = given.usages.map((item) => ({ ...item, amount: `${BigInt(item.amount)}.00` }));
    const resource = resourceOf(given.plan_period, call);
    return { period: given.plan_period, resource, items, days: [], date: undefined };
  }
  const given = validated(
    {
      usages: listOf({
        ...described,
        amount: decimal({ maxDigits: 20, places: 2 }),
        missing_usage_policy: world.since("8.1")
          ? optional(choice(["none", "reuse", "zero"]), "none")
          : ignored("none"),
      }),
      plan_period: optional(openPeriod(call, period), undefined),
      resource: optional(
        uuidReference((uuid) => store.resources.find(uuid)),
        undefined,
      ),
      date: dateField(call),
      daily_usages: world.since("8.1") ? dailyUsages : ignored([]),
    },
    call.body(),
  );
  const { plan_period } = given;
  const resource = plan_period === undefined ? given.resource : resourceOf(plan_period, call);
  if (resource === undefined) {
    throw badRequest({ non_field_errors: ["Either plan_period or resource should be provided."] });
  }
  const { usages, daily_usages: days, date } = given;
  const items = usages.map(({ missing_usage_policy: policy, ...item }) => ({
    ...item,
    recurring: item.recurring || policy === "reuse",
    zero_when_missing: policy === "zero",
  }));
  return { period: plan_period, resource, items, days, date };
}

/** A plan period that is not over. */
function openPeriod<Period extends { end: string | null }>(
  { world }: ApiCall,
  reference: Field<Period>,
): Field<Period> {
  return {
    ...reference,
    read: (json) => {
      const read = reference.read(json);
      return "value" in read && isOver(world, read.value) ? { errors: ["Billing period is closed."] } : read;
    },
  };
}

const PATH = "marketplace-component-usages";

export const usageRoutes: readonly Route[] = [
  ...routes(PATH, { GET: listUsages, "POST set_usage/": setUsage }),
  ...routes(
    PATH,
    {
      OPTIONS: crashes,
      "OPTIONS set_usage/": crashes,
      // One usage cannot be read: the view looks for a number where the uuid stands.
      "GET {uuid}/": unspecified(() => {
        throw notFound();
      }),
    },
    { before: "2024-10" },
  ),
  ...routes(
    PATH,
    { "GET {uuid}/": unspecified((call) => show(usageInPath(call), usageListing, call)) },
    { since: "2024-10" },
  ),
];
