// Prints how big the packages are and what a call takes, each beside the limit to steer by.
import { benchmarkImport } from "../import-time.ts";
import { countedFigures } from "./counted-figures.ts";
import { drawn, type Figure } from "./figure.ts";

console.log(drawn([...(await countedFigures()), await importFigure()]));

async function importFigure(): Promise<Figure> {
  const [bare, sdk] = await benchmarkImport(21);
  return {
    name: "import, over bare Node",
    value: (sdk?.medianMs ?? Number.NaN) - (bare?.medianMs ?? Number.NaN),
    limit: 9,
    unit: "ms",
  };
}
