type Next<Outcome> = IteratorResult<Outcome, undefined>;

interface Taker<Outcome> {
  resolve(next: Next<Outcome>): void;
  reject(error: unknown): void;
}

/** Outcomes on their way to whoever iterates: what was finished and not taken, or what was asked for and not finished. */
export class OutcomeQueue<Outcome> {
  readonly #ready: Outcome[] = [];
  readonly #takers: Taker<Outcome>[] = [];
  #taken = 0;
  #ended = false;
  #fault: { readonly error: unknown } | undefined;

  /** Outcomes handed out. */
  get taken(): number {
    return this.#taken;
  }

  next(): Promise<Next<Outcome>> {
    return new Promise((resolve, reject) => {
      this.#takers.push({ resolve, reject });
      this.#serve();
    });
  }

  push(outcome: Outcome): void {
    this.#ready.push(outcome);
    this.#serve();
  }

  /** No more come. After those that are ready the fault is thrown, once, if there is one. */
  end(fault?: { readonly error: unknown }): void {
    this.#ended = true;
    this.#fault = fault;
    this.#serve();
  }

  /** Nobody wants what is ready. */
  drop(): void {
    this.#ready.length = 0;
  }

  #serve(): void {
    while (this.#takers.length > 0) {
      const value = this.#ready.shift();
      if (value !== undefined) {
        this.#taken++;
        this.#takers.shift()?.resolve({ done: false, value });
      } else if (this.#fault !== undefined) {
        const { error } = this.#fault;
        this.#fault = undefined;
        this.#takers.shift()?.reject(error);
      } else if (this.#ended) {
        this.#takers.shift()?.resolve({ done: true, value: undefined });
      } else return;
    }
  }
}
