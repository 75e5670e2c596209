import { type Line, unusable } from "./figure.ts";
import type { UsageRow } from "./rows.ts";

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
