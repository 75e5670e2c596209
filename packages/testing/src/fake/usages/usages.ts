import { converted, type Field, listOf, optional, refused, validated } from "../body/fields.ts";
import { uuidReference } from "../body/references.ts";
import { amount, boolean, choice, dateTime, day, integer, text } from "../body/types.ts";
import { type ApiCall, callerOf } from "../http/call.ts";
import { list, show } from "../http/list.ts";
import { badRequest, empty, forbidden, notFound, type Reply } from "../http/reply.ts";
import { crashes, type Route, routes } from "../http/route.ts";
import type { PlanPeriod } from "../state/marketplace.ts";
import { resourceOf } from "../state/relations.ts";
import type { Generation } from "../state/words.ts";
import { checkReport, mayReport, type UsageReport } from "./check-report.ts";
import { storeReport } from "./report.ts";
import { usageInPath, usages } from "./row.ts";

/** A field that servers have from one on; older ones do not look at it. */
function since<Value, Default>(
  { world }: ApiCall,
  first: Generation,
  field: Field<Value>,
  missing: Default,
): Field<Value | Default> {
  if (world.since(first)) return optional(field, missing);
  return () => ({ value: missing });
}

/** The day a report is for. */
export function dateField(call: ApiCall): Field<Date | undefined> {
  return since(call, "8.0", dateTime(), undefined);
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

/** On 2021 whole numbers for a plan period; later decimals, for the period or the resource. */
function readReport(call: ApiCall): UsageReport {
  const { store, world } = call;
  const isOld = !world.since("2024-10");
  const plan_period = openPeriod(call);
  const given = validated(
    {
      usages: listOf({
        type: text(),
        amount: isOld ? converted(integer(), (whole) => `${BigInt(whole)}.00`) : amount(),
        description: optional(text({ allowBlank: true }), ""),
        recurring: optional(boolean(), false),
        missing_usage_policy: since(call, "8.1", choice(["none", "reuse", "zero"]), "none"),
      }),
      plan_period: isOld ? plan_period : optional(plan_period, undefined),
      resource: since(
        call,
        "2024-10",
        uuidReference((uuid) => store.resources.find(uuid)),
        undefined,
      ),
      date: dateField(call),
      daily_usages: since(call, "8.1", listOf({ type: text(), date: day(), amount: amount() }), []),
    },
    call.body(),
  );
  const { plan_period: period, daily_usages: days, date } = given;
  const resource = period === undefined ? given.resource : resourceOf(period, call);
  if (resource === undefined) {
    throw badRequest({ non_field_errors: ["Either plan_period or resource should be provided."] });
  }
  const items = given.usages.map(({ missing_usage_policy: policy, ...item }) => ({
    ...item,
    recurring: item.recurring || policy === "reuse",
    zero_when_missing: policy === "zero",
  }));
  return { period, resource, items, days, date };
}

/** A plan period that is not over. */
function openPeriod({ store, world }: ApiCall): Field<PlanPeriod> {
  const reference = uuidReference((uuid) => store.planPeriods.find(uuid));
  return (json) => {
    const read = reference(json);
    const isOver = "value" in read && read.value.end !== null && read.value.end < world.month();
    return isOver ? refused("Billing period is closed.") : read;
  };
}

const PATH = "marketplace-component-usages";

export const usageRoutes: readonly Route[] = [
  // Every token holder sees all usage.
  ...routes(PATH, {
    GET: (call) => list(call.store.componentUsages.all(), usages, call),
    "POST set_usage/": setUsage,
  }),
  ...routes(
    PATH,
    {
      OPTIONS: crashes,
      "OPTIONS set_usage/": crashes,
      // One usage cannot be read: the view looks for a number where the uuid stands.
      "GET {uuid}/": () => {
        throw notFound();
      },
    },
    { before: "2024-10" },
  ),
  ...routes(PATH, { "GET {uuid}/": (call) => show(usageInPath(call), usages, call) }, { since: "2024-10" }),
];
