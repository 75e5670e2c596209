import type { BundleSize } from "./bundle.ts";
import type { Measured } from "./measure.ts";

/** A table of times, with the ratio to the first row. */
export function timesTable(title: string, rows: readonly Measured[], budget?: string): string {
  const lines = rows.map(
    ({ name, medianMs, minMs, maxMs, ratio }) =>
      `| ${name} | ${medianMs.toFixed(1)} | ${minMs.toFixed(1)} – ${maxMs.toFixed(1)} | ${ratio.toFixed(2)} |`,
  );
  return [
    `### ${title}${budget === undefined ? "" : ` (budget ${budget})`}`,
    "",
    "| | median ms | min – max | ratio |",
    "|---|--:|--:|--:|",
    ...lines,
    "",
  ].join("\n");
}

export function sizesTable(sizes: Readonly<Record<string, BundleSize>>): string {
  const lines = Object.entries(sizes).map(
    ([name, { minified, gzip, brotli }]) => `| ${name} | ${minified} | ${gzip} | ${brotli} |`,
  );
  const parts = Object.values(sizes).at(-1)?.parts ?? {};
  return [
    "### Bundle of a consumer (budget 10 kB min+gzip)",
    "",
    "| | minified | gzip | brotli |",
    "|---|--:|--:|--:|",
    ...lines,
    "",
    `Minified bytes by part: ${Object.entries(parts)
      .map(([part, bytes]) => `${part} ${bytes}`)
      .join(", ")}.`,
    "",
  ].join("\n");
}
