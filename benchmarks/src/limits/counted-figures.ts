import { bundleFigures } from "./bundle-size.ts";
import type { Figure } from "./figure.ts";
import { passedFigures } from "./passed-files.ts";
import { sourceFigures } from "./source-size.ts";

/** The figures that are the same on every machine. */
export async function countedFigures(): Promise<Figure[]> {
  return [...sourceFigures(), ...(await passedFigures()), ...(await bundleFigures())];
}
