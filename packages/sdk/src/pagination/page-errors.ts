import { ExchangeError, UnexpectedResponseError } from "../errors.ts";
import type { PageAnswer, PageSource } from "./page-source.ts";

/**
 * Says on an error of the transport which page it was. Its class stays, so that callers can branch on it.
 *
 * What failed before there was a list to read, such as asking for the server's generation, was no page.
 */
export function onPage<Thrown>(source: PageSource<unknown>, error: Thrown, page: number): Thrown {
  const { operation } = source.operation;
  if (error instanceof ExchangeError && error.operation === operation && error.page === undefined) {
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
    source,
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
