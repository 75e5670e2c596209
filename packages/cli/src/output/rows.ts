import type { PuhuriClient } from "@puhuri/sdk";
import { stringify } from "csv-stringify/sync";
import { InterruptedError } from "../exit-codes.ts";
import { connect } from "../server/connect.ts";
import type { World } from "../world.ts";
import { asked, type Columns, columnsOf, type RowOptions } from "./columns.ts";
import { recordOf, tableOf } from "./table.ts";
import { coloursOn, progressOn, visible } from "./terminal.ts";

/** Prints a list, of which the server sends the columns to show. */
export async function printList<Name extends string>(
  world: World,
  options: RowOptions,
  columns: Columns<Name>,
  list: (puhuri: PuhuriClient, fields: ReturnType<typeof asked<Name>>) => AsyncIterable<object>,
): Promise<void> {
  const shown = columnsOf(options, columns);
  const puhuri = await connect(world);
  await printRows(world, list(puhuri, asked(options, shown)), shown, options);
}

/**
 * Prints rows: JSON and CSV as they arrive, a table after the last one.
 *
 * @throws {InterruptedError} Ctrl-C: the rows that were read by then are printed.
 */
export async function printRows(
  world: World,
  rows: AsyncIterable<object> | Iterable<object>,
  columns: readonly string[],
  options: RowOptions,
): Promise<void> {
  const { stdout, interrupted } = world;
  const { json = false, csv = false } = options;
  const isTable = !json && !csv;
  // In the same terminal, progress would mix with the rows.
  const progress = progressOn(isTable || !stdout.isTTY ? world : {});
  const kept: Map<string, unknown>[] = [];
  let count = 0;
  if (csv) stdout.write(stringify([columns]));
  try {
    for await (const row of rows) {
      if (interrupted.aborted) break;
      const cells = new Map<string, unknown>(Object.entries(row));
      if (json) stdout.write(`${JSON.stringify(row)}\n`);
      else if (csv) stdout.write(stringify([columns.map((column) => textOf(cells.get(column)))]));
      else kept.push(cells);
      count += 1;
      progress.show(`${count} rows…`);
    }
  } finally {
    progress.end();
  }
  if (isTable && (kept.length > 0 || !interrupted.aborted))
    stdout.write(drawn(world, kept, columns, options));
  if (interrupted.aborted) throw new InterruptedError(`Interrupted after ${count} rows; there may be more.`);
}

/** A table; or with all columns, which do not fit in a line, a block for each row. */
function drawn(
  world: World,
  rows: readonly ReadonlyMap<string, unknown>[],
  columns: readonly string[],
  { all = false, fields }: RowOptions,
): string {
  const { stdout } = world;
  const draw = coloursOn(world);
  const drawHead = (name: string): string => draw("bold", name);
  // Leaves out columns that this server does not have, unless they were asked for.
  const isShown = (column: string): boolean =>
    fields !== undefined || rows.length === 0 || rows.some((row) => row.has(column));
  const head = columns.filter(isShown);
  const cells = rows.map((row) => head.map((column) => visible(textOf(row.get(column)))));
  if (all) return cells.map((row) => `${recordOf(head, row, drawHead)}\n`).join("\n");
  return `${tableOf(head, cells, stdout.isTTY ? stdout.columns || undefined : undefined, drawHead)}\n`;
}

/** Prints one row as a block, or in a form for programs. */
export async function printRecord(
  world: World,
  row: object,
  columns: readonly string[],
  options: RowOptions,
): Promise<void> {
  if (options.json || options.csv) return printRows(world, [row], columns, options);
  world.stdout.write(drawn(world, [new Map(Object.entries(row))], columns, { ...options, all: true }));
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
