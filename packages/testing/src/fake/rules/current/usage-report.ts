import type { OfferingComponent, PlanPeriod, Resource, User } from "../../entities.ts";
import type { World } from "../../http/api-call.ts";
import { badRequest, ServerCrash } from "../../http/reply.ts";
import { billingMonth, timestamp } from "../../timestamps.ts";
import { periodAt } from "./plan-periods.ts";
import { offeringOf } from "./scopes.ts";
import { checkDate } from "./usage-dates.ts";
import { refuseBeyondLimit } from "./usage-limits.ts";

export interface UsageItem {
  readonly type: string;
  /** Total of the month, two decimals. */
  readonly amount: string;
  readonly description: string;
  readonly recurring: boolean;
}

export interface UsageReport {
  /** As given; without it the one that covers the date is looked up. */
  readonly period: PlanPeriod | undefined;
  readonly resource: Resource;
  readonly items: readonly UsageItem[];
  /** Undefined: now. */
  readonly date: Date | undefined;
}

/** Columns of the database; a longer text is an exception nobody catches. */
const MAX_DESCRIPTION = { "2024-10": 2000, "8.x": 4096 };

/** Everything that is checked before the permission. */
export function checkReport(world: World, report: UsageReport, by: User): void {
  const { resource, items } = report;
  if (!["OK", "Updating", "Terminating"].includes(resource.state)) {
    throw badRequest({ resource: ["Resource is not in valid state."] });
  }
  const invalid = new Set(
    items.map(({ type }) => type).filter((type) => reportable(world, resource, type) === undefined),
  );
  if (invalid.size > 0) {
    const told = [...invalid].sort().join(", ");
    throw badRequest({ non_field_errors: [`These components are invalid: ${told}.`] });
  }
  if (world.generation === "8.x" && resource.plan_uuid === null) {
    throw badRequest({ resource: ["Resource must have a plan to report usage."] });
  }
  if (report.date !== undefined) {
    const components = items.map(({ type }) => reportable(world, resource, type));
    checkDate(world, by, report.date, components);
  }
}

export function isOver(world: World, period: PlanPeriod): boolean {
  return period.end !== null && period.end < billingMonth(world.now());
}

function reportable(world: World, resource: Resource, type: string): OfferingComponent | undefined {
  return offeringOf(world.store, resource).components.find(
    (component) =>
      component.type === type && (component.billing_type === "usage" || component.billing_type === "limit"),
  );
}

/**
 * Stores the totals of the month. When a limit refuses one, the oldest servers keep those before it, newest
 * ones none. `current_usages` of the resource then holds this report only.
 */
export function storeReport(world: World, report: UsageReport, by: User): void {
  const { resource } = report;
  if (resource.plan_uuid === null) {
    throw new ServerCrash();
  }
  const undo: (() => void)[] = [];
  try {
    for (const item of report.items) {
      undo.push(storeItem(world, report, item, by));
    }
  } catch (error) {
    if (error instanceof ServerCrash || world.generation === "8.x") {
      for (const step of undo.reverse()) {
        step();
      }
    }
    throw error;
  }
  resource.current_usages = Object.fromEntries(report.items.map(({ type, amount }) => [type, amount]));
  resource.modified = world.timestamp();
}

/** One row by resource, component, period and month, made or overwritten. Returns what undoes it. */
function storeItem(world: World, report: UsageReport, item: UsageItem, by: User): () => void {
  const { resource } = report;
  const date = report.date ?? world.now();
  const month = billingMonth(date);
  const component = reportable(world, resource, item.type);
  if (component !== undefined) {
    refuseBeyondLimit(world, resource, component, item.amount, month);
  }
  if ([...item.description].length > MAX_DESCRIPTION[world.generation]) {
    throw new ServerCrash();
  }
  const usages = world.store.componentUsages;
  const ofMonth = usages
    .where("resource_uuid", resource.uuid)
    .filter((usage) => usage.component_type === item.type && usage.billing_period === month);
  const before = ofMonth.map((usage) => ({ usage, columns: { ...usage } }));
  for (const usage of ofMonth) {
    usage.recurring = false;
  }
  const period = (report.period ?? periodAt(world, resource, date))?.uuid ?? null;
  const told = {
    usage: item.amount,
    description: item.description,
    recurring: item.recurring,
    date: timestamp(date),
    modified_by_uuid: by.uuid,
    modified: world.timestamp(),
  };
  const row = ofMonth.find((usage) => usage.plan_period_uuid === period);
  if (row !== undefined) {
    Object.assign(row, told);
    return () => {
      for (const { usage, columns } of before) {
        Object.assign(usage, columns);
      }
    };
  }
  const made = usages.add({
    uuid: world.newUuid(),
    resource_uuid: resource.uuid,
    component_type: item.type,
    plan_period_uuid: period,
    billing_period: month,
    created: world.timestamp(),
    ...told,
  });
  return () => usages.remove(made.uuid);
}
