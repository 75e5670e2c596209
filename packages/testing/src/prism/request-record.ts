import type { Violation } from "./violation.ts";

/** One request that a mock got, and what it made of it. */
export interface RecordedRequest {
  readonly method: string;
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
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

/** The record that a mock keeps, and how it adds to it. */
export function createRecord(): { record: RequestRecord; add: (request: RecordedRequest) => void } {
  const requests: RecordedRequest[] = [];
  const violations: Violation[] = [];
  const reset = (): void => {
    requests.length = 0;
    violations.length = 0;
  };
  const add = (request: RecordedRequest): void => {
    requests.push(request);
    violations.push(...request.violations);
  };
  return { record: { requests, violations, reset }, add };
}
