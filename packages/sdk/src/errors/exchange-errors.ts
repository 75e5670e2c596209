import { PuhuriError } from "./puhuri-error.ts";

/** Which call failed, and what may have become of it. */
export interface ExchangeFacts {
  /** The operation's id, such as `provider_resources_get`. */
  readonly operation: string;
  /** The HTTP method. */
  readonly method: string;
  /** The path as the spec writes it, `{uuid}` and all: safe to log and to group by. */
  readonly path: string;
  /** Requests sent for this call, retries included. */
  readonly attempts: number;
  /** A write, or an earlier one of the same call, that the server may have carried out: read before repeating it. */
  readonly maybeApplied: boolean;
}

/** A call that was begun and did not succeed: what all errors of requests extend. */
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

/**
 * No answer came: the connection was refused, reset, or broke off. `cause` holds what the runtime said.
 *
 * Call again later; after a write, look at `maybeApplied` first. If it never works, check `baseUrl`, proxy and network.
 */
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

/**
 * The function that you gave as `token` failed, or gave none after an earlier try. Without a token, nothing more was sent.
 *
 * See `cause`, and call again when it works; after a write, look at `maybeApplied` first: an earlier try may have arrived.
 */
export class TokenError extends ExchangeError {
  readonly code = "token";

  constructor(facts: ExchangeFacts & { readonly cause: unknown }) {
    super(facts, "could not be sent: the function given as token failed. See the cause.");
  }

  override get name(): string {
    return "TokenError";
  }
}

/**
 * The answer, headers and body, did not come in time; or what was waited for did not happen in time.
 *
 * Call again: methods that converge go on from where things stand. If it happens often, allow more time (`timeoutMs`).
 */
export class RequestTimeoutError extends ExchangeError {
  readonly code = "timeout";
  /** `attempt`: a single request took too long. `total`: the whole call did, waits and retries included. */
  declare readonly which: "attempt" | "total";
  /** The time that was allowed. */
  declare readonly timeoutMs: number;

  constructor({
    reason = "",
    ...facts
  }: ExchangeFacts & {
    readonly which: "attempt" | "total";
    readonly timeoutMs: number;
    readonly reason?: string;
    readonly cause?: unknown;
  }) {
    super(facts, `did not finish within ${facts.timeoutMs} ms (${facts.which}).${reason}`);
  }

  override get name(): string {
    return "RequestTimeoutError";
  }
}

/**
 * An answer came that is not this API's: an HTML page with status 200, broken JSON, a redirect, or too long a body.
 *
 * Look at `snippet`: it is often a proxy or a login page that answers. Check `baseUrl`. A write may have been applied.
 */
export class UnexpectedResponseError extends ExchangeError {
  readonly code = "unexpected-response";
  /** The HTTP status. */
  declare readonly status: number;
  /** The type of the body, as the header says. */
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
