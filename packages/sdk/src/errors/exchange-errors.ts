import { PuhuriError } from "./puhuri-error.ts";

/** Which call failed, and what may have become of it. */
export interface ExchangeFacts {
  /** The operation's id, such as `provider_resources_get`. */
  readonly operation: string;
  readonly method: string;
  /** The path as the spec writes it, `{uuid}` and all: safe to log and to group by. */
  readonly path: string;
  /** Requests sent for this call, retries included. */
  readonly attempts: number;
  /** A write, and the server may have carried it out: read the state before sending it again. */
  readonly maybeApplied: boolean;
}

/** A call that was begun and did not succeed. */
export abstract class ExchangeError extends PuhuriError implements ExchangeFacts {
  readonly operation: string;
  readonly method: string;
  readonly path: string;
  readonly attempts: number;
  /** Also true when it is an earlier write of the same call that was, or may have been, carried out. */
  override maybeApplied: boolean;
  /** Which page of a list it was. */
  declare page?: number;

  constructor(facts: ExchangeFacts, outcome: string, options?: ErrorOptions) {
    const doubt = facts.maybeApplied ? " The write may have been applied: read before repeating it." : "";
    super(`${facts.method} ${facts.path} (${facts.operation}) ${outcome}${doubt}`, options);
    this.operation = facts.operation;
    this.method = facts.method;
    this.path = facts.path;
    this.attempts = facts.attempts;
    this.maybeApplied = facts.maybeApplied;
  }
}

/** No answer came: the connection was refused, reset, or broke off. `cause` holds what the runtime said. */
export class ConnectionError extends ExchangeError {
  readonly code = "connection";
  /** False only when the runtime says that the last request never left. */
  readonly maybeSent: boolean;

  constructor(facts: ExchangeFacts & { maybeSent: boolean; reason: string; cause?: unknown }) {
    super(facts, `got no answer: ${facts.reason}.`, { cause: facts.cause });
    this.maybeSent = facts.maybeSent;
  }

  override get name(): string {
    return "ConnectionError";
  }
}

/** The answer, headers and body, did not come in time. */
export class RequestTimeoutError extends ExchangeError {
  readonly code = "timeout";
  /** `attempt`: a single request took too long. `total`: the whole call did, waits and retries included. */
  readonly which: "attempt" | "total";
  readonly timeoutMs: number;

  constructor(facts: ExchangeFacts & { which: "attempt" | "total"; timeoutMs: number; reason?: string }) {
    const option = facts.which === "attempt" ? "timeoutMs of the client" : "timeoutMs of the call";
    super(facts, `did not finish within ${facts.timeoutMs} ms (${option}).${facts.reason ?? ""}`);
    this.which = facts.which;
    this.timeoutMs = facts.timeoutMs;
  }

  override get name(): string {
    return "RequestTimeoutError";
  }
}

/** An answer came that is not this API's: an HTML page with status 200, broken JSON, a redirect. */
export class UnexpectedResponseError extends ExchangeError {
  readonly code = "unexpected-response";
  readonly status: number;
  readonly contentType: string | undefined;
  /** The first characters of the body. */
  readonly snippet: string;

  constructor(
    facts: ExchangeFacts & {
      status: number;
      contentType: string | undefined;
      snippet: string;
      reason: string;
      cause?: unknown;
    },
  ) {
    super(facts, `answered ${facts.status}, ${facts.reason}.`, { cause: facts.cause });
    this.status = facts.status;
    this.contentType = facts.contentType;
    this.snippet = facts.snippet;
  }

  override get name(): string {
    return "UnexpectedResponseError";
  }
}
