import { type Line, unusable } from "./figure.ts";

/** A row of what Slurm prints with `-P`, by the names of its columns. */
export interface SlurmRow {
  readonly line: Line;
  /** Undefined where the table has no such column. */
  cell(...names: readonly string[]): string | undefined;
}

/**
 * Reads what Slurm prints between `|`: it puts nothing into quotes. A header may come again, where tables follow each other.
 *
 * @param isHeader - Whether a row names the columns.
 * @param onText - Takes a line that is no row.
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
