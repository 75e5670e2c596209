import type { FakePuhuri } from "../../src/fake/create-fake-puhuri.ts";
import type { Store } from "../../src/fake/state/store.ts";
import { isJsonObject } from "../../src/fake/state/values.ts";
import { RESOURCE_STATES } from "../../src/fake/state/words.ts";
import { oneOf } from "../recorded/one-of.ts";
import { type RecordedStep, rowsOf, textOf, textOrNull, uuidInUrl } from "../recorded/recorded.ts";
import type { Rules } from "./replay.ts";

const DAY_MS = 86_400_000;

/** Operations the spec does not have. */
const OUTSIDE: readonly RegExp[] = [
  /^\/api\/marketplace-plugins\//,
  /^\/api\/marketplace-orders\//,
  /^\/api\/marketplace-order-items\//,
  /^\/api\/marketplace-resources\/[^/]+\/set_end_date_by_provider\//,
  /^\/api\/marketplace-resources\/[^/]+\/(details|switch_plan)\//,
  /^\/api\/marketplace-plans\//,
  /^\/api\/(configuration|customers|projects|marketplace-categories)\//,
  /^\/api\/invoices\//,
];

/** Lists of this server without `Meta.ordering`. */
const UNORDERED = [
  /^\/api\/marketplace-resources\/$/,
  /^\/api\/marketplace-offering-users\/$/,
  /\/plan_periods\/$/,
  /\/team\/$/,
];

/** Plans that resources are to be switched to, by the uuid of the order. */
const switches = new Map<string, { resource: string; plan: string }>();

/** The customer orders another plan, which is there as soon as they have approved it: in the same plan period. */
function afterOutside({ request, response }: RecordedStep, { state }: FakePuhuri): void {
  const path = request?.path ?? "";
  const [, resource] = /marketplace-resources\/([0-9a-f]{32})\/switch_plan/.exec(path) ?? [];
  if (response?.status !== 200 || request?.method !== "POST") return;
  if (resource !== undefined && isJsonObject(request.body) && isJsonObject(response.body)) {
    switches.set(textOf(response.body, "order_uuid"), { resource, plan: uuidInUrl(request.body, "plan") });
  }
  const approved = switches.get(/marketplace-orders\/([0-9a-f]{32})\/approve/.exec(path)?.[1] ?? "");
  if (approved === undefined) return;
  state.resources.get(approved.resource).plan_uuid = approved.plan;
}

export const rules2021: Rules = {
  afterOutside,
  outside: (method, path) =>
    method === "OPTIONS" && path === "/api/marketplace-offering-users/"
      ? "the form that OPTIONS describes"
      : OUTSIDE.find((pattern) => pattern.test(path))?.source,
  // An order by name or time leaves ties, which come in any order.
  isUnordered: (path, query) =>
    path === "/api/marketplace-resources/" ||
    (!query.has("o") && UNORDERED.some((pattern) => pattern.test(path))),
  setup,
};

function setup(step: RecordedStep, { state }: FakePuhuri): void {
  const words = step.setup ?? "";
  if (step.resource !== undefined && step.state !== undefined) {
    state.resources.get(step.resource).state = oneOf(RESOURCE_STATES, step.state, "setup.state");
  } else if (step.rows !== undefined) {
    changeRows(step, state);
  } else if (step.planPeriod !== undefined) {
    const period = state.planPeriods.get(step.planPeriod);
    period.start = daysAgo(90);
    period.end = daysAgo(45);
  } else if (words.startsWith("component gpu of offering A")) {
    const offering = state.offerings.all().find(({ name }) => name === "HPC Basic A");
    const gpu = offering?.components.find(({ type }) => type === "gpu");
    Object.assign(gpu ?? {}, { limit_period: "month", limit_amount: 50 });
  } else if (words.startsWith("resource ok-1 given the creation time")) {
    Object.assign(state.resourceNamed("ok-1") ?? {}, { created: "2026-11-01T10:00:00Z" });
  } else if (words.startsWith("project Sample project soft-deleted")) {
    const project = state.projects.all().find(({ name }) => name === "Sample project");
    Object.assign(project ?? {}, { is_removed: true });
  } else if (words.includes("pmanager")) {
    Object.assign(state.userNamed("pmanager") ?? {}, changeOfUser(words));
  } else {
    throw new Error(`Unknown setup: ${words}`);
  }
}

/** Rows as they were in the database after a change by hand. */
function changeRows(step: RecordedStep, state: Store): void {
  const { rows = {}, resource: uuid = "" } = step;
  const time = (text: string): string =>
    text.replace("+00:00", "Z").replace(/\.(\d+)Z$/, (_, digits: string) => `.${digits.padEnd(6, "0")}Z`);
  for (const row of rowsOf(rows, "marketplace_resource")) {
    const resource = state.resources.get(textOf(row, "uuid"));
    if (row.created !== undefined) resource.created = time(textOf(row, "created"));
    if (step.setup?.includes('given the name "same name"')) resource.name = "same name";
    const plan = state.plans
      .all()
      .find(({ name, offering_uuid }) => name === row.plan && offering_uuid === resource.offering_uuid);
    if (plan !== undefined) resource.plan_uuid = plan.uuid;
  }
  for (const row of rowsOf(rows, "marketplace_resourceplanperiod")) {
    const { offering_uuid } = state.resources.get(uuid);
    const plan = state.plans
      .all()
      .find((one) => one.name === row.plan && one.offering_uuid === offering_uuid);
    const end = textOrNull(row, "end");
    state.planPeriods.add({
      uuid: textOf(row, "uuid"),
      resource_uuid: uuid,
      plan_uuid: plan?.uuid ?? "",
      start: time(textOf(row, "start")),
      end: end === null ? null : time(end),
    });
  }
  for (const row of rowsOf(rows, "marketplace_componentusage")) {
    const usage = state.componentUsages
      .where("resource_uuid", uuid)
      .find(({ component_type }) => component_type === row.type);
    if (usage !== undefined && row.billing_period === "2026-10-01") {
      Object.assign(usage, { billing_period: row.billing_period, date: "2026-10-31T12:00:00Z" });
    }
  }
}

function changeOfUser(words: string): object {
  if (words.includes("active")) {
    return { is_active: words.includes("active again") };
  }
  return words.includes("lifetime") ? { token_lifetime: 60 } : { token_used_at: "2026-11-23T15:00:00Z" };
}

function daysAgo(days: number): string {
  return new Date(Date.parse("2026-11-23T17:00:00Z") - days * DAY_MS).toISOString();
}
