import { gzipOf } from "../bundle.ts";
import type { Figure } from "./figure.ts";

/** Weighs what a consumer carries, minified and compressed, and what further parts of the sdk add to it. */
export async function bundleFigures(): Promise<Figure[]> {
  const [guide, all, many, loop, error, states, names] = await Promise.all([
    gzipOf("guide.ts", { onlyAtStart: true }),
    gzipOf("guide.ts"),
    gzipOf("report-usage-many.ts", { onlyAtStart: true }),
    gzipOf("process-allocations.ts", { onlyAtStart: true }),
    gzipOf("is-puhuri-error.ts"),
    gzipOf("resource-states.ts"),
    gzipOf("names.ts"),
  ]);
  return [
    kilobytes("bundle: all operations of the guide, at start", guide, 26.5),
    kilobytes("bundle: what is loaded when it is used adds", all - guide, 2.5),
    kilobytes("bundle: reportUsageMany adds", many - guide, 4.5),
    kilobytes("bundle: processAllocations adds", loop - guide, 5),
    kilobytes("bundle: isPuhuriError alone", error, 1),
    kilobytes("bundle: the states of api-types", states, 0.2),
    kilobytes("bundle: all names of api-types", names, 4.2),
  ];
}

function kilobytes(name: string, bytes: number, limit: number): Figure {
  return { name, value: bytes / 1000, limit, unit: "kB" };
}
