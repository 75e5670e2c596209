import { Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { UsageError } from "../exit-codes.ts";
import { parseExact } from "./exact.ts";
import { type Line, unusable } from "./lines.ts";
import type { Month } from "./month.ts";
import type { Figure, NamedAllocation } from "./totals.ts";

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

/** A table with a header, row by row, each with the line at which it ends. */
export async function* readCsv(
  lines: AsyncIterable<Line>,
  delimiter: "," | "\t",
): AsyncGenerator<{ readonly row: UsageRow; readonly line: number }> {
  const isTabs = delimiter === "\t";
  const parser = Readable.from(textOf(lines)).pipe(
    parse({
      delimiter,
      // Between tabs, a quote is a character like any other.
      quote: isTabs ? null : '"',
      columns: (names: string[]) => names.map(columnOf),
      info: true,
      skip_empty_lines: true,
      trim: true,
    }),
  );
  try {
    for await (const { record, info } of parser) yield { row: record, line: info.lines };
  } catch (error) {
    if (error instanceof CsvError) throw new UsageError(`${error.message}. Nothing was sent.`);
    throw error;
  }
}

function columnOf(name: string, index: number, names: readonly string[]): string {
  if (name === "") throw new UsageError(`Column ${index + 1} has no name. Nothing was sent.`);
  if (names.indexOf(name) < index) throw new UsageError(`The column ${name} occurs twice. Nothing was sent.`);
  return name;
}

/** The lines as text again, each at its number: blank lines stand for those that are missing. */
async function* textOf(lines: AsyncIterable<Line>): AsyncGenerator<string> {
  let next = 1;
  for await (const { number, text } of lines) {
    yield `${"\n".repeat(number - next)}${text}\n`;
    next = number + 1;
  }
}

/** One object per line, with the columns of a table as keys. */
export async function* readJsonLines(
  lines: AsyncIterable<Line>,
): AsyncGenerator<{ readonly row: UsageRow; readonly line: number }> {
  for await (const line of lines) {
    if (line.text.trim() !== "") yield { row: rowOf(line), line: line.number };
  }
}

function rowOf(line: Line): UsageRow {
  try {
    const row: unknown = JSON.parse(line.text, asWritten);
    if (typeof row === "object" && row !== null && !Array.isArray(row)) return { ...row };
  } catch {
    // The error is thrown below.
  }
  throw unusable(line, "it is not a JSON object.");
}

/** Keeps numbers digit by digit, unless they have an exponent: amounts may have more of them than floats hold. */
function asWritten(
  _: string,
  value: unknown,
  ...[context]: readonly { readonly source?: string }[]
): unknown {
  const source = context?.source ?? "";
  return typeof value === "number" && /^[\d.]+$/.test(source) ? source : value;
}
