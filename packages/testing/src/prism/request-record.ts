import type { Violation } from "./violation.ts";

// Users' compilers read this file: nothing of Node or Prism may stand in it.

/** A request as it came in, its body as text. */
export interface Incoming {
  readonly method: string;
  readonly url: URL;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** One request that a mock got, and what it made of it. */
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

/** What a mock has seen since it started or was last reset. */
export interface RequestRecord {
  readonly requests: readonly RecordedRequest[];
  /** The violations of all requests, in order; a test of a client ends with `expect(violations).toEqual([])`. */
  readonly violations: readonly Violation[];
  /** Forgets the requests so far. */
  reset(): void;
}
