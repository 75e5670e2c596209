import type { MockedExchange } from "./mock.ts";
import type { RecordedRequest, RequestRecord } from "./request-record.ts";
import type { Violation } from "./violation.ts";
import { parseBody, type WireRequest } from "./wire.ts";

/** Collects what a mock sees. */
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
