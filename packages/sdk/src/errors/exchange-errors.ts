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
  /** A write, or an earlier one of the same call, that the server may have carried out: read before repeating it. */
  readonly maybeApplied: boolean;
}

/** A call that was begun and did not succeed. */
export abstract class ExchangeError extends PuhuriError implements ExchangeFacts {
  declare readonly operation: string;
  declare readonly method: string;
  declare readonly path: string;
  declare readonly attempts: number;
  /** Which page of a list it was. */
  declare page?: number;

  constructor(facts: ExchangeFacts & { readonly cause?: unknown }, outcome: string) {
    const { method, path, operation, maybeApplied } = facts;
    const doubt = maybeApplied ? " The write may have been applied: read before repeating it." : "";
    super(`${method} ${path} (${operation}) ${outcome}${doubt}`, facts);
  }
}

/** No answer came: the connection was refused, reset, or broke off. `cause` holds what the runtime said. */
export class ConnectionError extends ExchangeError {
  readonly code = "connection";
  /** False only when the runtime says that the last request never left. */
  declare readonly maybeSent: boolean;

  constructor({
    reason,
    ...facts
  }: ExchangeFacts & { readonly maybeSent: boolean; readonly reason: string; readonly cause?: unknown }) {
    super(facts, `got no answer: ${reason}.`);
  }

  override get name(): string {
    return "ConnectionError";
  }
}

/** The answer, headers and body, did not come in time. */
export class RequestTimeoutError extends ExchangeError {
  readonly code = "timeout";
  /** `attempt`: a single request took too long. `total`: the whole call did, waits and retries included. */
  declare readonly which: "attempt" | "total";
  declare readonly timeoutMs: number;

  constructor({
    reason = "",
    ...facts
  }: ExchangeFacts & {
    readonly which: "attempt" | "total";
    readonly timeoutMs: number;
    readonly reason?: string;
  }) {
    super(facts, `did not finish within ${facts.timeoutMs} ms (${facts.which}).${reason}`);
  }

  override get name(): string {
    return "RequestTimeoutError";
  }
}

/** An answer came that is not this API's: an HTML page with status 200, broken JSON, a redirect. */
export class UnexpectedResponseError extends ExchangeError {
  readonly code = "unexpected-response";
  declare readonly status: number;
  declare readonly contentType: string | undefined;
  /** The first characters of the body. */
  declare readonly snippet: string;

  constructor({
    reason,
    ...facts
  }: ExchangeFacts & {
    readonly status: number;
    readonly contentType: string | undefined;
    readonly snippet: string;
    readonly reason: string;
  }) {
    super(facts, `answered ${facts.status}, ${reason}.`);
  }

  override get name(): string {
    return "UnexpectedResponseError";
  }
}
