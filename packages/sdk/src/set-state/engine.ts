import { PuhuriError } from "../errors.ts";
import type { Call } from "../http/call.ts";
import type {
  Course,
  Facts,
  Move,
  Situation,
  Step,
  StepMove,
  TakenStep,
  WaitMove,
} from "../servers/states.ts";
import { keptChanging, nothingShows, stillToCome } from "./refusals.ts";
import { afterWrites, settle } from "./settle.ts";
import { type Pacing, pauses, waitFor } from "./waiting.ts";

/** Where it stands in the end. */
export interface Arrival {
  readonly situation: Situation;
  /** Whether this call has changed something, or may have. */
  readonly hasWritten: boolean;
  /** The order that was acted on last. */
  readonly orderUuid: string | undefined;
}

/**
 * Reads where it stands, takes the next step, until it is there: allocations, orders and offering users, on every server.
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
  const way = new Way(course, first, pacing, call);
  try {
    await way.go();
    return way;
  } catch (error) {
    const isTold = error instanceof PuhuriError && error.maybeApplied;
    throw way.hasWritten && !isTold ? afterWrites(error, PARTLY) : error;
  }
}

const PARTLY = "This call has already taken steps, or may have: run it again, or check where things stand.";

/** More than the longest way has: approve, confirm, fail, order the termination, approve and complete it. */
const MAX_STEPS = 12;

/** How often to take a step that the server accepts without any visible effect. */
const MAX_IDLE = 3;

class Way implements Facts, Arrival {
  situation: Situation;
  readonly ruledOut = new Map<Step, PuhuriError>();
  last: StepMove | WaitMove | undefined;
  hasWritten = false;
  orderUuid: string | undefined;
  readonly #course: Course;
  readonly #pacing: Pacing;
  readonly #call: Call;
  /** The refusal that made it look again. */
  #overtaken: unknown;

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
        // Alike twice, it was so in between.
        this.situation = isSame(now, before) ? { ...now, mayBeTorn: false } : now;
        continue;
      }
      if (move.kind === "refused") {
        move.error.cause ??= this.#overtaken;
        throw move.error;
      }
      const isAccepted = await this.#take(move, before);
      if (!isAccepted || move.step === "confirm") continue;
      if (move.isLast) return;
      if (!isSame(this.situation, before)) continue;
      // What is read may lag behind what is written.
      if (++idle >= MAX_IDLE || !(await pauseWhenIdle())) throw nothingShows(move, before, goal, idle);
      this.situation = await this.#read();
    }
    throw keptChanging(this.situation, goal);
  }

  /** @returns Whether the server has accepted it: somebody else may have been faster, or there may be another way. */
  async #take(move: StepMove, before: Situation): Promise<boolean> {
    const known = this.ruledOut.get(move.step);
    // There is no other way.
    if (known !== undefined) throw known;
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

  /** Waits until the server has begun the order, or closed it. */
  async #wait(move: WaitMove, before: Situation): Promise<void> {
    this.last = move;
    const judge = (seen: Situation) => {
      const next = this.#course.next(seen, this);
      return next.kind === "wait" ? stillToCome(next.order) : true;
    };
    const awaited = { ...this.#course.reading, read: () => this.#read(), judge };
    this.situation = await waitFor(awaited, before, this.#pacing, this.#call, this.hasWritten);
  }

  #read(after?: TakenStep): Promise<Situation> {
    return this.#course.read(this.#call, after);
  }

  #noteWrite({ step, order }: StepMove): void {
    if (step === "confirm") return;
    this.hasWritten = true;
    this.orderUuid = order?.uuid ?? this.orderUuid;
  }
}

/**
 * Whether a step can do no harm where what was seen was never so: the server checks an open order itself. A step on the
 * allocation, or on an order that is done, it takes whatever the orders are.
 */
function isSafe(move: Exclude<Move, WaitMove>): boolean {
  if (move.kind !== "step") return false;
  return move.step === "confirm" || (move.order !== undefined && move.order.state !== "done");
}

function isSame(a: Situation, b: Situation): boolean {
  const standing = ({ resource, orders }: Situation) =>
    [resource.state, ...orders.map(({ uuid, state }) => `${uuid} ${state}`)].join();
  return standing(a) === standing(b);
}
