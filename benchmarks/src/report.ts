import type { BundleSize } from "./bundle.ts";
import type { Measured } from "./measure.ts";

/** A table of times, against the first row. */
export function timesTable(title: string, rows: readonly Measured[], budget?: string): string {
  const lines = rows.map(({ name, medianMs, minMs, maxMs, ratio, ratioSpread: [low, high] }) => {
    const over = medianMs - (rows[0]?.medianMs ?? Number.NaN);
    const figures = [short(medianMs), `${short(minMs)} – ${short(maxMs)}`, short(over)];
    return `| ${[name, ...figures, ratio.toFixed(2), `${low.toFixed(2)} – ${high.toFixed(2)}`].join(" | ")} |`;
  });
  return [
    `## ${title}${budget === undefined ? "" : ` (budget ${budget})`}`,
    "",
    "| | median ms | min – max | over the first | ratio to it | middle half |",
    "|---|--:|--:|--:|--:|--:|",
    ...lines,
    "",
  ].join("\n");
}

/** A table of bundles, and what the parts of the last one weigh. */
export function sizesTable(sizes: Readonly<Record<string, BundleSize>>): string {
  const lines = Object.entries(sizes).map(
    ([name, { minified, gzip, brotli }]) => `| ${name} | ${minified} | ${gzip} | ${brotli} |`,
  );
  const parts = Object.entries(Object.values(sizes).at(-1)?.parts ?? {});
  return [
    "## Bundle of a consumer, in bytes (budget 10 kB minified and gzipped)",
    "",
    "| | minified | gzip | brotli |",
    "|---|--:|--:|--:|",
    ...lines,
    "",
    "Of the last, by part; gzip is what the whole would weigh less without it.",
    "",
    "| part | minified | gzip |",
    "|---|--:|--:|",
    ...parts.map(([part, { minified, gzip }]) => `| ${part} | ${minified} | ${gzip} |`),
    "",
  ].join("\n");
}

/** Three digits of a time, whether it is of a call or of a listing. */
function short(ms: number): string {
  return ms >= 100 ? ms.toFixed(0) : ms.toPrecision(3);
}
