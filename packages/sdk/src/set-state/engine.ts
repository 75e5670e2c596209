import { InvalidTransitionError, PuhuriError } from "../errors.ts";
import type { Call } from "../http/call.ts";
import type {
  Course,
  Facts,
  Move,
  OrderSummary,
  Situation,
  Step,
  StepMove,
  TakenStep,
  WaitMove,
} from "../servers/states.ts";
import { type Pacing, pauses, poll } from "./poll.ts";
import { afterWrites, settle } from "./settle.ts";

/** How it stands in the end. */
export interface Arrival {
  readonly situation: Situation;
  /** Whether this call changed something, or may have. */
  readonly hasWritten: boolean;
  /** The order that was acted on last. */
  readonly orderUuid: string | undefined;
}

/**
 * Brings an allocation, an order or an offering user to a state: takes the next step, and looks again, until it is there.
 *
 * @param first - How it stands now, read or assumed.
 * @throws What the rules refuse with, or a failure that reading again does not settle; with `maybeApplied` if it had
 *   already taken steps.
 */
export async function takeSteps(
  course: Course,
  first: Situation,
  pacing: Pacing,
  call: Call,
): Promise<Arrival> {
  const run = new Run(course, first, pacing, call);
  try {
    await run.go();
    return run;
  } catch (error) {
    const saysSo = error instanceof PuhuriError && error.maybeApplied;
    throw run.hasWritten && !saysSo ? afterWrites(error, PARTLY) : error;
  }
}

const PARTLY = "This call has already taken steps, or may have: run it again, or check where things stand.";

/** The longest way has six: approve, confirm, fail, order the termination, approve and complete it. */
const MAX_STEPS = 12;

/** How often to take a step that the server accepts without any visible effect. */
const MAX_IDLE = 3;

class Run implements Facts, Arrival {
  situation: Situation;
  readonly ruledOut = new Map<Step, PuhuriError>();
  last: StepMove | WaitMove | undefined;
  hasWritten = false;
  orderUuid: string | undefined;
  readonly #course: Course;
  readonly #pacing: Pacing;
  readonly #call: Call;
  /** The last failure that was settled by reading. */
  #settledError: unknown;

  constructor(course: Course, first: Situation, pacing: Pacing, call: Call) {
    this.situation = first;
    this.#course = course;
    this.#pacing = pacing;
    this.#call = call;
  }

  async go(): Promise<void> {
    const { goal } = this.#course;
    const pauseWhenIdle = pauses(this.#pacing, this.#call);
    for (let steps = 0, idle = 0; steps < MAX_STEPS; ) {
      const before = this.situation;
      const move = this.#course.next(before, this);
      if (move.kind === "reached") return;
      if (move.kind === "wait") {
        await this.#wait(move, before);
        continue;
      }
      steps++;
      if (before.mayBeTorn === true && !isSafe(move)) {
        const now = await this.#read();
        // Read the same twice: that is how it was in between.
        this.situation = isSame(now, before) ? { ...now, mayBeTorn: false } : now;
        continue;
      }
      if (move.kind === "refused") {
        move.error.cause ??= this.#settledError;
        throw move.error;
      }
      const isAccepted = await this.#take(move, before);
      if (!isAccepted || move.step === "confirm") continue;
      if (move.isLast) return;
      if (!isSame(this.situation, before)) continue;
      // What is read may lag behind what is written.
      if (++idle >= MAX_IDLE || !(await pauseWhenIdle())) throw hasNoEffect(move, before, goal, idle);
      this.situation = await this.#read();
    }
    throw new InvalidTransitionError(
      "The allocation kept changing while its state was being set. Somebody else may be acting on it: look before you try again.",
      { from: this.situation.resource.state, to: goal },
    );
  }

  /** @returns Whether the server accepted it. If not, somebody else was faster, or there may be another way. */
  async #take(move: StepMove, before: Situation): Promise<boolean> {
    const refused = this.ruledOut.get(move.step);
    // The rules know no other way.
    if (refused !== undefined) throw refused;
    this.last = move;
    const settled = await settle(
      {
        send: () => this.#course.take(move, before, this.#call),
        read: () => this.#read(),
        isSettled: (now) => !isSame(now, before),
      },
      this.#pacing,
      this.#call,
    );
    if ("seen" in settled) {
      if (settled.mayBeOurs) this.#noteWrite(move);
      this.#settledError = settled.error;
      this.situation = settled.seen;
      return false;
    }
    const { refusal, situation } = settled.sent;
    if (refusal !== undefined) {
      this.ruledOut.set(move.step, refusal);
      return false;
    }
    this.#noteWrite(move);
    this.situation = situation ?? (await this.#read({ move, before }));
    return true;
  }

  /** Waits until the server's worker has begun or closed the order. */
  async #wait(move: WaitMove, before: Situation): Promise<void> {
    this.last = move;
    const judge = (seen: Situation) => {
      const next = this.#course.next(seen, this);
      return next.kind === "wait" ? stillToCome(next.order) : true;
    };
    const awaited = { ...this.#course.reading, read: () => this.#read(), judge };
    this.situation = await poll(awaited, before, this.#pacing, this.#call, this.hasWritten);
  }

  #read(after?: TakenStep): Promise<Situation> {
    return this.#course.read(this.#call, after);
  }

  #noteWrite({ order }: StepMove): void {
    this.hasWritten = true;
    this.orderUuid = order?.uuid ?? this.orderUuid;
  }
}

/** Whether the server itself refuses the step if the situation was misread: it does so only for open orders. */
function isSafe(move: Exclude<Move, WaitMove>): boolean {
  if (move.kind !== "step") return false;
  return move.step === "confirm" || (move.order !== undefined && move.order.state !== "done");
}

/** @param times - How often the step was taken, and accepted. */
function hasNoEffect(
  { step, order }: StepMove,
  { resource: { state } }: Situation,
  to: string,
  times: number,
): InvalidTransitionError {
  const standing = order === undefined ? "" : `, and its ${order.type} order ${order.state}`;
  return new InvalidTransitionError(
    `The server accepted this step (${step}) ${times} times, but nothing happened: the allocation is still ${state}` +
      `${standing}. A mock stores nothing, so this is normal there; otherwise look again later.`,
    { from: state, to },
  );
}

/** Why a wait for the server's worker goes on, for the error if it takes too long. */
export function stillToCome({ type, state }: OrderSummary): string {
  return `The server has not yet got to the ${type} order, which is ${state}, but it will: call again to keep waiting.`;
}

function isSame(a: Situation, b: Situation): boolean {
  const standing = ({ resource, orders }: Situation) =>
    [resource.state, ...orders.map(({ uuid, state }) => `${uuid} ${state}`)].join();
  return standing(a) === standing(b);
}
