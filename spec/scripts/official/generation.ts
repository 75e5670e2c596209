import type { Tagged } from "../../test/document.ts";

/** The generations of servers, oldest first. */
export const GENERATIONS = ["2021", "2024-10", "8.0", "8.1"];

/** Whether a generation, the newest unless told, has what is tagged so. */
export function inGeneration(tagged: Tagged, generation = "8.1"): boolean {
  const { "x-since": since = "2024-10", "x-until": until = "8.1" } = tagged;
  const place = GENERATIONS.indexOf(generation);
  return GENERATIONS.indexOf(since) <= place && place <= GENERATIONS.indexOf(until);
}
