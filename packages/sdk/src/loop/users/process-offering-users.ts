import { type BulkOptions, checkRunOptions } from "../../bulk/items.ts";
import type { BulkRun } from "../../bulk/outcomes.ts";
import { WindowedRun } from "../../bulk/windowed-run.ts";
import type { PuhuriClient } from "../../client.ts";
import { contextOf } from "../../nouns/context.ts";
import { type KeysOf, requireKeys, requireObject } from "../../values/arguments.ts";
import { requireUuid } from "../../values/uuid.ts";
import { checkHandlers } from "../handlers.ts";
import { failureOf } from "../outcomes.ts";
import { UserAttempt, type UserTools } from "./attempt.ts";
import type { OfferingUserHandlers } from "./handlers.ts";
import { noUserOutcomes, type OfferingUserOutcome, type UserEnding } from "./outcomes.ts";
import { type WaitingUser, waitingUsers } from "./waiting.ts";

/** How a pass over users runs. `timeoutMs` is the time of each call for one user; `signal` stops the pass. */
export interface ProcessOfferingUsersOptions extends BulkOptions<OfferingUserOutcome> {
  /**
   * Users worked on at the same time.
   *
   * @default 1
   */
  readonly concurrency?: number | undefined;
  /**
   * Calls no handler, changes nothing, and tells what would be done.
   *
   * @default false
   */
  readonly dryRun?: boolean | undefined;
}

/**
 * Gives logins to whoever waits for one at an offering, and takes them from whoever has left, once.
 *
 * On 8.x servers offering users say what they wait for: those that are Requested, or wait for linking or validation, go to
 * `create`, those whose deletion was requested to `remove`. Who has left is told by the server where the offering has
 * `offering_user_auto_deletion`, and else by the teams of its allocations; on older servers all is told by them. Yields what
 * became of each user; one failure never stops the rest. A handler that throws changes nothing at Puhuri: the outcome is
 * `failed`, and the next pass calls it again. Only an `OfferingUserFailed` is told to the user.
 *
 * Run it again and again: each pass takes the steps that it does not find done, even if the last one was killed between two
 * requests. A handler that is at work when the pass is stopped or left is waited for: heed its `signal`. Two
 * processes may run at once.
 *
 * @throws {InvalidArgumentError} A handler is not a function, or an option is wrong. While iterating: there is
 *   no such offering.
 * @throws While iterating: what listing throws, or the signal's `reason`, when the caller aborted.
 * @example
 * const handlers = {
 *   create: async ({ user_username }: UserAtOffering, { idempotencyKey }: OfferingUserContext) => ({
 *     username: await logins.findOrCreate(idempotencyKey, user_username),
 *   }),
 *   remove: (_user: UserAtOffering, { idempotencyKey }: OfferingUserContext) => logins.remove(idempotencyKey),
 * };
 * for await (const { outcome, user } of processOfferingUsers(puhuri, { offering_uuid: offeringUuid }, handlers)) {
 *   console.log(user.username, outcome);
 * }
 * @see offering_users_list, offering_users_begin_creating, offering_users_update, offering_users_set_deleted
 */
export function processOfferingUsers(
  puhuri: PuhuriClient,
  scope: { readonly offering_uuid: string },
  handlers: OfferingUserHandlers,
  options: ProcessOfferingUsersOptions = {},
): BulkRun<OfferingUserOutcome> {
  const context = contextOf(puhuri);
  requireObject(scope, "scope");
  requireKeys(scope, { offering_uuid: true }, "scope");
  const offering_uuid = requireUuid(scope.offering_uuid, "offering_uuid");
  checkHandlers(handlers, HANDLERS);
  checkRunOptions(context, options, { dryRun: true });
  const { timeoutMs, retry, dryRun = false } = options;
  const tools = { context, puhuri, offering_uuid, handlers, options: { timeoutMs, retry, dryRun } };
  const asked = { puhuri, offering_uuid, findsLeavers: handlers.remove !== undefined };
  return new WindowedRun<WaitingUser, OfferingUserOutcome>(
    {
      // All of them are read before any is touched: those who are served leave the list.
      async *source(signal) {
        yield* await waitingUsers(context, asked, { signal, timeoutMs, retry });
      },
      counts: noUserOutcomes,
      task: (waiting, _index, signal) => workOn(tools, waiting, signal),
    },
    { ...options, concurrency: options.concurrency ?? 1 },
  );
}

const HANDLERS: KeysOf<OfferingUserHandlers> = { create: true, remove: true };

/** Works on one user: whatever comes of it is an outcome, unless the pass is stopped. */
async function workOn(
  tools: UserTools,
  waiting: WaitingUser,
  signal: AbortSignal,
): Promise<OfferingUserOutcome> {
  const attempt = new UserAttempt(tools, waiting, signal);
  const ending = await attempt.carryOut().catch((error: unknown): UserEnding => failureOf(error, signal));
  const { user, steps } = attempt;
  return { ...ending, kind: waiting.kind, user, steps, dryRun: tools.options.dryRun };
}
