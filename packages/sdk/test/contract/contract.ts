import type { MockFetch, RecordedRequest } from "@puhuri/testing";
import { expect } from "vitest";
import type * as bulk from "../../src/bulk/index.ts";
import type { Dialect, Paginated, PuhuriClient } from "../../src/index.ts";
import { ORIGIN, TOKEN, type Wishes } from "./mocked-client.ts";

/** `server`, `resources.setState` and so on: every method of every noun, and every function of `@puhuri/sdk/bulk`. */
export type Method = "server" | MethodOfNoun;
type MethodOfNoun = {
  [Noun in keyof Nouns]: `${Noun}.${keyof Nouns[Noun] & string}`;
}[keyof Nouns];
type Nouns = Omit<PuhuriClient, "api" | "server" | symbol> & { readonly bulk: typeof bulk };

/** A request as it must go out. */
export interface ExpectedRequest {
  /** The operation of the spec that it must be. */
  readonly operation: string;
  /** Method, path and query: `GET /api/marketplace-orders/?page=1`. */
  readonly line: string;
  readonly body?: unknown;
}

/** What a call sends to one generation of server and makes of the answers. */
export interface ExpectedCall {
  readonly wishes?: Wishes;
  /** All requests in their order; but with `reads`, the writes only. */
  readonly requests: readonly ExpectedRequest[];
  /** What is read besides: each at least once, in any order, and nothing else. */
  readonly reads?: readonly ExpectedRequest[];
  /** How many requests it may take, where that is not said by `requests` already. */
  readonly atMost?: number;
  readonly result: unknown;
}

/** What a list sends: its rows are read, then counted. */
export interface ExpectedList {
  readonly operation: string;
  readonly path: string;
  /** The filters as they are sent. */
  readonly filters?: string;
  /** What is sent with them for rows, and not for a count: the order, the columns. */
  readonly besides?: string;
  /** They are read to be counted, where the server's own count is not of them. */
  readonly countedByReading?: boolean;
  readonly rows: readonly unknown[];
}

type ByDialect<Expected> = { readonly [D in Dialect]?: Expected | "unsupported" };

/** One way to call a method; a dialect left out is covered by another one. */
export type Contract = { readonly says: string } & (
  | ({ call(puhuri: PuhuriClient): Promise<unknown> } & ByDialect<ExpectedCall>)
  | ({ list(puhuri: PuhuriClient): Paginated<unknown> } & ByDialect<ExpectedList>)
);

/** At least one contract for each of a noun's methods. */
export type Contracts<Noun extends keyof Nouns> = {
  readonly [M in Extract<Method, `${Noun}.${string}`>]: readonly [Contract, ...Contract[]];
};

/** Checks everything a client has sent: that the spec allows it, and that it is what was meant. */
export function expectSent(
  mock: MockFetch,
  { requests, reads, atMost = Number.POSITIVE_INFINITY }: Omit<ExpectedCall, "result">,
): void {
  expect(mock.violations).toEqual([]);
  const sent = mock.requests.map(asExpected);
  const isRead = ({ line }: ExpectedRequest) => line.startsWith("GET ");
  expect(reads === undefined ? sent : sent.filter((request) => !isRead(request))).toEqual(sorted(requests));
  if (reads !== undefined) {
    const distinct = new Map(sent.filter(isRead).map((request) => [request.line, request]));
    expect([...distinct.values()].sort(byLine)).toEqual(sorted(reads).sort(byLine));
  }
  expect(sent.length).toBeLessThanOrEqual(atMost);
  for (const { headers, body } of mock.requests) {
    const { authorization, accept, "accept-language": language, "content-type": type } = headers;
    expect({ authorization, accept, language, type }).toEqual({
      authorization: `Token ${TOKEN}`,
      accept: "application/json",
      language: "en",
      type: body === undefined ? undefined : "application/json",
    });
  }
}

function asExpected({ method, url, operationId, body }: RecordedRequest) {
  const { origin, pathname, search } = new URL(url);
  expect(origin).toBe(ORIGIN);
  expect(pathname.at(-1), "every path ends in a slash").toBe("/");
  return { operation: operationId ?? "", line: sortQuery(`${method} ${pathname}${search}`), body };
}

function sorted(requests: readonly ExpectedRequest[]): ExpectedRequest[] {
  return requests.map(({ operation, line, body }) => ({ operation, line: sortQuery(line), body }));
}

function byLine(a: ExpectedRequest, b: ExpectedRequest): number {
  return a.line < b.line ? -1 : 1;
}

/** The order of parameters has no meaning. */
function sortQuery(line: string): string {
  const [path, query = ""] = line.split("?");
  return [path, query.split("&").sort().join("&")].join("?");
}
