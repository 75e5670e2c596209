import { Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { UsageError } from "../exit-codes.ts";
import type { Line } from "./figure.ts";
import type { UsageRow } from "./rows.ts";

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
