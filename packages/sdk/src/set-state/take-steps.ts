import { PuhuriError, RequestTimeoutError } from "../errors.ts";
import type { Call } from "../http/call.ts";
import type {
  Move,
  MoveFacts,
  Situation,
  Step,
  StepMove,
  Taken,
  TakenStep,
  WaitMove,
  Wishes,
} from "../servers/states.ts";
import { type Pacing, Poller, pauses } from "./poller.ts";
import { keptChanging, nothingShows } from "./refusals.ts";
import { afterWrites, settle } from "./settle.ts";

/** What is to be brought somewhere, by which rules. */
export interface Course {
  /** As in "still on its way to OK". */
  readonly goal: string;
  readonly wishes: Wishes;
  /** What `read` asks, for errors of waiting in vain. */
  readonly reading: { readonly operation: string; readonly path: string };
  /** @param after - The step that was accepted just before. */
  read(call: Call, after?: TakenStep): Promise<Situation>;
  next(situation: Situation, facts: MoveFacts): Move;
  take(move: StepMove, situation: Situation, call: Call): Promise<Taken>;
}

/** Where it stands in the end. */
export interface Arrival {
  readonly situation: Situation;
  /** Whether this call has changed something, or may have. */
  readonly hasWritten: boolean;
  /** The order that was acted on last. */
  readonly orderUuid: string | undefined;
}

/**
 * Reads where it stands, takes the next step, until it is there: for allocations and for orders, on every server.
 *
 * @param first - Where it stands, if that was read already, or is only to be read after the first step.
 * @throws What the rules refuse with; a failure that reading does not settle; with `maybeApplied` if steps were taken.
 */
export async function takeSteps(
  course: Course,
  first: Situation,
  pacing: Pacing,
  call: Call,
): Promise<Arrival> {
  const way = new Way(course, pacing, call);
  try {
    const situation = await way.go(first);
    return { situation, hasWritten: way.hasWritten, orderUuid: way.orderUuid };
  } catch (error) {
    const isTold = error instanceof PuhuriError && error.maybeApplied;
    throw way.hasWritten && !isTold ? afterWrites(error, PARTLY) : error;
  }
}

const PARTLY =
  "This call has taken steps already, or may have: run it again, or look where the resource stands.";

/** More than the longest way has: probe, approve, fail, order the termination, approve and complete it. */
const MAX_STEPS = 12;

/** How often a step is taken that the server accepts, and of which then nothing shows. */
const MAX_IDLE = 3;

class Way implements MoveFacts {
  readonly wishes: Wishes;
  readonly ruledOut = new Map<Step, unknown>();
  last: StepMove | WaitMove | undefined;
  hasWritten = false;
  orderUuid: string | undefined;
  readonly #course: Course;
  readonly #pacing: Pacing;
  readonly #call: Call;
  readonly #poller: Poller;
  /** What was seen twice. */
  #confirmed: Situation | undefined;
  /** The refusal that made it look again. */
  #overtaken: unknown;

  constructor(course: Course, pacing: Pacing, call: Call) {
    this.wishes = course.wishes;
    this.#course = course;
    this.#pacing = pacing;
    this.#call = call;
    this.#poller = new Poller(pacing, call);
  }

  async go(first: Situation): Promise<Situation> {
    const pauseWhenIdle = pauses(this.#pacing, this.#call);
    let situation = first;
    for (let steps = 0, idle = 0; steps < MAX_STEPS; ) {
      const move = this.#course.next(situation, this);
      if (move.kind === "reached") return situation;
      if (move.kind === "wait") {
        situation = await this.#wait(move);
        continue;
      }
      steps++;
      const isSure = move.kind === "step" && (changesNothing(move) || isOnOpenOrder(move));
      const changed = isSure ? undefined : await this.#changedSince(situation);
      if (changed !== undefined) {
        situation = changed;
        continue;
      }
      if (move.kind === "refused") throw this.#because(move.error);
      // There is no other way.
      if (this.ruledOut.has(move.step)) throw this.ruledOut.get(move.step);
      const attempt = await this.#take(move, situation);
      situation = attempt.situation;
      if (move.isLast && attempt.isAccepted) return situation;
      if (!attempt.isIdle) continue;
      // What is read may lag behind what is written.
      if (++idle >= MAX_IDLE || !(await pauseWhenIdle())) {
        throw nothingShows(move, situation, this.#course.goal, idle);
      }
      situation = await this.#read();
    }
    throw keptChanging(situation, this.#course.goal);
  }

  async #take(move: StepMove, before: Situation): Promise<Attempt> {
    this.last = move;
    const settled = await settle(
      {
        send: () => this.#course.take(move, before, this.#call),
        read: () => this.#read(),
        isSettled: (now) => !isSame(now, before),
      },
      this.#pacing,
      this.#call,
    ).catch((error: unknown) => {
      if (error instanceof PuhuriError && error.maybeApplied) this.#noteWrite(move);
      throw error;
    });
    if ("seen" in settled) {
      if (settled.mayBeOurs) this.#noteWrite(move);
      this.#overtaken = settled.error;
      return { situation: settled.seen };
    }
    const { sent: taken } = settled;
    if (taken.kind === "ruled-out") {
      this.ruledOut.set(move.step, taken.refusal);
      return { situation: before };
    }
    this.#noteWrite(move);
    if (taken.situation !== undefined) {
      return { situation: { ...taken.situation, mayBeTorn: false }, isAccepted: true };
    }
    const situation = await this.#read({ move, before });
    return { situation, isAccepted: true, isIdle: isSame(situation, before) };
  }

  async #wait(move: WaitMove): Promise<Situation> {
    this.last = move;
    const seen = await this.#poller.again(() => this.#read());
    if (seen !== undefined) return seen;
    const { type, state } = move.order;
    throw new RequestTimeoutError({
      ...this.#course.reading,
      method: "GET",
      // And the first one, before it was known that there is something to wait for.
      attempts: this.#poller.count + 1,
      maybeApplied: this.hasWritten,
      which: "total",
      timeoutMs: this.#call.timeoutMs,
      reason: ` The server has not got to the ${type} order yet, which is ${state}. It goes on: call again to go on waiting.`,
      cause: this.#poller.failure,
    });
  }

  /**
   * Looks once more, where what was seen may never have been so, before what goes by the resource itself: a step on it,
   * or on an order that is done, which are taken whatever its orders are; or a refusal. Alike twice, it was so in between.
   */
  async #changedSince(seen: Situation): Promise<Situation | undefined> {
    if (seen.mayBeTorn !== true || (this.#confirmed && isSame(this.#confirmed, seen))) return undefined;
    const now = await this.#read();
    if (!isSame(now, seen)) return now;
    this.#confirmed = seen;
    return undefined;
  }

  #noteWrite(move: StepMove): void {
    if (changesNothing(move)) return;
    this.hasWritten = true;
    this.orderUuid = move.order?.uuid ?? this.orderUuid;
  }

  #read(after?: TakenStep): Promise<Situation> {
    return this.#course.read(this.#call, after);
  }

  #because(refusal: PuhuriError): PuhuriError {
    refusal.cause ??= this.#overtaken;
    return refusal;
  }
}

const changesNothing = ({ step }: StepMove) => step === "probe" || step === "confirm";
const isOnOpenOrder = ({ order }: StepMove) => order !== undefined && order.state !== "done";

interface Attempt {
  readonly situation: Situation;
  readonly isAccepted?: boolean;
  /** It was accepted, and nothing shows of it. */
  readonly isIdle?: boolean;
}

function isSame(a: Situation, b: Situation): boolean {
  const standing = ({ resource, orders }: Situation) =>
    [resource.state, ...orders.map(({ uuid, state }) => `${uuid} ${state}`)].join();
  return standing(a) === standing(b);
}
