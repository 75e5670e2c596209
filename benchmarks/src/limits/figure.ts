/** Something that was counted or measured, and what it should stay within. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly limit: number;
  readonly unit?: "kB" | "ms";
  /** Which one it is, where it is the largest of many. */
  readonly of?: string;
}

/** Draws a line for each figure, with a mark at those over their limits. */
export function drawn(figures: readonly Figure[]): string {
  const rows = figures.map(({ name, value, limit, unit, of = "" }) => [
    value > limit ? "✗" : "✓",
    name,
    written(value, unit),
    `of ${written(limit, unit)}`,
    of,
  ]);
  const width = (column: number) => Math.max(...rows.map((row) => row[column]?.length ?? 0));
  const [names, values, limits] = [width(1), width(2), width(3)];
  return rows
    .map(([mark = "", name = "", value = "", limit = "", of = ""]) =>
      `${mark} ${name.padEnd(names)}  ${value.padStart(values)}  ${limit.padEnd(limits)}  ${of}`.trimEnd(),
    )
    .join("\n");
}

function written(value: number, unit: Figure["unit"]): string {
  if (unit === undefined) return value.toLocaleString("en");
  return `${value.toFixed(1)} ${unit}`;
}
