import type { WorkOrder } from "../dialects/waiting.ts";
import { requireObject, requireText } from "../values/arguments.ts";
import type { AllocationAttempt } from "./allocation-attempt.ts";
import { checkCreated, findExisting, untoldOf } from "./existing.ts";
import { HandlerFailure } from "./failures.ts";
import type { Decision } from "./handlers.ts";

/** How far a pass got with an allocation. */
export type Progress = "done" | "rejected" | "waiting";

/**
 * Carries out what waits: reviews it, does it at the provider's side, tells Puhuri.
 *
 * A pass may end after any request; the next one finds out how far it got. On offerings where the server takes an approved
 * order for carried out, approving comes last: an order that is done would not be found again.
 */
export async function carryOut(attempt: AllocationAttempt): Promise<Progress> {
  const { needsReview, endsWithReview, order, kind } = attempt.waiting;
  if (needsReview && !endsWithReview) {
    const verdict = await review(attempt);
    if (verdict !== "accepted") return verdict;
    if (order !== undefined) await attempt.approve(order.uuid);
  }
  const isOpen = needsReview && endsWithReview;
  const progress = await (kind === "create" ? create(attempt, isOpen) : change(attempt, isOpen));
  if (progress === "done") await attempt.complete();
  return progress;
}

async function review(attempt: AllocationAttempt): Promise<"accepted" | "rejected" | "waiting"> {
  const { handlers, allocation, waiting } = attempt;
  const decision: Decision = (await handlers.decide?.(allocation, waiting.order)) ?? "accept";
  if (decision === "accept") return "accepted";
  if (decision === "wait") return "waiting";
  await attempt.reject(decision === "reject" ? undefined : reasonOf(decision));
  return "rejected";
}

/** Rejecting is for good: what is none of the decisions, such as `true`, must not be taken for it. */
function reasonOf(decision: { readonly reject: string }): string {
  requireObject(decision, "decide()");
  requireText(decision.reject, "decide().reject");
  return decision.reject;
}

/** @param isOpen - Whether it has still to be reviewed; what exists was accepted before. */
async function create(attempt: AllocationAttempt, isOpen: boolean): Promise<Progress> {
  const { client, handlers, allocation, context } = attempt;
  let created = await findExisting(attempt);
  if (created === undefined) {
    const verdict = isOpen ? await review(attempt) : "accepted";
    if (verdict !== "accepted") return verdict;
    const answer = await attempt.step("create", () =>
      guarded(async () => handlers.create(allocation, context)),
    );
    if (answer === "wait") return "waiting";
    if (answer === undefined && attempt.dryRun) {
      attempt.steps.push("set-backend-id");
      return "done";
    }
    created = checkCreated(answer, "create");
    untoldOf(client).set(allocation.uuid, created);
  }
  await attempt.setBackendId(created.backend_id);
  if (created.report !== undefined) await attempt.submitReport(created.report);
  return "done";
}

async function change(attempt: AllocationAttempt, isOpen: boolean): Promise<Progress> {
  const { handlers, allocation, context, waiting } = attempt;
  const verdict = isOpen ? await review(attempt) : "accepted";
  if (verdict !== "accepted") return verdict;
  if (waiting.kind === "terminate") {
    const isGone = handlers.exists !== undefined && (await findExisting(attempt)) === undefined;
    if (isGone) return "done";
    const answer = await attempt.step("terminate", () =>
      guarded(async () => handlers.terminate?.(allocation, context)),
    );
    return answer === "wait" ? "waiting" : "done";
  }
  const limits = limitsOf(waiting.order) ?? allocation.limits;
  const answer = await attempt.step("update", () =>
    guarded(async () => handlers.update?.(allocation, limits, context)),
  );
  return answer === "wait" ? "waiting" : "done";
}

/** An order that changes the plan alone may name no limits: then they stay as they are. */
function limitsOf(order: WorkOrder | undefined): WorkOrder["limits"] | undefined {
  return Object.keys(order?.limits ?? {}).length === 0 ? undefined : order?.limits;
}

/** Tells what a handler throws from what the API throws. */
async function guarded<T>(handle: () => Promise<T>): Promise<T> {
  try {
    return await handle();
  } catch (error) {
    throw new HandlerFailure(error);
  }
}
