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
