import fc from "fast-check";
import { stories } from "./months.ts";
import { play } from "./play.ts";

/** @throws {Error} There is a story after which an invoice does not say what was used: the smallest that was found. */
export async function holdInvoices({
  runs,
  seed,
}: {
  readonly runs: number;
  readonly seed: number;
}): Promise<void> {
  const property = fc.asyncProperty(stories, async (story) => {
    const differs = await play(story);
    if (differs !== undefined) throw new Error(differs);
  });
  await fc.assert(property, { numRuns: runs, seed });
}
