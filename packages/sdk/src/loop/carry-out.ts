import { InvalidTransitionError } from "../errors.ts";
import { isText } from "../values/arguments.ts";
import type { AllocationAttempt } from "./allocation-attempt.ts";
import { checkCreated, isToWait, wrongAnswer } from "./answers.ts";
import type { AllocationFailed, Decision } from "./handlers.ts";
import { type Ending, skipped } from "./pass.ts";

/**
 * How work on an allocation has ended. `rejected`: `decide` refused it, or a handler did before its order was approved.
 */
export type AllocationEnding = Ending<AllocationFailed> | { readonly outcome: "rejected" };

/**
 * Carries out one thing that waits: reviews it, does it on the provider's side, and writes that to Puhuri.
 *
 * On offerings where the server treats an approved order as done, approving comes last: later passes would not find an
 * order that is done.
 */
export async function carryOut(attempt: AllocationAttempt): Promise<AllocationEnding> {
  await attempt.look();
  const { kind, order, standing } = attempt.item;
  if (standing !== "open") return skipped(DEALT_WITH);
  if (kind === undefined || attempt.handlers[kind] === undefined) {
    return skipped(`There is no handler for this (${kind ?? order?.type}).`);
  }
  if (attempt.item.needsReview) {
    const refusal = await review(attempt);
    if (refusal !== undefined) return refusal;
  }
  if (attempt.item.needsReview && !attempt.item.endsWithReview && order !== undefined) {
    await attempt.approve(order.uuid);
    const end = endOfApproval(attempt);
    if (end !== undefined) return end;
  }
  if (!(await handle(attempt))) return { outcome: "waiting" };
  await attempt.complete();
  return { outcome: "done" };
}

const DEALT_WITH = "Somebody else has dealt with it in the meantime.";

/** @returns How it ends if it is not accepted. */
async function review(attempt: AllocationAttempt): Promise<AllocationEnding | undefined> {
  const { handlers, allocation, item } = attempt;
  // If it has a backend id, an earlier pass has accepted it.
  if (item.kind === "create" && allocation.backend_id !== "") return undefined;
  const decision: Decision = (await handlers.decide?.(allocation, item.order)) ?? "accept";
  if (decision === "accept") return undefined;
  if (decision === "wait") return { outcome: "waiting" };
  await attempt.reject(decision === "reject" ? undefined : reasonOf(decision));
  return { outcome: "rejected" };
}

/** Rejecting is for good, so anything that is not a decision, such as `true`, must not count as one. */
function reasonOf(decision: { readonly reject: string }): string {
  const reason: unknown = Object(decision).reject;
  if (isText(reason)) return reason;
  throw wrongAnswer("decide", '"accept", "wait", "reject" or { reject: "why" }.');
}

/** @returns How it ends if, once approved, there is nothing for the provider to do. */
function endOfApproval({ item: { standing, order } }: AllocationAttempt): AllocationEnding | undefined {
  if (standing === "closed" && order?.state !== "done") return skipped(DEALT_WITH);
  if (standing === "not-yet") return { outcome: "waiting", until: order?.start_date || undefined };
  if (standing !== "failed") return undefined;
  const error = new InvalidTransitionError(
    `The server failed the order when it was approved${order?.error_message ? `: ${order.error_message}` : ""}. ` +
      "No handler was called.",
    { from: "erred", to: "done" },
  );
  return { outcome: "failed", error };
}

/** @returns Whether it is done. */
async function handle(attempt: AllocationAttempt): Promise<boolean> {
  const { handlers, allocation, given, item } = attempt;
  switch (item.kind) {
    case "create": {
      const created = await attempt.step("create", () => handlers.create(allocation, given));
      if (created === "wait") return false;
      await attempt.link(
        attempt.dryRun ? { backend_id: allocation.backend_id || "new" } : checkCreated(created),
      );
      return true;
    }
    case "update": {
      const ordered = item.order?.limits ?? {};
      // An order that changes only the plan may name no limits: then they stay as they are.
      const limits = Object.keys(ordered).length === 0 ? allocation.limits : ordered;
      return !isToWait(
        "update",
        await attempt.step("update", () => handlers.update?.(allocation, limits, given)),
      );
    }
    default:
      if (await attempt.reportLastUsage()) return false;
      return !isToWait(
        "terminate",
        await attempt.step("terminate", () => handlers.terminate?.(allocation, given)),
      );
  }
}

/** Shows users why a handler gave up for good. */
export async function showFailure(
  attempt: AllocationAttempt,
  error: AllocationFailed,
): Promise<AllocationEnding> {
  const { kind, needsReview, order } = attempt.item;
  // A change or an end that was not accepted yet is rejected, and the allocation stays as it is.
  if (kind !== "create" && needsReview && order !== undefined) {
    await attempt.reject(error.message);
    return { outcome: "rejected" };
  }
  await attempt.markErred(error.message);
  return { outcome: "erred", error };
}
