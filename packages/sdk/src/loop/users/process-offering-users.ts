import type { BulkRun } from "../../bulk/bulk-run.ts";
import type { PuhuriClient } from "../../client.ts";
import { contextOf } from "../../nouns/context.ts";
import type { KeysOf } from "../../values/arguments.ts";
import { checkHandlers } from "../handlers.ts";
import { checkScope, createPass, type Ending, endingOf, noneYet, type PassOptions } from "../pass.ts";
import { OfferingUserFailed, type OfferingUserHandlers, type UserAtOffering } from "./handlers.ts";
import { type OfferingUserStep, UserAttempt } from "./user-attempt.ts";
import { type WaitingUser, waitingUsers } from "./waiting-users.ts";

/** What became of a user in one pass. */
export type OfferingUserOutcome = Ending<OfferingUserFailed> & {
  /** What was wanted. */
  readonly kind: "create" | "remove";
  /** As they were read last. */
  readonly user: UserAtOffering;
  /** What was done, or in a dry run would be. */
  readonly steps: readonly OfferingUserStep[];
  readonly dryRun: boolean;
};

/** How a pass over users runs. */
export type ProcessOfferingUsersOptions = PassOptions<OfferingUserOutcome>;

/**
 * Makes one pass over the users of an offering: gives logins to those who wait for one, and takes them from those who
 * have left.
 *
 * On 8.x servers offering users say what they wait for: those that are Requested, or wait for linking or validation, go
 * to `create`, those whose deletion was requested to `remove`. If the offering has `offering_user_auto_deletion`, the
 * server says who has left; otherwise the teams of its allocations do. On older servers the teams say everything.
 * Yields the outcome of each user; one failure never stops the rest. If a handler throws, nothing changes at Puhuri:
 * the outcome is `failed`, and the next pass calls it again. Only an `OfferingUserFailed` is shown to the user.
 *
 * Run it again and again: each pass takes the steps that it finds not done, even if the last one was killed between two
 * requests. If you stop or leave the pass while a handler is at work, the pass waits for it: heed its `signal`. Two
 * processes may run at once.
 *
 * @throws {InvalidArgumentError} A handler is not a function, or an option is wrong. While iterating: there is
 *   no such offering.
 * @throws While iterating: any error of the listing, or the signal's `reason` if you abort.
 * @example
 * const handlers = {
 *   create: async ({ user_username }: UserAtOffering, { idempotencyKey }: HandlerContext) => ({
 *     username: await logins.findOrCreate(idempotencyKey, user_username),
 *   }),
 *   remove: (_user: UserAtOffering, { idempotencyKey }: HandlerContext) => logins.remove(idempotencyKey),
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
  checkScope(scope, { offering_uuid: true });
  checkHandlers(handlers, HANDLERS);
  const site = { puhuri, offering_uuid: scope.offering_uuid };
  return createPass<WaitingUser, OfferingUserOutcome>(context, options, {
    counts: noneYet,
    list: (call) => waitingUsers(context, site, handlers.remove !== undefined, call),
    keyOf: ({ user }) => user.user_uuid,
    async attempt(waiting, how) {
      const attempt = new UserAttempt(context, site, handlers, waiting, how);
      const ending = await endingOf(
        how.signal,
        () => attempt.carryOut(),
        OfferingUserFailed,
        (error) => attempt.showFailure(error),
      );
      const { user, steps, dryRun } = attempt;
      return { ...ending, kind: waiting.kind, user, steps, dryRun };
    },
  });
}

const HANDLERS: KeysOf<OfferingUserHandlers> = { create: true, remove: true };
