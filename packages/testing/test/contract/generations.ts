import type { CurrentGeneration } from "../../src/fake/state/words.ts";
import type { Tagged } from "../../src/spec/spec-document.ts";

const ORDER = ["2021", "2024-10", "8.0", "8.1"];
/** As the spec names them. */
const NAMES: Readonly<Record<CurrentGeneration, string>> = { "2024-10": "2024-10", "8.x": "8.1" };

/** Whether a generation has what the spec tags so. */
export function isKnownTo(generation: CurrentGeneration, tagged: Tagged): boolean {
  const { "x-since": since = "2024-10", "x-until": until = "8.1" } = tagged;
  const place = ORDER.indexOf(NAMES[generation]);
  return ORDER.indexOf(since) <= place && place <= ORDER.indexOf(until);
}
