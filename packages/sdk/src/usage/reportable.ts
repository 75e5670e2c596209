import type { OfferingComponent, ResourceState } from "@puhuri/api-types";
import { UsageReportError } from "../errors.ts";

/**
 * The states in which servers take usage of an allocation. One whose change or end was ordered is Updating or
 * Terminating, on newest servers from the order on, and is charged all the same.
 *
 * @example
 * for await (const { uuid } of puhuri.resources.list({ state: reportableStates, fields: ["uuid"] })) {
 *   console.log(uuid);
 * }
 */
export const reportableStates = ["OK", "Updating", "Terminating"] as const satisfies readonly ResourceState[];

const STATES: readonly string[] = reportableStates;

export function isReportableState(state: string): boolean {
  return STATES.includes(state);
}

/** Types of the components that can be reported; the server refuses a report that names any other. */
export function reportableTypes(components: readonly OfferingComponent[]): string[] {
  return components.filter(isReportable).map(({ type }) => type);
}

const BILLED: readonly string[] = ["usage", "limit"];

/** What is paid for once can be reported if it is paid for in advance: newest servers alone say so. */
function isReportable(component: OfferingComponent & { readonly is_prepaid?: boolean }): boolean {
  const { billing_type, is_prepaid = false } = component;
  return BILLED.includes(billing_type) || (billing_type === "one" && is_prepaid);
}

/** @throws {UsageReportError} `invalid-component`: the server refuses a report that names any other. */
export function requireReportable(types: Iterable<string>, reportable: readonly string[]): void {
  const invalid = [...types].filter((type) => !reportable.includes(type));
  const [component] = invalid;
  if (component === undefined) return;
  throw new UsageReportError(
    "invalid-component",
    `The offering has no reportable component ${invalid.join(", ")}. You can report (billed by usage or limit): ${
      reportable.join(", ") || "none"
    }. Nothing was sent.`,
    { component },
  );
}

/** @throws {UsageReportError} `not-reportable`: the server would refuse a report of what is in this state. */
export function requireReportableState(state: string): void {
  if (isReportableState(state)) return;
  throw new UsageReportError(
    "not-reportable",
    `The allocation was ${state} when it was read, and servers take usage only of one that is ${reportableStates.join(", ")}. ` +
      "Nothing was sent; force: true sends it anyway.",
  );
}

/** @throws {UsageReportError} `not-reportable`: without a plan some servers crash, and the others refuse. */
export function requirePlan(hasPlan: boolean): void {
  if (hasPlan) return;
  throw new UsageReportError(
    "not-reportable",
    "The allocation has no plan, and servers take usage only of one that has a plan. Nothing was sent; force: true sends it anyway.",
  );
}
