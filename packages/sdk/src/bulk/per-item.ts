import { attempt } from "../http/attempt.ts";
import type { Wait } from "../workflows/turns.ts";
import type { BulkOutcome } from "./outcome.ts";

/** Makes the task of a run: what an item throws is its outcome. */
export function perItem<Input, Result extends { readonly outcome: string }>(
  act: (input: Input, signal: AbortSignal) => Promise<Result>,
): (input: Input, index: number, signal: AbortSignal) => Promise<BulkOutcome<Input, Result>> {
  return async (input, index, signal) => {
    try {
      const result = await act(input, signal);
      return { outcome: result.outcome, input, index, result };
    } catch (error) {
      // Broken off, which says nothing of the item.
      if (signal.aborted) throw error;
      return { outcome: "failed", input, index, error };
    }
  };
}

/** Lets an item wait for its turn however long the others take, but no longer than the run goes on. */
export function untilAborted(signal: AbortSignal): Wait {
  return (before) => attempt(() => before, Number.POSITIVE_INFINITY, signal);
}
