import type { PageAnswer, PageRequest } from "../pagination/page-source.ts";

const END: PageAnswer<never> = { rows: [], ids: [], next: undefined, last: undefined, count: undefined };

/** Below this no server cuts its pages. */
const LEAST_LIMIT = 10;

/**
 * Where the other pages are of a list whose `Link` headers a gateway drops or a browser hides: a page that is full is
 * followed by another if the count tells of more rows, and where there is no count either, asking shows it.
 */
export class WithoutLinks {
  /** The most rows that a page had. */
  #most = 0;
  /** Whether it is known where in the list the pages stand. */
  #isPlaced = true;
  /** The page that is asked for on the chance that there is one. */
  #guess: number | undefined;
  /** Rows of the page before it: a server that takes no page number sends them again. */
  #before: readonly string[] = [];

  /** The answer with what it does not tell. */
  complete<T>(request: PageRequest, told: PageAnswer<T>): PageAnswer<T> {
    const { page, pageSize } = request;
    const { ids } = told;
    if (this.#isGuess(request) && isSame(ids, this.#before)) return END;
    // A reading that begins with a short page further back does not know how many rows there are before it.
    if (this.#most === 0 && page > 1 && ids.length < pageSize) this.#isPlaced = false;
    this.#most = Math.max(this.#most, ids.length);
    const answer = this.#isPlaced ? told : { ...told, count: undefined };
    if (!this.#isFull(ids.length, pageSize)) return answer;
    const { count } = answer;
    if (count !== undefined) {
      // A page that is full stands behind pages of its own size.
      return count <= page * ids.length
        ? answer
        : { ...answer, next: page + 1, last: Math.ceil(count / ids.length) };
    }
    this.#guess = page + 1;
    this.#before = ids;
    return { ...answer, next: this.#guess };
  }

  /** What it means that there is no such page: the end, where it was but a guess. */
  missing(request: PageRequest): PageAnswer<never> | undefined {
    return this.#isGuess(request) ? END : undefined;
  }

  #isGuess({ page }: PageRequest): boolean {
    return page === this.#guess;
  }

  /** Servers cut pages to a limit of their own, which is a round number, and do not say so. */
  #isFull(rows: number, pageSize: number): boolean {
    const isCut = rows === this.#most && rows >= LEAST_LIMIT && rows % LEAST_LIMIT === 0;
    return rows > 0 && (rows === pageSize || (rows < pageSize && isCut));
  }
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((id, index) => id === others[index]);
}
