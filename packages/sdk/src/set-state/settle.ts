import {
  BadRequestError,
  ConflictError,
  ConnectionError,
  ExchangeError,
  PuhuriError,
  RequestTimeoutError,
  ServerError,
} from "../errors.ts";
import type { Call } from "../http/call.ts";
import { type Pacing, pauses } from "./poll.ts";

/** How often a request whose answer was lost is sent again, if reading shows that it was not carried out. */
const MAX_LOST = 3;

/** A write, and how to find out whether it is done if its answer is lost, or if somebody else was faster. */
export interface Unsettled<Sent, Seen> {
  send(): Promise<Sent>;
  read(): Promise<Seen>;
  /** Whether it is done, by this call or by somebody else. */
  isSettled(seen: Seen): boolean;
  /** Whether it may be sent again, although the lost request may still arrive. Default true. */
  readonly mayRepeat?: boolean;
}

/** How a write ended: with its own answer, or with what was read after a failure. */
export type Settled<Sent, Seen> =
  | { readonly sent: Sent }
  | { readonly seen: Seen; readonly error: unknown; readonly mayBeOurs: boolean };

/**
 * Sends a write. After a lost answer, or a refusal that may mean that somebody was faster, only what is read counts. If
 * that does not show it done, and the answer was lost, it is sent again.
 *
 * @throws The last failure, with `maybeApplied` if anything may have arrived.
 */
export async function settle<Sent, Seen>(
  { send, read, isSettled, mayRepeat = true }: Unsettled<Sent, Seen>,
  pacing: Pacing,
  call: Call,
): Promise<Settled<Sent, Seen>> {
  const pause = pauses(pacing, call);
  for (let lost = 0, mayBeOurs = false; ; ) {
    let error: unknown;
    try {
      return { sent: await send() };
    } catch (failure) {
      error = failure;
    }
    if (isLost(error)) lost++;
    else if (lost === 0 && !isOvertaken(error)) throw error;
    mayBeOurs ||= error instanceof PuhuriError && error.maybeApplied;
    const failure = () => (mayBeOurs ? inDoubt(error) : error);
    const look = () =>
      read().catch(() => {
        throw failure();
      });
    let seen = await look();
    if (!isSettled(seen)) {
      if (!mayRepeat || !isWorthRepeating(error) || lost > MAX_LOST || !(await pause())) throw failure();
      // It may have arrived after all.
      seen = await look();
    }
    if (isSettled(seen)) return { seen, error, mayBeOurs };
  }
}

function inDoubt(error: unknown): unknown {
  if (error instanceof PuhuriError && error.maybeApplied) return error;
  return afterWrites(error, "An earlier request of this call may still have been carried out.");
}

/** Whether no good answer came: then the request may have been carried out, and only reading shows it. */
export function isLost(error: unknown): error is ExchangeError {
  if (!(error instanceof ExchangeError)) return false;
  // The whole call's time is up: none is left for reading.
  if (error instanceof RequestTimeoutError && error.which === "total") return false;
  return error.maybeApplied || error instanceof ConnectionError;
}

/** Whether sending it again may help. A server that crashed on it (500) would crash again. */
function isWorthRepeating(error: unknown): boolean {
  return isLost(error) && !(error instanceof ServerError && error.status === 500);
}

/** Whether the refusal may mean that somebody else has just done the same. */
function isOvertaken(error: unknown): boolean {
  return error instanceof ConflictError || error instanceof BadRequestError;
}

/** Adds to an error that earlier requests of its call changed something, or may have. */
export function afterWrites(error: unknown, what: string): unknown {
  if (!(error instanceof PuhuriError)) return error;
  error.message += ` ${what}`;
  if ("maybeApplied" in error) Object.assign(error, { maybeApplied: true });
  return error;
}
