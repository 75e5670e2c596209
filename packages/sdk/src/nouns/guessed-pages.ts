import type { PageAnswer, PageRequest } from "../pagination/page-source.ts";

const END: PageAnswer<never> = { rows: [], ids: [], next: undefined, last: undefined, count: undefined };

/**
 * The next page of a list of which nothing is told but the rows, as gateways drop headers and browsers hide them: a full
 * page may be followed by another, and asking for that shows whether it is.
 */
export class GuessedPages {
  #page: number | undefined;
  /** Rows of the page before: a server that takes no page number sends them again. */
  #ids: readonly string[] = [];

  /** The answer, undefined where there is no such page, with what had to be guessed. */
  complete<T>({ page, pageSize }: PageRequest, answer: PageAnswer<T> | undefined): PageAnswer<T> | undefined {
    if (page === this.#page && (answer === undefined || isSame(answer.ids, this.#ids))) return END;
    if (answer === undefined || answer.ids.length !== pageSize) return answer;
    const { next, last, count, ids } = answer;
    if (next !== undefined || last !== undefined || count !== undefined) return answer;
    this.#page = page + 1;
    this.#ids = ids;
    return { ...answer, next: this.#page };
  }
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((id, index) => id === others[index]);
}
