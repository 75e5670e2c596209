import { InvalidTransitionError } from "../errors.ts";
import type { WorkOrder } from "../servers/waiting.ts";
import { isText } from "../values/arguments.ts";
import type { AllocationAttempt } from "./allocation-attempt.ts";
import { type AllocationFailed, checkCreated, type Decision, isToWait, wrongAnswer } from "./handlers.ts";
import { type Ending, skipped } from "./pass.ts";

/**
 * How work on an allocation has ended. `rejected`: `decide` refused it, or a handler did before its order was approved.
 */
export type AllocationEnding = Ending<AllocationFailed> | { readonly outcome: "rejected" };

/**
 * Carries out one thing that waits: reviews it, does it on the provider's side, and tells Puhuri.
 *
 * A pass may end after any request; the next one takes each step that it finds not done. On offerings where the server
 * treats an approved order as done, approving comes last: an order that is done would not be found again.
 */
export async function carryOut(attempt: AllocationAttempt): Promise<AllocationEnding> {
  await attempt.look();
  const { kind, order, standing } = attempt.waiting;
  if (standing !== "open") return skipped(DEALT_WITH);
  if (kind === undefined || attempt.handlers[kind] === undefined) {
    return skipped(`There is no handler for this (${kind ?? order?.type}).`);
  }
  if (attempt.waiting.needsReview) {
    const refusal = await review(attempt);
    if (refusal !== undefined) return refusal;
  }
  if (attempt.waiting.needsReview && !attempt.waiting.endsWithReview && order !== undefined) {
    await attempt.approve(order.uuid);
    const notNow = endingAtApproval(attempt);
    if (notNow !== undefined) return notNow;
  }
  if (!(await handle(attempt))) return { outcome: "waiting" };
  await attempt.complete();
  return { outcome: "done" };
}

const DEALT_WITH = "Somebody else has dealt with it in the meantime.";

/** How it ends if it was not accepted. */
async function review(attempt: AllocationAttempt): Promise<AllocationEnding | undefined> {
  const { handlers, allocation, waiting } = attempt;
  // What is linked already was accepted before.
  if (waiting.kind === "create" && allocation.backend_id !== "") return undefined;
  const decision: Decision = (await handlers.decide?.(allocation, waiting.order)) ?? "accept";
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

/** What an approval led to, if there is nothing for the provider to do then. */
function endingAtApproval({ waiting }: AllocationAttempt): AllocationEnding | undefined {
  const { standing, order } = waiting;
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
  const { handlers, allocation, given, waiting } = attempt;
  if (waiting.kind === "create") {
    const created = await attempt.step("create", () => handlers.create(allocation, given));
    if (created === "wait") return false;
    await attempt.tell(
      attempt.dryRun ? { backend_id: allocation.backend_id || "new" } : checkCreated(created),
    );
    return true;
  }
  if (waiting.kind === "terminate" && (await attempt.reportLastUsage())) return false;
  const limits = limitsOf(waiting.order) ?? allocation.limits;
  const answer = await (waiting.kind === "terminate"
    ? attempt.step("terminate", () => handlers.terminate?.(allocation, given))
    : attempt.step("update", () => handlers.update?.(allocation, limits, given)));
  return !isToWait(waiting.kind ?? "", answer);
}

/** An order that changes the plan alone may name no limits: then they stay as they are. */
function limitsOf(order: WorkOrder | undefined): WorkOrder["limits"] | undefined {
  return Object.keys(order?.limits ?? {}).length === 0 ? undefined : order?.limits;
}

/** Tells Puhuri's users why a handler gave up for good. */
export async function tellFailure(
  attempt: AllocationAttempt,
  error: AllocationFailed,
): Promise<AllocationEnding> {
  const { kind, needsReview, order } = attempt.waiting;
  // Nothing was promised yet, and the allocation lives on.
  if (kind !== "create" && needsReview && order !== undefined) {
    await attempt.reject(error.message);
    return { outcome: "rejected" };
  }
  await attempt.markErred(error.message);
  return { outcome: "erred", error };
}
