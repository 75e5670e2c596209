/** A request on its way. */
export interface Flight<Request, Answer> {
  readonly request: Request;
  readonly answer: Promise<Answer>;
}

/**
 * Keeps up to `depth` pages on their way or waiting, and hands them out in the order they were asked for.
 *
 * An error waits in its place until it is taken, and is nobody's unhandled rejection if it never is.
 */
export class PagesAhead<Request, Answer> {
  readonly #depth: number;
  readonly #fetch: (request: Request) => Promise<Answer>;
  readonly #flights: Flight<Request, Answer>[] = [];

  constructor(depth: number, fetch: (request: Request) => Promise<Answer>) {
    this.#depth = depth;
    this.#fetch = fetch;
  }

  /** Asks for what `plan` names, until there is enough on its way or `plan` names nothing more. */
  fill(plan: () => Request | undefined): void {
    while (this.#flights.length < this.#depth) {
      const request = plan();
      if (request === undefined) return;
      const answer = this.#fetch(request);
      answer.catch(() => {});
      this.#flights.push({ request, answer });
    }
  }

  /** The oldest one; undefined if there is none. */
  take(): Flight<Request, Answer> | undefined {
    return this.#flights.shift();
  }

  /** Forgets what is on its way. */
  drop(): void {
    this.#flights.length = 0;
  }
}
