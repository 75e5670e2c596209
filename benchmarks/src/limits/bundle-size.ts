import { gzipOf } from "../bundle.ts";
import type { Figure } from "./figure.ts";

/** Weighs what a consumer carries, minified and compressed, and what further parts of the sdk add to it. */
export async function bundleFigures(): Promise<Figure[]> {
  const [guide, all, many, loop] = await Promise.all([
    gzipOf("guide.ts", { onlyAtStart: true }),
    gzipOf("guide.ts"),
    gzipOf("report-usage-many.ts", { onlyAtStart: true }),
    gzipOf("process-allocations.ts", { onlyAtStart: true }),
  ]);
  return [
    kilobytes("bundle: all operations of the guide, at start", guide, 26.5),
    kilobytes("bundle: the same on a server of 2021 adds", all - guide, 2.5),
    kilobytes("bundle: reportUsageMany adds", many - guide, 4.5),
    kilobytes("bundle: processAllocations adds", loop - guide, 5),
  ];
}

function kilobytes(name: string, bytes: number, limit: number): Figure {
  return { name, value: bytes / 1000, limit, unit: "kB" };
}
