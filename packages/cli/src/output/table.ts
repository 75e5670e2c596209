import truncatedWidth from "fast-string-truncated-width";

const GAP = "  ";
const ELLIPSIS = "…";
/** No column is made narrower than this. */
const LEAST = 8;

/**
 * Draws a table as wide as its cells. If it does not fit in the terminal, the widest cells are cut.
 *
 * @param width - Characters per line, if it is a terminal.
 * @param drawHead - Styles a cell of the head, which has its final width already.
 */
export function tableOf(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  width: number | undefined,
  drawHead: (text: string) => string,
): string {
  const widths = head.map((name, i) =>
    rows.reduce((widest, row) => Math.max(widest, widthOf(row[i] ?? "")), widthOf(name)),
  );
  if (width !== undefined) narrow(widths, head, width);
  const line = (cells: readonly string[]): string[] => cells.map((cell, i) => fitted(cell, widths[i] ?? 0));
  return [line(head).map(drawHead), ...rows.map(line)].map((cells) => cells.join(GAP).trimEnd()).join("\n");
}

/** Draws one row as a block, with a line for each cell. */
export function recordOf(
  head: readonly string[],
  cells: readonly string[],
  drawHead: (text: string) => string,
): string {
  const width = Math.max(...head.map(widthOf));
  return head
    .map((name, i) => `${drawHead(fitted(name, width))}${GAP}${cells[i] ?? ""}`.trimEnd())
    .join("\n");
}

/** Narrows the widest columns until all fit. A uuid is never cut: half of one is of no use. */
function narrow(widths: number[], head: readonly string[], width: number): void {
  const total = (): number => widths.reduce((sum, each) => sum + each, GAP.length * (widths.length - 1));
  const isUuid = head.map((name) => /(^|_)uuid$/.test(name));
  for (let over = total() - width; over > 0; over = total() - width) {
    const [first = 0, second = 0] = widths.filter((_, i) => !isUuid[i]).sort((a, b) => b - a);
    if (first <= LEAST) return;
    const at = widths.findIndex((each, i) => each === first && !isUuid[i]);
    widths[at] = Math.max(LEAST, first - over, Math.min(first - 1, second));
  }
}

function fitted(text: string, width: number): string {
  const { index, ellipsed, width: taken } = truncatedWidth(text, { limit: width, ellipsis: ELLIPSIS });
  const shown = ellipsed ? text.slice(0, index) + ELLIPSIS : text;
  return shown + " ".repeat(Math.max(0, width - taken - (ellipsed ? ELLIPSIS.length : 0)));
}

function widthOf(text: string): number {
  return truncatedWidth(text).width;
}
