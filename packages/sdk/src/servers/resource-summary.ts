import type { ResourceSummary } from "./states.ts";

/** Plain columns, which cost the server next to nothing. */
export const summaryColumns = ["uuid", "name", "state", "backend_id"] as const;

type Columns = { [K in (typeof summaryColumns)[number]]?: string };

/** A sparse row as a summary; a column the server left out is empty. */
export function resourceSummaryOf(uuid: string, row: Columns): ResourceSummary {
  return { uuid, name: row.name ?? "", state: row.state ?? "", backend_id: row.backend_id ?? "" };
}
