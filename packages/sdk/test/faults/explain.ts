import type { Made } from "./calls.ts";
import type { Model } from "./model.ts";

/** How far a call has come in the order that is being tried. */
interface Progress<Value> {
  readonly hasBegun: boolean;
  /** What it saw when it looked: what it does may follow from that. */
  readonly seen?: Value;
  /** It saw that nothing was left to do. */
  readonly sawItSo: boolean;
  readonly hasActed: boolean;
  readonly isOver: boolean;
}

interface Try<Value> {
  readonly now: Value;
  readonly calls: readonly Progress<Value>[];
}

/**
 * Looks for an order of the calls, true to when they began and ended, in which the model comes from the first
 * value to the last: every done call takes effect once or finds things so, no failed one does anything, and one of
 * unknown outcome may take effect or not.
 */
export class Explanation<Value> {
  readonly #made: readonly Made[];
  readonly #model: Model<Value>;
  readonly #tried = new Set<string>();

  constructor(made: readonly Made[], model: Model<Value>) {
    this.#made = made.filter(({ outcome }) => outcome !== "failed");
    this.#model = model;
  }

  exists(first: Value, last: Value): boolean {
    const start = { hasBegun: false, sawItSo: false, hasActed: false, isOver: false };
    return this.#leads({ now: first, calls: this.#made.map(() => start) }, textOf(last));
  }

  #leads(at: Try<Value>, last: string): boolean {
    const { now, calls } = at;
    const isTheEnd = calls.every(({ isOver }, i) => isOver || this.#made[i]?.outcome === "unknown");
    if (isTheEnd && textOf(now) === last) return true;
    const key = textOf(at);
    if (this.#tried.has(key)) return false;
    this.#tried.add(key);
    const byACall = this.#made.some(
      (made, i) =>
        this.#mayGoOn(made, i, calls) && this.#steps(made, i, at).some((next) => this.#leads(next, last)),
    );
    const byItself = this.#model.byItself?.(now) ?? [];
    return byACall || byItself.some((value) => this.#leads({ now: value, calls }, last));
  }

  /** A call that ended before this one began is over by now; one that began after it ended has not begun. */
  #mayGoOn({ began, ended }: Made, i: number, calls: readonly Progress<Value>[]): boolean {
    return this.#made.every((other, j) => {
      const progress = calls[j];
      if (progress === undefined) return true;
      if (j === i) return !progress.isOver;
      if (other.ended < began) return progress.isOver || other.outcome === "unknown";
      return other.began < ended || !progress.hasBegun;
    });
  }

  /** What the call may do next. */
  #steps({ call, outcome, result }: Made, i: number, { now, calls }: Try<Value>): Try<Value>[] {
    const progress = calls[i];
    if (progress === undefined) return [];
    const { effect, onTheWay, looksFirst } = this.#model;
    const { seen, sawItSo, hasActed } = progress;
    const steps: Try<Value>[] = [];
    const add = (change: Partial<Progress<Value>>, value = now): void => {
      steps.push({ now: value, calls: calls.with(i, { ...progress, hasBegun: true, ...change }) });
    };
    const isThere = sawItSo || (hasActed && result.outcome !== "unchanged");
    if (outcome === "done" && isThere) add({ isOver: true });
    if (!hasActed) for (const value of effect(now, call, seen ?? now)) add({ hasActed: true }, value);
    if (!sawItSo && isAmong(now, effect(now, call, now))) add({ sawItSo: true });
    if (!hasActed && looksFirst?.(call) === true) add({ seen: now });
    for (const value of onTheWay?.(now, call, seen ?? now) ?? []) add({}, value);
    return steps;
  }
}

function isAmong<Value>(value: Value, values: readonly Value[]): boolean {
  const text = textOf(value);
  return values.some((other) => textOf(other) === text);
}

function textOf(value: unknown): string {
  return JSON.stringify(value);
}
