import { type CurrentGeneration, GENERATIONS } from "../../src/fake/state/words.ts";
import type { Tagged } from "../../src/spec/spec-document.ts";

const ORDER: readonly string[] = GENERATIONS;

/** Whether a generation has what the spec tags so. */
export function isKnownTo(generation: CurrentGeneration, tagged: Tagged): boolean {
  const { "x-since": since = "2024-10", "x-until": until = "8.1" } = tagged;
  const place = ORDER.indexOf(generation);
  return ORDER.indexOf(since) <= place && place <= ORDER.indexOf(until);
}
