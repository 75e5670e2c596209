import type { ExchangeFacts } from "../errors.ts";
import type { Call } from "./call.ts";
import type { RequestEvent } from "./hooks.ts";
import type { OperationInfo } from "./operation.ts";
import type { Credentials } from "./token.ts";

/** A request ready to go, but for what is added to each: token, language, user agent. */
export interface Outgoing {
  readonly url: string;
  readonly method: string;
  /** The path as the spec writes it. */
  readonly path: string;
  readonly headers: Headers;
  readonly body: BodyInit | null;
}

/** One request with all its attempts: what is known of it so far. */
export class Exchange {
  readonly id: number;
  readonly call: Call;
  readonly request: Outgoing;
  readonly operation: OperationInfo;
  attempts = 0;
  retries = 0;
  /** A write that some attempt may have carried out. */
  maybeApplied = false;
  /** What the next attempt is to use instead of asking for a token; of the last attempt, what it used. */
  credentials: Credentials | undefined;

  constructor(id: number, call: Call, request: Outgoing, operation: OperationInfo) {
    this.id = id;
    this.call = call;
    this.request = request;
    this.operation = operation;
  }

  get facts(): ExchangeFacts {
    return {
      operation: this.operation.id,
      method: this.request.method,
      path: this.request.path,
      attempts: this.attempts,
      maybeApplied: this.maybeApplied,
    };
  }

  get event(): RequestEvent {
    return {
      exchangeId: this.id,
      operation: this.operation.id,
      kind: this.operation.kind,
      method: this.request.method,
      path: this.request.path,
      attempt: this.attempts,
    };
  }
}
