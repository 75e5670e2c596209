import { ExchangeError, UnexpectedResponseError } from "../errors.ts";
import type { PageAnswer, PageSource } from "./page-source.ts";

/** Says on an error of the transport which page it was. Its class stays, so that callers can branch on it. */
export function onPage(error: unknown, page: number): unknown {
  if (error instanceof ExchangeError && error.page === undefined) {
    error.page = page;
    error.message += ` It was page ${page} of the list.`;
  }
  return error;
}

/** Refuses a next link that would have the reader go round for ever. */
export function requireAdvance(
  source: PageSource<unknown>,
  page: number,
  { next, ids }: Pick<PageAnswer<unknown>, "next" | "ids">,
): void {
  if (next === undefined || (next > page && ids.length > 0)) return;
  throw onPage(
    new UnexpectedResponseError({
      ...source.operation,
      attempts: 1,
      maybeApplied: false,
      status: 200,
      contentType: undefined,
      snippet: "",
      reason: `but names page ${next} as the next one after page ${page} of ${ids.length} rows, which leads nowhere`,
    }),
    page,
  );
}
