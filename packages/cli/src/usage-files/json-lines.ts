import { type Line, unusable } from "./figure.ts";
import type { UsageRow } from "./rows.ts";

/** An object a line, with the keys that a table has as columns. */
export async function* readJsonLines(
  lines: AsyncIterable<Line>,
): AsyncGenerator<{ readonly row: UsageRow; readonly line: number }> {
  for await (const line of lines) {
    if (line.text.trim() !== "") yield { row: rowOf(line), line: line.number };
  }
}

function rowOf(line: Line): UsageRow {
  try {
    const row: unknown = JSON.parse(line.text);
    if (typeof row === "object" && row !== null && !Array.isArray(row)) return { ...row };
  } catch {
    // Said below.
  }
  throw unusable(line, "it is not a JSON object.");
}
