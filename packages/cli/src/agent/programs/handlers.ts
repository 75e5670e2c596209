import type {
  Allocation,
  AllocationContext,
  AllocationHandlers,
  CreatedAllocation,
  HandlerContext,
  LastUsage,
  OfferingUserHandlers,
  UserAtOffering,
} from "@puhuri/sdk/loop";
import { z } from "zod";
import { callProgram, nothing, orWait, ProgramError, type Programs } from "./program.ts";

const report = z.array(z.object({ header: z.string(), body: z.string() }));
export const created = z.object({ backend_id: z.string().min(1), report: report.optional() });
export const found = z.union([
  z.object({ exists: z.literal(true), backend_id: z.string().optional(), report: report.optional() }),
  z.object({ exists: z.literal(false) }),
]);

/** Measures what an allocation has used this month so far; undefined if there is nothing to report. */
export type Measure = (allocation: Allocation) => Promise<LastUsage | undefined>;

/** The handlers of the SDK's loop, which run the provider's programs. */
export function handlersOf(programs: Programs, measure: Measure): AllocationHandlers {
  const { update, terminate, exists, usage } = programs.offering.programs;

  /** Undefined if there is no program that could say. */
  async function find(allocation: Allocation, context: AllocationContext) {
    if (exists === undefined) return undefined;
    return callProgram(programs, "exists", inputOf(allocation, context), found);
  }

  async function create(allocation: Allocation, context: AllocationContext): Promise<CreatedAllocation> {
    const known = await find(allocation, context);
    if (known?.exists !== true) {
      requireRunning(context, "create");
      return callProgram(programs, "create", inputOf(allocation, context), created);
    }
    const backend_id = known.backend_id || allocation.backend_id;
    if (backend_id !== "") return { backend_id, report: known.report };
    throw new ProgramError("exists", "bad-output", "must print the backend_id if the allocation exists.");
  }

  async function lastUsage(
    allocation: Allocation,
    context: AllocationContext,
  ): Promise<LastUsage | undefined> {
    // What is gone cannot be measured any more.
    const known = await find(allocation, context);
    requireRunning(context, "usage");
    return known?.exists === false ? undefined : measure(allocation);
  }

  async function end(allocation: Allocation, context: AllocationContext): Promise<void> {
    requireRunning(context, "terminate");
    await callProgram(programs, "terminate", inputOf(allocation, context), nothing);
  }

  const tried = <T>({ uuid: allocation }: Allocation, work: Promise<T>) =>
    orWait(programs, { allocation }, work);
  return {
    create: (allocation, context) => tried(allocation, create(allocation, context)),
    ...(update && {
      update: (allocation, limits, context) => {
        const input = { ...inputOf(allocation, context), limits };
        return tried(allocation, callProgram(programs, "update", input, nothing));
      },
    }),
    ...(usage && { lastUsage: (allocation, context) => tried(allocation, lastUsage(allocation, context)) }),
    ...(terminate && { terminate: (allocation, context) => tried(allocation, end(allocation, context)) }),
  };
}

function inputOf(allocation: Allocation, { idempotencyKey, order }: AllocationContext) {
  return { allocation, idempotency_key: idempotencyKey, limits: allocation.limits, order: order ?? null };
}

/** An agent that is stopping waits for the program at work, and starts no other. */
function requireRunning({ signal }: AllocationContext, program: "create" | "usage" | "terminate"): void {
  if (signal.aborted) throw new ProgramError(program, "stopped", "was not started: the agent is stopping.");
}

const pending = z
  .object({
    state: z.enum(["Pending account linking", "Pending additional validation"]),
    comment: z.string().optional(),
    comment_url: z.string().optional(),
  })
  .transform(({ state, comment, comment_url: commentUrl }) => ({ state, comment, commentUrl }));

/** What `user-create` prints: the user name, or what the user has to do first. */
export const userCreated = z.union([z.object({ username: z.string().min(1) }), pending]);

/** The handlers of users, which run the provider's programs; undefined if there is no `user-create`. */
export function userHandlersOf(programs: Programs): OfferingUserHandlers | undefined {
  const { "user-create": create, "user-remove": remove } = programs.offering.programs;
  if (create === undefined) return undefined;
  function call<T>(
    program: "user-create" | "user-remove",
    user: UserAtOffering,
    { idempotencyKey }: HandlerContext,
    output: z.ZodType<T>,
  ) {
    const input = { user, idempotency_key: idempotencyKey };
    return orWait(programs, { user: user.user_uuid }, callProgram(programs, program, input, output));
  }
  return {
    create: (user, context) => call("user-create", user, context, userCreated),
    ...(remove && { remove: (user, context) => call("user-remove", user, context, nothing) }),
  };
}
