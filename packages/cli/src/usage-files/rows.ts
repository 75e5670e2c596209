import { parseExact } from "./exact.ts";
import { type Figure, type NamedAllocation, unusable } from "./figure.ts";
import type { Month } from "./month.ts";

/** A row by its columns: of a table, or a line of JSON. */
export type UsageRow = Readonly<Record<string, unknown>>;

/** Columns that are not components. */
export const OWN_COLUMNS = ["resource", "backend_id", "user", "component", "amount", "month"] as const;
const OWN: readonly string[] = OWN_COLUMNS;

/**
 * What a row says: `component` and `amount`, or an amount in a column for each component. Empty cells are ignored.
 *
 * @param wanted - The columns that are components; undefined for all that have no other meaning.
 */
export function figureOf(
  row: UsageRow,
  line: number,
  month: Month,
  wanted: ReadonlySet<string> | undefined,
): Figure {
  const refuse = (what: string) => unusable({ number: line }, what);
  const text = (column: string): string => {
    const value = row[column] ?? "";
    if (typeof value === "string" || typeof value === "number") return String(value).trim();
    throw refuse(`${column} is neither text nor a number.`);
  };
  if (text("month") !== "" && text("month") !== month.name) {
    throw refuse(`it is about ${text("month")}, but the report is about ${month.name}.`);
  }
  const isLong = "component" in row || "amount" in row;
  if (isLong && (text("component") === "" || text("amount") === "")) {
    throw refuse("component and amount belong together, but one of them is empty.");
  }
  const named = isLong
    ? ([[text("component"), text("amount")]] as const)
    : Object.keys(row)
        .filter((column) => wanted?.has(column) ?? !OWN.includes(column))
        .map((column) => [column, text(column)] as const)
        .filter(([, amount]) => amount !== "");
  const counts = named.map(([component, amount]) => {
    const count = parseExact(amount);
    if (count !== undefined) return [component, count] as const;
    throw refuse(`${component} is "${amount}", which is not an amount such as 10 or 3.50.`);
  });
  const allocation: NamedAllocation =
    text("resource") === ""
      ? { by: "backend_id", id: text("backend_id") }
      : { by: "resource", id: text("resource").replaceAll("-", "").toLowerCase() };
  if (allocation.id === "") throw refuse("neither resource nor backend_id says which allocation it is.");
  return { line, allocation, user: text("user") || undefined, counts: new Map(counts) };
}
