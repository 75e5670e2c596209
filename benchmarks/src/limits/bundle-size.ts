import { gzipOf, NOTHING_LATER } from "../bundle.ts";
import type { Figure } from "./figure.ts";

/** Weighs what a consumer carries, minified and compressed, and what further parts of the sdk add to it. */
export async function bundleFigures(): Promise<Figure[]> {
  const [guide, with2021, many, loop, error, states, names] = await Promise.all([
    gzipOf("guide.ts", NOTHING_LATER),
    gzipOf("guide.ts", { andLater: /server-2021/ }),
    gzipOf("report-usage-many.ts", NOTHING_LATER),
    gzipOf("process-allocations.ts", NOTHING_LATER),
    gzipOf("is-puhuri-error.ts"),
    gzipOf("resource-states.ts"),
    gzipOf("names.ts"),
  ]);
  return [
    kilobytes("bundle: all operations of the guide, at start", guide, 26.5),
    kilobytes("bundle: a 2021 server adds", with2021 - guide, 2.5),
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
