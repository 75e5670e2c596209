import { UsageError } from "../exit-codes.ts";
import { type ComponentRule, checkComponents } from "./component-map.ts";
import { type Line, linesOf, unusable } from "./lines.ts";
import type { Month } from "./month.ts";
import { readSacct } from "./sacct.ts";
import { readSreport } from "./sreport.ts";
import { figureOf, OWN_COLUMNS, readCsv, readJsonLines } from "./tables.ts";
import { type AllocationUsage, type Figure, Totals } from "./totals.ts";

export type UsageFormat = "csv" | "tsv" | "jsonl" | "sreport" | "sacct";

/** How a file is to be read. */
export interface ReadingUsage {
  /** Undefined: recognized by the first line. */
  readonly format: UsageFormat | undefined;
  /** How to compute components from what the file counts; empty if its columns are components. */
  readonly rules: readonly ComponentRule[];
  readonly month: Month;
  /** Of the machine where Slurm's figures were printed. */
  readonly timeZone: string;
}

/** What a file says that allocations have used. */
export interface UsageFile {
  readonly format: UsageFormat;
  readonly allocations: readonly AllocationUsage[];
  /** What rules name, but no line counts. */
  readonly uncounted: readonly string[];
}

/**
 * Reads a file line by line, and adds up what it says of each allocation.
 *
 * @throws {UsageError} A line cannot be used, or nobody can tell what the columns mean.
 */
export async function readUsage(
  pieces: AsyncIterable<string | Uint8Array>,
  reading: ReadingUsage,
): Promise<UsageFile> {
  const lines = linesOf(pieces);
  let first = await lines.next();
  while (!first.done && first.value.text.trim() === "") first = await lines.next();
  if (first.done) {
    if (reading.format === "jsonl") return { format: "jsonl", allocations: [], uncounted: [] };
    // Usually the program that should have written it has failed.
    throw new UsageError("The file is empty, without even a header. Nothing was sent.");
  }
  const format = reading.format ?? formatOf(first.value);
  const isSlurm = format === "sreport" || format === "sacct";
  const { rules } = reading;
  checkComponents(rules, isSlurm);
  if (isSlurm && rules.length === 0) {
    throw new UsageError(
      'Say which components Slurm\'s figures are, such as --component "cpu = cpu:minutes / 60000".',
    );
  }
  const totals = new Totals({
    rules: rules.length === 0 ? undefined : rules,
    isOnce: !isSlurm,
    isRounded: format === "sreport",
  });
  for await (const figure of figuresOf(format, before(first.value, lines), reading)) totals.add(figure);
  const uncounted = rules.map(({ counter }) => counter).filter((counter) => !totals.hasCounted(counter));
  const allocations = [...totals.allocations()];
  if (rules.length > 0 && allocations.length === 0 && totals.isAny) {
    throw new UsageError(
      `No line counts ${uncounted.join(" or ")}: is that its name in the file? Nothing was sent.`,
    );
  }
  return { format, allocations, uncounted };
}

function figuresOf(
  format: UsageFormat,
  lines: AsyncIterable<Line>,
  { month, timeZone, rules }: ReadingUsage,
): AsyncIterable<Figure> {
  if (format === "sreport") return readSreport(lines, month, timeZone);
  const counters = new Set(rules.map(({ counter }) => counter));
  if (format === "sacct") return readSacct(lines, month, timeZone, counters);
  const wanted = rules.length === 0 ? undefined : counters;
  const rows = format === "jsonl" ? readJsonLines(lines) : readCsv(lines, format === "tsv" ? "\t" : ",");
  return (async function* () {
    for await (const { row, line } of rows) {
      const absent = [...counters].find((column) => !(column in row));
      if (absent !== undefined && format !== "jsonl" && !("component" in row))
        throw unusable({ number: line }, `there is no column ${absent}.`);
      yield figureOf(row, line, month, wanted);
    }
  })();
}

async function* before(first: Line, rest: AsyncIterable<Line>): AsyncGenerator<Line> {
  yield first;
  yield* rest;
}

/** @throws {UsageError} The line does not show it. */
function formatOf({ text }: Line): UsageFormat {
  const cells = text.split("|");
  if (/^-{20,}$/.test(text.trim()) || (cells.includes("Login") && cells.includes("Used"))) return "sreport";
  if (cells.includes("JobID") || cells.includes("JobIDRaw")) return "sacct";
  if (text.trimStart().startsWith("{")) return "jsonl";
  const columns = text.split(/[\t,]/).map((name) => name.trim().replace(/^"(.*)"$/, "$1"));
  if (columns.some((name) => OWN_COLUMNS.some((own) => own === name)))
    return text.includes("\t") ? "tsv" : "csv";
  throw new UsageError(
    "The first line does not show what the file is: a CSV begins with a header that has resource or backend_id, between commas " +
      "or tabs, and Slurm's output with its own header (print it with -P, without -n). Say what it is with --format.",
  );
}
