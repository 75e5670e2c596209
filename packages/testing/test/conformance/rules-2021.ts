import type { FakePuhuri } from "../../src/fake/create-fake-puhuri.ts";
import { RESOURCE_STATES } from "../../src/fake/state/words.ts";
import { oneOf } from "../recorded/one-of.ts";
import type { RecordedStep } from "../recorded/recorded.ts";
import type { Rules } from "./replay.ts";

const DAY_MS = 86_400_000;

/** Operations the spec does not have. */
const OUTSIDE: readonly RegExp[] = [
  /^\/api\/marketplace-plugins\//,
  /^\/api\/marketplace-orders\//,
  /^\/api\/marketplace-order-items\//,
  /^\/api\/marketplace-resources\/[^/]+\/set_end_date_by_provider\//,
  /^\/api\/marketplace-resources\/[^/]+\/details\//,
];

/** Lists of this server without `Meta.ordering`. */
const UNORDERED = [
  /^\/api\/marketplace-resources\/$/,
  /^\/api\/marketplace-offering-users\/$/,
  /\/plan_periods\/$/,
  /\/team\/$/,
];

export const rules2021: Rules = {
  outside: (_method, path) => OUTSIDE.find((pattern) => pattern.test(path))?.source,
  isUnordered: (path, query) => !query.has("o") && UNORDERED.some((pattern) => pattern.test(path)),
  setup,
};

function setup(step: RecordedStep, { state }: FakePuhuri): void {
  const words = step.setup ?? "";
  if (step.resource !== undefined && step.state !== undefined) {
    state.resources.get(step.resource).state = oneOf(RESOURCE_STATES, step.state, "setup.state");
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

function changeOfUser(words: string): object {
  if (words.includes("active")) {
    return { is_active: words.includes("active again") };
  }
  return words.includes("lifetime") ? { token_lifetime: 60 } : { token_used_at: "2026-11-23T15:00:00Z" };
}

function daysAgo(days: number): string {
  return new Date(Date.parse("2026-11-23T17:00:00Z") - days * DAY_MS).toISOString();
}
