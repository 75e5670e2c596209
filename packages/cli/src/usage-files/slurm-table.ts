import { type Line, unusable } from "./lines.ts";

/** A row of what Slurm prints with `-P`, by the names of its columns. */
export interface SlurmRow {
  readonly line: Line;
  /** The first of these columns; undefined if the table has none of them. */
  cell(...names: readonly string[]): string | undefined;
}

/**
 * Reads a table that Slurm prints with `|` between cells, without quotes. If tables follow each other, so do headers.
 *
 * @param isHeader - Whether a row names the columns.
 * @param onText - Called with a line that is not a row.
 */
export async function* slurmRows(
  lines: AsyncIterable<Line>,
  isHeader: (cells: readonly string[]) => boolean,
  onText: (line: Line) => void,
): AsyncGenerator<SlurmRow> {
  let columns: readonly string[] | undefined;
  for await (const line of lines) {
    if (line.text.trim() === "") continue;
    const cells = line.text.split("|");
    if (cells.length === 1) {
      onText(line);
      continue;
    }
    if (isHeader(cells)) {
      columns = cells;
      continue;
    }
    if (columns === undefined)
      throw unusable(line, "there is no header above it. Run the command without -n.");
    if (cells.length !== columns.length) {
      throw unusable(
        line,
        `it has ${cells.length} columns, but the header has ${columns.length}. Leave out free text, such as JobName, which may contain a |.`,
      );
    }
    const names = columns;
    yield {
      line,
      cell: (...wanted) => wanted.map((name) => cells[names.indexOf(name)]).find((it) => it !== undefined),
    };
  }
}
