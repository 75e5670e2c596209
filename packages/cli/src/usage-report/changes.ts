import type { PuhuriClient, ReportUsageResult } from "@puhuri/sdk";
import { type Exact, parseExact, sum, toHundredths, ZERO } from "../usage-files/exact.ts";
import type { UsageOfAllocation } from "./find-allocations.ts";

/** A total that a report changes, or a user's part of it. */
export interface Change {
  /** As the file names it. */
  readonly allocation: string;
  readonly resource: string;
  readonly component: string;
  /** Blank for the total. */
  readonly user: string;
  /** Null if nothing was stored, undefined if that was not read. */
  readonly stored: string | null | undefined;
  readonly reported: string;
  readonly month: string;
}

export const COLUMNS = {
  usual: ["allocation", "component", "user", "stored", "reported"],
  known: ["allocation", "resource", "month", "component", "user", "stored", "reported"],
} as const;

/** What a report changes, or would change: each total, then its users. Totals that are sent unchanged are left out. */
export function changesOf({ resource, tag }: UsageOfAllocation, result: ReportUsageResult): Change[] {
  const { sent, perUser, stored, totals, month } = result;
  const of = { allocation: tag.allocation.id, resource, month: month.slice(0, 7) };
  const changed = Object.keys(sent).filter((component) => totals[component] !== stored[component]);
  const ofTotals = changed.map((component) => ({
    ...of,
    component,
    user: "",
    stored: stored[component] ?? null,
    reported: totals[component] ?? "",
  }));
  const ofUsers = Object.entries(perUser).flatMap(([user, parts]) =>
    Object.entries(parts).map(([component, part]) => {
      const whole = tag.components.get(component)?.users.get(user);
      // After a change of plan, less is sent than the user's part of the month.
      const reported = whole === undefined ? part : toHundredths(whole);
      return { ...of, component, user, stored: undefined, reported };
    }),
  );
  const order = Object.keys(totals);
  return [...ofTotals, ...ofUsers].sort(
    (a, b) =>
      order.indexOf(a.component) - order.indexOf(b.component) ||
      (a.user < b.user ? -1 : Number(a.user > b.user)),
  );
}

/** Adds what is stored of users. Reads it once for each allocation whose users' parts would change. */
export async function* withStoredParts(
  { usages }: PuhuriClient,
  changes: readonly Change[],
): AsyncGenerator<Change> {
  const parts = new Map<string, Exact>();
  const read = new Set<string>();
  for (const change of changes) {
    const { resource, month, user, component } = change;
    if (user === "") {
      yield change;
      continue;
    }
    if (!read.has(resource)) {
      read.add(resource);
      const filters = { resource_uuid: resource, component_usage__billing_period: `${month}-01` };
      const fields = ["username", "component_type", "usage"] as const;
      for await (const { username, component_type, usage } of usages.listUsers({ ...filters, fields })) {
        const key = [resource, username, component_type].join(" ");
        parts.set(key, sum(parts.get(key) ?? ZERO, parseExact(usage) ?? ZERO));
      }
    }
    const stored = parts.get([resource, user, component].join(" "));
    yield { ...change, stored: stored === undefined ? null : toHundredths(stored) };
  }
}
