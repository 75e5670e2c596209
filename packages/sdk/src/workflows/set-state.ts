import type { Provider } from "../dialects/provider.ts";
import type { TargetState, TransitionWishes } from "../dialects/transitions.ts";
import { CALL_KEYS, type Call, type CallOptions } from "../http/call.ts";
import { type KeysOf, requireKeys, requireObject, requireOneOf, requireText } from "../values/arguments.ts";
import type { Pacing } from "./pauses.ts";
import { type SetStateResult, Transition } from "./transition.ts";

export type { SetStateResult };

/** What to tell the server, and what to do where the target alone does not say it. */
export interface SetStateOptions {
  /** Why, for the users to read; kept with an order that is rejected or fails. */
  readonly message?: string | undefined;
  /** Details for whoever has to mend it. */
  readonly traceback?: string | undefined;
  /**
   * For `"erred"`, when the order still waits for review: approve it first, or reject it. Rejecting is for good: a new
   * allocation then ends as Terminated, and one whose change was ordered stays OK.
   */
  readonly onPending?: "approve" | "reject" | undefined;
}

/**
 * Brings an allocation to the target: reads where it stands, takes the next step, until it is there.
 *
 * @param orderUuid - The order that is carried out by this, if it is about one only.
 */
export async function setState(
  provider: Provider,
  resourceUuid: string,
  target: TargetState,
  options: SetStateOptions,
  pacing: Pacing,
  call: Call,
  orderUuid?: string,
): Promise<SetStateResult> {
  const wishes = checkSetState(target, options);
  requireKeys(options, KEYS, "options");
  const { transitions } = (await provider.resolve(call)).resources;
  return new Transition(transitions, { target, wishes, orderUuid }, pacing, call).run(resourceUuid);
}

/**
 * Checks all that a state is set by, before the first of several requests is sent: the last one tells why.
 *
 * @throws {InvalidArgumentError} There is no such state or choice, or a text is none.
 */
export function checkSetState(target: TargetState, options: SetStateOptions): TransitionWishes {
  requireOneOf(target, TARGETS, "state");
  requireObject(options, "options");
  const { message = "", traceback = "", onPending } = options;
  requireText(message, "message");
  requireText(traceback, "traceback");
  if (onPending !== undefined) requireOneOf(onPending, CHOICES, "onPending");
  return { message, traceback, onPending };
}

const KEYS: KeysOf<SetStateOptions & CallOptions> = {
  message: true,
  traceback: true,
  onPending: true,
  ...CALL_KEYS,
};
const TARGETS: readonly string[] = ["ok", "erred", "terminated"] satisfies TargetState[];
const CHOICES: readonly string[] = ["approve", "reject"] satisfies SetStateOptions["onPending"][];
