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
import { type Pacing, pauses } from "./waiting.ts";

/** How often a request whose answer was lost is sent again, after reading showed that it was not carried out. */
const MAX_LOST = 3;

/** A write whose result can only be found out by reading, if its answer is lost or somebody else was faster. */
export interface Unsettled<Sent, Seen> {
  send(): Promise<Sent>;
  read(): Promise<Seen>;
  /** Whether there is nothing left to send, be it that this call has done it or somebody else. */
  isSettled(seen: Seen): boolean;
  /** Whether it may be sent again; what was thought lost may still arrive. Default true. */
  readonly mayRepeat?: boolean;
}

/** How a write ended: by its own answer, or by what was read. */
export type Settled<Sent, Seen> =
  | { readonly sent: Sent }
  | { readonly seen: Seen; readonly error: unknown; readonly mayBeOurs: boolean };

/**
 * Sends a write. After a lost answer, or a refusal that may mean that somebody was faster, only what is read counts; if
 * nothing shows of it, it is sent again.
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
    const told = () => (mayBeOurs ? inDoubt(error) : error);
    const look = () =>
      read().catch(() => {
        throw told();
      });
    let seen = await look();
    if (!isSettled(seen)) {
      if (!mayRepeat || !isWorthRepeating(error) || lost > MAX_LOST || !(await pause())) throw told();
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

/** No good answer came: the request may have been carried out, and only reading tells. */
export function isLost(error: unknown): error is ExchangeError {
  if (!(error instanceof ExchangeError)) return false;
  // When the whole call's time is up there is none left to read in.
  if (error instanceof RequestTimeoutError && error.which === "total") return false;
  return error.maybeApplied || error instanceof ConnectionError;
}

/** Sending it again may help. An application that crashed on it (500) crashes again. */
function isWorthRepeating(error: unknown): boolean {
  return isLost(error) && !(error instanceof ServerError && error.status === 500);
}

/** A refusal that may come from somebody else's step in the same direction, taken a moment before. */
function isOvertaken(error: unknown): boolean {
  return error instanceof ConflictError || (error instanceof BadRequestError && error.status === 400);
}

/** Says of an error that earlier requests of its call have changed something, or may have. */
export function afterWrites(error: unknown, what: string): unknown {
  if (!(error instanceof PuhuriError)) return error;
  error.message += ` ${what}`;
  if ("maybeApplied" in error) Object.assign(error, { maybeApplied: true });
  return error;
}
