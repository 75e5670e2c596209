import type { HandlerContext, OfferingUserHandlers, UserAtOffering } from "@puhuri/sdk/loop";
import { z } from "zod";
import { callProgram, nothing, orWait, type Programs } from "./program.ts";

const pending = z
  .object({
    state: z.enum(["Pending account linking", "Pending additional validation"]),
    comment: z.string().optional(),
    comment_url: z.string().optional(),
  })
  .transform(({ state, comment, comment_url: commentUrl }) => ({ state, comment, commentUrl }));

/** What `user-create` prints: the user name, or what the user has to do first. */
export const created = z.union([z.object({ username: z.string().min(1) }), pending]);

/** The handlers of users, which run the provider's programs; undefined if there is no `user-create`. */
export function userHandlersOf(programs: Programs): OfferingUserHandlers | undefined {
  const { "user-create": create, "user-remove": remove } = programs.offering.programs;
  if (create === undefined) return undefined;
  const inputOf = (user: UserAtOffering, { idempotencyKey }: HandlerContext) => ({
    user,
    idempotency_key: idempotencyKey,
  });
  const tried = <T>({ user_uuid: user }: UserAtOffering, work: Promise<T>) =>
    orWait(programs, { user }, work);
  return {
    create: (user, context) =>
      tried(user, callProgram(programs, "user-create", inputOf(user, context), created)),
    ...(remove && {
      remove: (user, context) =>
        tried(user, callProgram(programs, "user-remove", inputOf(user, context), nothing)),
    }),
  };
}
