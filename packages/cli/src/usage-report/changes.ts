import type { ReportUsageResult } from "@puhuri/sdk";
import type { NamedAllocation } from "../usage-files/figure.ts";
import type { UsageOfAllocation } from "./find-allocations.ts";

/** A total that a report changes, or a user's part of it. */
export interface Change {
  /** As the file names it. */
  readonly allocation: NamedAllocation["id"];
  readonly resource: string;
  readonly component: string;
  readonly user: string;
  /** Null where nothing was stored; undefined of a user's part, which is not read for everybody. */
  readonly stored: string | null | undefined;
  readonly reported: string;
  readonly month: string;
}

export const USUAL_COLUMNS = ["allocation", "component", "user", "stored", "reported"] as const;
export const ALL_COLUMNS = ["allocation", "resource", "month", ...USUAL_COLUMNS.slice(1)] as const;

/** What a report changes, or would change; what is only sent along is no change. */
export function changesOf({ resource, tag }: UsageOfAllocation, result: ReportUsageResult): Change[] {
  const { sent, perUser, stored, month } = result;
  const of = { allocation: tag.allocation.id, resource, month: month.slice(0, 7) };
  const totals = Object.entries(sent)
    .filter(([component, reported]) => stored[component] !== reported)
    .map(([component, reported]) => ({
      ...of,
      component,
      user: "",
      stored: stored[component] ?? null,
      reported,
    }));
  const parts = Object.entries(perUser).flatMap(([user, amounts]) =>
    Object.entries(amounts).map(([component, reported]) => ({
      ...of,
      component,
      user,
      stored: undefined,
      reported,
    })),
  );
  return [...totals, ...parts];
}
