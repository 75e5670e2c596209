import type {
  MoveFacts,
  OrderStanding,
  ResourceSummary,
  Situation,
  Step,
  StepMove,
  TargetState,
  Transitions,
  TransitionWishes,
} from "../dialects/transitions.ts";
import { RequestTimeoutError } from "../errors.ts";
import type { Call } from "../http/call.ts";
import { type ExecutingSince, executingSinceOf } from "./executing-since.ts";
import { Looks } from "./looks.ts";
import { type Pacing, pauses } from "./pauses.ts";
import { keptChanging, nothingShows, thwartedBy } from "./transition-errors.ts";
import { afterWrites, isLost, isOvertaken, isWorthRepeating, MAX_LOST } from "./unsettled.ts";

/** What became of an allocation. */
export interface SetStateResult {
  /** `unchanged`: it was so already, and nothing was written. */
  readonly outcome: "changed" | "unchanged";
  readonly from: string;
  readonly to: string;
  readonly resource: ResourceSummary;
  /** The order that was acted on last, on servers that have orders. */
  readonly orderUuid?: string;
}

/** Where an allocation is to be brought, and what to tell or ask on the way. */
export interface Goal {
  readonly target: TargetState;
  readonly wishes: TransitionWishes;
  /** The order that is carried out by this. Once it is done, by whomever, what was ordered after it is left alone. */
  readonly orderUuid?: string | undefined;
}

/** More than the longest way has: probe, approve, fail, order the termination, approve and complete it. */
const MAX_STEPS = 12;

/** How often a step is taken that the server accepts, and of which then nothing shows. */
const MAX_IDLE = 3;

/**
 * One allocation on its way to a state.
 *
 * After a lost answer, or a refusal that may mean that somebody was faster, only what is read counts.
 */
export class Transition implements MoveFacts {
  readonly wishes: TransitionWishes;
  readonly ruledOut = new Map<Step, unknown>();
  readonly #transitions: Transitions;
  readonly #target: TargetState;
  readonly #own: string | undefined;
  readonly #pacing: Pacing;
  readonly #call: Call;
  readonly #since: ExecutingSince;
  /** The order that is to be carried out now: should it come to nothing, somebody had other plans. */
  #awaited: string | undefined;
  /** How the order that was acted on is to end; then nothing more is to be done, even if that shows late. */
  #meant: { readonly orderUuid: string | undefined; readonly state: string } | undefined;
  /** What was seen twice. */
  #confirmed: Situation | undefined;
  #orderUuid: string | undefined;
  /** Requests that changed something, or may have. */
  #writes = 0;

  constructor(transitions: Transitions, { target, wishes, orderUuid }: Goal, pacing: Pacing, call: Call) {
    this.#transitions = transitions;
    this.#target = target;
    this.#own = orderUuid;
    this.wishes = wishes;
    this.#pacing = pacing;
    this.#call = call;
    this.#since = executingSinceOf(pacing.http);
  }

  async run(resourceUuid: string): Promise<SetStateResult> {
    const first = await this.#read(resourceUuid);
    try {
      return this.#resultOf(first, await this.#until(first));
    } catch (error) {
      throw this.#writes === 0 ? error : afterWrites(error, PARTLY);
    }
  }

  executingForMs(order: OrderStanding): number {
    return this.#since.forMs(order, this.#pacing.http.clock.now());
  }

  async #until(first: Situation): Promise<Situation> {
    const looks = new Looks(this.#pacing, this.#call);
    const pauseAfterLoss = pauses(this.#pacing, this.#call);
    const pauseWhenIdle = pauses(this.#pacing, this.#call);
    let situation = first;
    for (let steps = 0, lost = 0, idle = 0; steps < MAX_STEPS; ) {
      if (this.#hasEndedAsMeant(situation) || this.#isOver(situation)) return situation;
      const move = this.#transitions.next(situation, this.#target, this);
      if (move.kind === "reached") return situation;
      this.#requireNotThwarted(situation, this.#awaited);
      if (move.kind === "wait") {
        this.#awaited = move.order.uuid;
        const { uuid } = situation.resource;
        const seen = await looks.again(() => this.#read(uuid));
        if (seen === undefined) throw this.#tookTooLong(move.order, looks);
        situation = seen;
        continue;
      }
      const hasOrder = move.kind === "step" && move.order !== undefined;
      const changed = hasOrder ? undefined : await this.#changedSince(situation);
      if (changed !== undefined) {
        situation = changed;
        steps++;
        continue;
      }
      if (move.kind === "refused") throw move.error;
      const attempt = await this.#take(move, situation);
      situation = attempt.situation;
      steps++;
      if (attempt.lost !== undefined) {
        if (++lost > MAX_LOST || !(await pauseAfterLoss())) throw attempt.lost;
        // It may have arrived after all.
        situation = await this.#read(situation.resource.uuid);
      } else if (attempt.isIdle === true) {
        // What is read may lag behind what is written.
        if (++idle >= MAX_IDLE || !(await pauseWhenIdle()))
          throw nothingShows(move, situation, this.#target, idle);
        situation = await this.#read(situation.resource.uuid);
      }
    }
    throw keptChanging(situation, this.#target);
  }

  /** Takes a step; where the answer leaves it open what came of it, reads. */
  async #take(move: StepMove, before: Situation): Promise<Attempt> {
    const { step, order } = move;
    this.#awaited = step === "approve" || step === "complete" ? order?.uuid : undefined;
    this.#meant = move.endsIn === undefined ? undefined : { orderUuid: order?.uuid, state: move.endsIn };
    let error: unknown;
    try {
      const taken = await this.#transitions.take(move, before, this.#target, this.wishes, this.#call);
      if (taken.kind === "ruled-out") {
        this.ruledOut.set(step, taken.refusal);
        return { situation: before };
      }
      this.#noteWrite(move);
      if (step === "approve" && order) this.#since.approved(order.uuid, this.#pacing.http.clock.now());
      if (taken.situation !== undefined) return { situation: { ...taken.situation, mayBeTorn: false } };
    } catch (failure) {
      if (!isLost(failure) && !isOvertaken(failure)) throw failure;
      error = failure;
    }
    if (error === undefined) {
      const situation = await this.#read(before.resource.uuid);
      return { situation, isIdle: isSame(situation, before) };
    }
    if (isLost(error)) this.#noteWrite(move);
    const situation = await this.#read(before.resource.uuid).catch(() => {
      throw error;
    });
    if (!isSame(situation, before)) return { situation };
    // A refusal stands; a request that was lost is sent again.
    if (!isWorthRepeating(error)) throw error;
    return { situation, lost: error };
  }

  /**
   * Looks once more, where what was seen may never have been so, before what goes by the resource itself: a step on it,
   * which is taken whatever its orders are, or a refusal. Alike twice, it was so in between.
   */
  async #changedSince(seen: Situation): Promise<Situation | undefined> {
    if (seen.mayBeTorn !== true || (this.#confirmed && isSame(this.#confirmed, seen))) return undefined;
    const now = await this.#read(seen.resource.uuid);
    if (!isSame(now, seen)) return now;
    this.#confirmed = seen;
    return undefined;
  }

  #noteWrite({ step, order }: StepMove): void {
    if (step === "probe") return;
    this.#writes++;
    this.#orderUuid = order?.uuid ?? this.#orderUuid;
  }

  #read(resourceUuid: string): Promise<Situation> {
    return this.#transitions.read(resourceUuid, this.#call);
  }

  #hasEndedAsMeant({ orders }: Situation): boolean {
    const meant = this.#meant;
    return (
      meant !== undefined &&
      orders.some(({ uuid, state }) => uuid === meant.orderUuid && state === meant.state)
    );
  }

  /** Whether the order that it is about is done, whoever did it. */
  #isOver(situation: Situation): boolean {
    const own = this.#requireNotThwarted(situation, this.#own);
    return own?.state === "done";
  }

  /** @throws {InvalidTransitionError} The order has failed, or somebody has refused it. */
  #requireNotThwarted(situation: Situation, orderUuid: string | undefined): OrderStanding | undefined {
    const order = situation.orders.find(({ uuid }) => uuid === orderUuid);
    const error = thwartedBy(order, situation, this.#target);
    if (error !== undefined) throw error;
    return order;
  }

  #tookTooLong({ type, state }: OrderStanding, { count, failure }: Looks): RequestTimeoutError {
    return new RequestTimeoutError({
      ...this.#transitions.reading,
      method: "GET",
      // And the first one, before it was known that there is something to wait for.
      attempts: count + 1,
      maybeApplied: this.#writes > 0,
      which: "total",
      timeoutMs: this.#call.timeoutMs,
      reason: ` The server has not carried out the ${type} order yet, which is ${state}. It goes on: call again to go on waiting.`,
      cause: failure,
    });
  }

  #resultOf(first: Situation, { resource }: Situation): SetStateResult {
    const from = first.resource.state;
    return {
      outcome: this.#writes === 0 && resource.state === from ? "unchanged" : "changed",
      from,
      to: resource.state,
      resource,
      ...(this.#orderUuid === undefined ? {} : { orderUuid: this.#orderUuid }),
    };
  }
}

interface Attempt {
  readonly situation: Situation;
  /** It was accepted, and nothing shows of it. */
  readonly isIdle?: boolean;
  /** Its answer was lost, and nothing shows that it was carried out. */
  readonly lost?: Error;
}

const PARTLY =
  "This call has taken steps already, or may have: run it again, or look where the resource stands.";

function isSame(a: Situation, b: Situation): boolean {
  const standing = ({ resource, orders }: Situation) =>
    [resource.state, ...orders.map(({ uuid, state }) => `${uuid} ${state}`)].join();
  return standing(a) === standing(b);
}
