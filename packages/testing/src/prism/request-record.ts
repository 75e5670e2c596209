import type { MockedExchange } from "./mock.ts";
import type { Violation } from "./violation.ts";
import { parseBody, type WireRequest } from "./wire.ts";

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

export class RequestLog implements RequestRecord {
  #requests: RecordedRequest[] = [];

  get requests(): readonly RecordedRequest[] {
    return this.#requests;
  }

  get violations(): readonly Violation[] {
    return this.#requests.flatMap((request) => request.violations);
  }

  reset(): void {
    this.#requests = [];
  }

  add(request: WireRequest, { operationId, response, violations }: MockedExchange): RecordedRequest {
    const recorded = {
      method: request.method,
      url: request.url.href,
      headers: request.headers,
      body: parseBody(request.body, request.headers["content-type"]).value,
      operationId,
      status: response.status,
      violations,
    };
    this.#requests.push(recorded);
    return recorded;
  }
}
