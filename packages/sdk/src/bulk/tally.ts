import type { BulkProgress, BulkSummary, Counted, Counts, Failed } from "./outcome.ts";

/** A hundred thousand items with a dead token must not fill the memory. */
const MAX_FAILURES = 1000;

/** Counts outcomes as they come. */
export class Tally<Outcome extends Counted> {
  readonly #zero: Counts<Outcome>;
  readonly #counts: Record<string, number>;
  readonly #failures: Failed<Outcome>[] = [];
  #begun = 0;
  #total = 0;

  /** @param zero - Every outcome there is, with 0. */
  constructor(zero: Counts<Outcome>) {
    this.#zero = zero;
    this.#counts = { ...zero };
  }

  /** Items that were begun. */
  get begun(): number {
    return this.#begun;
  }

  begin(): void {
    this.#begun++;
  }

  end(outcome: Outcome): void {
    this.#total++;
    this.#counts[outcome.outcome] = (this.#counts[outcome.outcome] ?? 0) + 1;
    if (hasError(outcome) && this.#failures.length < MAX_FAILURES) this.#failures.push(outcome);
  }

  progress(): BulkProgress<Outcome> {
    return {
      ...this.#zero,
      ...this.#counts,
      total: this.#total,
      unfinished: this.#begun - this.#total,
    };
  }

  summary(): BulkSummary<Outcome> {
    return { ...this.progress(), failures: [...this.#failures] };
  }
}

function hasError<Outcome extends Counted>(outcome: Outcome): outcome is Failed<Outcome> {
  return "error" in outcome;
}
