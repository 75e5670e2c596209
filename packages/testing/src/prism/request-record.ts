// Users' compilers read this file: nothing of Node or Prism may stand in it.

/** A request as it came in, its body as text. */
export interface Incoming {
  readonly method: string;
  readonly url: URL;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** One place where a request or a response does not follow the spec. */
export interface Violation {
  /** The operation of the spec; undefined when the spec has no such route. */
  readonly operationId: string | undefined;
  readonly method: string;
  /** The path of the request, without its query. */
  readonly path: string;
  readonly where: "request" | "response";
  /** The part of it: `route`, `query.page_sise`, `header.authorization`, `body.usages.0.amount`, `status` … */
  readonly location: string;
  readonly reason: string;
}

/** A request that a mock received, and how it was answered. */
export interface RecordedRequest extends Pick<Incoming, "method" | "headers"> {
  readonly url: string;
  /** Parsed when it is JSON, else the text; undefined when there was none. */
  readonly body: unknown;
  /** The operation of the spec; undefined when it has no such route. */
  readonly operationId: string | undefined;
  /** The status it was answered with. */
  readonly status: number;
  readonly violations: readonly Violation[];
}

/** The requests that a mock received since it started or was last reset. */
export interface RequestRecord {
  readonly requests: readonly RecordedRequest[];
  /** The violations of all requests, in order. Let the test of a client end with `expect(violations).toEqual([])`. */
  readonly violations: readonly Violation[];
  /** Forgets the requests so far. */
  reset(): void;
}
