import Table from "cli-table3";
import { stringify } from "csv-stringify/sync";
import { UsageError } from "../exit-codes.ts";
import type { World } from "../world.ts";

/** How rows are printed: as a table for people unless a form for programs is asked for. */
export interface RowOptions {
  readonly json?: boolean;
  readonly csv?: boolean;
  readonly fields?: string;
}

type Row = Readonly<Record<string, unknown>>;

/** The columns to show: what `--fields` names, or what people want to see first. */
export function columnsOf({ fields }: RowOptions, usual: readonly string[]): readonly string[] {
  if (fields === undefined) return usual;
  const named = fields.split(",").map((field) => field.trim());
  if (named.includes("")) throw new UsageError(`--fields takes names between commas, not "${fields}".`);
  return named;
}

/** Prints rows as they come; only a table waits for the last one. */
export async function printRows(
  { stdout, env }: World,
  rows: AsyncIterable<Row> | Iterable<Row>,
  columns: readonly string[],
  { json = false, csv = false }: RowOptions,
): Promise<void> {
  const isPlain = !stdout.isTTY || Boolean(env["NO_COLOR"]);
  const table: string[][] = [];
  if (csv) stdout.write(stringify([columns]));
  for await (const row of rows) {
    const cells = columns.map((column) => textOf(row[column]));
    if (json) stdout.write(`${JSON.stringify(row)}\n`);
    else if (csv) stdout.write(stringify([cells]));
    else table.push(cells);
  }
  if (!json && !csv) stdout.write(`${tableOf(columns, table, isPlain)}\n`);
}

function tableOf(head: readonly string[], rows: readonly string[][], isPlain: boolean): string {
  const style = { head: isPlain ? [] : ["bold"], border: [], compact: true, "padding-left": 0 };
  const chars = Object.fromEntries(
    ["top", "bottom", "mid", "left", "right"].flatMap((side) =>
      ["", "-mid", "-left", "-right"].map((part) => [side + part, ""]),
    ),
  );
  const table = new Table({ head: [...head], style, chars: { ...chars, middle: " " } });
  table.push(...rows);
  return table.toString();
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
