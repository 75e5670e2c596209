import { type ExchangeFacts, RequestTimeoutError } from "../errors.ts";
import { attempt, TIMED_OUT } from "./attempt.ts";
import type { Call } from "./call.ts";

/**
 * Waits for what another call is doing, no longer than this one may take.
 *
 * @param request - What this call would have sent next, for the error.
 * @throws {RequestTimeoutError} The call's time is up.
 * @throws The signal's `reason`, or what is waited for rejects with.
 */
export async function withinCall<T>(
  call: Call,
  now: number,
  request: Pick<ExchangeFacts, "operation" | "method" | "path">,
  other: Promise<T>,
): Promise<T> {
  try {
    return await attempt(() => other, call.deadline - now, call.signal);
  } catch (error) {
    if (error !== TIMED_OUT) throw error;
    const facts = { ...request, attempts: 0, maybeApplied: false };
    throw new RequestTimeoutError({
      ...facts,
      which: "total",
      timeoutMs: call.timeoutMs,
      reason: " It waited for another call of this client.",
    });
  }
}
