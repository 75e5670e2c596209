import type { Provider } from "../dialects/provider.ts";
import type {
  Move,
  ResourceSummary,
  Situation,
  TargetState,
  Transitions,
  TransitionWishes,
} from "../dialects/transitions.ts";
import {
  BadRequestError,
  ConflictError,
  ConnectionError,
  InvalidArgumentError,
  InvalidTransitionError,
  RequestTimeoutError,
  ServerError,
  UnexpectedResponseError,
} from "../errors.ts";
import type { Call } from "../http/call.ts";

/** What to tell the server, and what to do where the target alone does not say it. */
export interface SetStateOptions {
  /** Why, for the users to read; kept with an order that is rejected or fails. */
  readonly message?: string | undefined;
  /** Details for whoever has to mend it. */
  readonly traceback?: string | undefined;
  /** For `"erred"`, when the order still waits for review: approve it first, or reject it for good. */
  readonly onPending?: "approve" | "reject" | undefined;
}

/** What became of an allocation. */
export interface SetStateResult {
  /** `unchanged`: it was so already, and nothing was sent. */
  readonly outcome: "changed" | "unchanged";
  readonly from: string;
  readonly to: string;
  readonly resource: ResourceSummary;
  /** The order that was acted on, on servers that have orders. */
  readonly orderUuid?: string;
}

/** More steps than the longest way has: fail the creation, order the termination, approve and complete it. */
const MAX_STEPS = 10;
/** Lost answers that are settled by reading before the call gives up. */
const MAX_LOST = 3;

/**
 * Brings an allocation to the target: reads where it stands, takes the next step, until it is there.
 *
 * After a lost answer, or a refusal that may mean that somebody was faster, only what is read counts.
 */
export async function setState(
  provider: Provider,
  resourceUuid: string,
  target: TargetState,
  options: SetStateOptions,
  call: Call,
  pause: (attempt: number, call: Call) => Promise<void>,
): Promise<SetStateResult> {
  requireTarget(target);
  const { transitions } = (await provider.resolve(call)).resources;
  const wishes = wishesOf(options);
  let situation = await transitions.read(resourceUuid, call);
  const from = situation.resource.state;
  let orderUuid: string | undefined;
  let lost = 0;
  for (let step = 0; step < MAX_STEPS; step++) {
    const move = transitions.next(situation, target, wishes);
    if (move.kind === "refused") throw move.error;
    if (move.kind === "reached") return resultOf(from, situation, orderUuid);
    orderUuid = situation.order?.uuid ?? orderUuid;
    const attempt = await tryMove(transitions, move, situation, call);
    orderUuid ??= attempt.situation.order?.uuid;
    const moved = !sameSituation(attempt.situation, situation);
    if (move.last === true && (moved || attempt.error === undefined)) {
      return resultOf(from, attempt.situation, orderUuid);
    }
    if (attempt.error !== undefined && !moved) {
      // A refusal stands; a request that was lost is sent again.
      if (!isLost(attempt.error) || ++lost > MAX_LOST) throw attempt.error;
      await pause(lost, call);
    }
    situation = attempt.situation;
  }
  throw new InvalidTransitionError(
    "The resource kept changing while its state was being set. Somebody else may be acting on it: look before trying again.",
    { from, to: target },
  );
}

interface Attempt {
  readonly situation: Situation;
  readonly error?: unknown;
}

/** Takes a step; where the answer leaves the outcome open, reads it. The first error wins over one of reading. */
async function tryMove(
  transitions: Transitions,
  move: Extract<Move, { kind: "act" }>,
  before: Situation,
  call: Call,
): Promise<Attempt> {
  const { uuid } = before.resource;
  let error: unknown;
  try {
    const after = await move.act(call);
    if (after !== undefined) return { situation: after };
  } catch (failure) {
    if (!isLost(failure) && !mayBeOvertaken(failure)) throw failure;
    error = failure;
  }
  if (error === undefined) return { situation: await transitions.read(uuid, call) };
  try {
    return { situation: await transitions.read(uuid, call), error };
  } catch {
    throw error;
  }
}

/** The request may have been carried out although no good answer came. */
function isLost(error: unknown): boolean {
  return (
    error instanceof ConnectionError ||
    error instanceof ServerError ||
    error instanceof UnexpectedResponseError ||
    (error instanceof RequestTimeoutError && error.which === "attempt")
  );
}

/** The refusal may come from somebody else's step in the same direction. */
function mayBeOvertaken(error: unknown): boolean {
  return error instanceof ConflictError || (error instanceof BadRequestError && error.status === 400);
}

function sameSituation(a: Situation, b: Situation): boolean {
  return (
    a.resource.state === b.resource.state &&
    a.order?.uuid === b.order?.uuid &&
    a.order?.state === b.order?.state
  );
}

function resultOf(from: string, { resource }: Situation, orderUuid: string | undefined): SetStateResult {
  return {
    outcome: orderUuid === undefined && resource.state === from ? "unchanged" : "changed",
    from,
    to: resource.state,
    resource,
    ...(orderUuid === undefined ? {} : { orderUuid }),
  };
}

function wishesOf({ message = "", traceback = "", onPending }: SetStateOptions): TransitionWishes {
  return { message, traceback, onPending };
}

const TARGETS: readonly string[] = ["ok", "erred", "terminated"] satisfies TargetState[];

function requireTarget(target: string): void {
  if (!TARGETS.includes(target)) {
    throw new InvalidArgumentError("state", `state must be one of ${TARGETS.join(", ")}. Nothing was sent.`);
  }
}
