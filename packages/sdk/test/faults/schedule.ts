import type { Clock } from "../../src/index.ts";

const START = Date.parse("2026-11-23T12:00:00Z");
/** A run that goes on for longer is stuck in a loop. */
const MAX_TURNS = 5_000;

interface Waiting {
  /** When it wants to go on; requests want to at once. */
  readonly at: number;
  go(): void;
}

/**
 * Simulated time and order: requests and sleepers wait until everybody does, then one of them goes on, by choice.
 *
 * The same choices give the same run. Nobody waits for real: time jumps to the next one to wake.
 */
export class Schedule implements Clock {
  readonly #choices: readonly number[];
  #time = START;
  #turns = 0;
  #waiting: Waiting[] = [];

  /** @param choices - Whose turn it is, time after time; when they are used up, who waits longest. */
  constructor(choices: readonly number[]) {
    this.#choices = choices;
  }

  now(): number {
    return this.#time;
  }

  async sleep(ms: number): Promise<void> {
    await this.#wait(this.#time + ms);
  }

  /** Waits for its turn among the requests. */
  async turn(): Promise<void> {
    await this.#wait(this.#time);
  }

  /** Lets everybody take turns until the work is done. */
  async run(work: Promise<unknown>): Promise<void> {
    let isDone = false;
    const end = (): void => {
      isDone = true;
    };
    work.then(end, end);
    for (;;) {
      // By then everybody has come as far as possible without a turn.
      await new Promise((resolve) => setImmediate(resolve));
      if (isDone) break;
      this.#next().go();
    }
    await work;
  }

  #wait(at: number): Promise<void> {
    return new Promise((go) => this.#waiting.push({ at, go }));
  }

  /** One of those whose time has come, or else the first whose time will come. */
  #next(): Waiting {
    const earliest = Math.min(...this.#waiting.map(({ at }) => at));
    const due = this.#waiting.filter(({ at }) => at <= Math.max(earliest, this.#time));
    const sleeper = this.#waiting.filter(({ at }) => at > this.#time).sort((a, b) => a.at - b.at)[0];
    const candidates = sleeper === undefined || due.includes(sleeper) ? due : [...due, sleeper];
    const choice = this.#choices[this.#turns++] ?? 0;
    const next = candidates[choice % candidates.length];
    if (next === undefined) throw new Error("Nobody waits for a turn, and the work is not done.");
    if (this.#turns > MAX_TURNS) throw new Error(`After ${MAX_TURNS} turns the work is still not done.`);
    this.#time = Math.max(this.#time, next.at);
    this.#waiting = this.#waiting.filter((other) => other !== next);
    return next;
  }
}
