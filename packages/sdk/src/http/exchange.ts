import {
  ConnectionError,
  type ExchangeFacts,
  InvalidArgumentError,
  RequestTimeoutError,
  TokenError,
} from "../errors.ts";
import { attempt, type Call, TIMED_OUT } from "./call.ts";
import type { ServerClock } from "./clock.ts";
import { apiErrorOf, connectionFailure, unexpectedResponse } from "./failures.ts";
import { notify, type RequestEvent } from "./hooks.ts";
import type { Settings } from "./options.ts";
import { type Asked, type Reply, readReply, type Shape } from "./reply.ts";
import {
  backoffMs,
  type Failure,
  isRetried,
  maxRefusals,
  mayHaveApplied,
  type OperationLookup,
  type RateLimitGate,
} from "./retry-policy.ts";
import type { Token } from "./token.ts";

/** What all requests of one client share. */
export interface Shared {
  readonly settings: Settings;
  readonly token: Token;
  readonly gate: RateLimitGate;
  readonly serverClock: ServerClock;
  /** The time by this machine's calendar. */
  date(): number;
  /** Returns a number that no other call or exchange of this client has. */
  nextId(): number;
}

/** A request ready to go, but for the headers that every request carries. */
export interface Outgoing {
  readonly method: string;
  /** The path as the spec writes it. */
  readonly path: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  readonly shape?: Shape;
  /** Whether an error status is returned as an answer, and not thrown. */
  readonly returnsErrors?: boolean;
}

/** How an attempt ended. */
type Outcome =
  | { readonly failure?: undefined; readonly reply: Reply }
  | {
      readonly failure: Failure;
      readonly reply?: Reply;
      /** In a few words. */
      readonly reason: string;
      /** Thrown if there is no other attempt. Without it, the answer is returned. */
      readonly error: Error | undefined;
    };

/** One request with all its attempts. */
export class Exchange {
  readonly #shared: Shared;
  readonly #call: Call;
  readonly #request: Outgoing;
  readonly #asked: Asked;
  readonly #id: number;
  readonly #operation: ReturnType<OperationLookup>;
  #attempts = 0;
  /** Whether the current attempt has sent its request: it asks for a token first. */
  #isSent = false;
  /** Whether some attempt may have carried out the write. */
  #maybeApplied = false;
  #authorization = "";
  /** The first 401, and the token it refused: after it, the token function is called once more. */
  #refusal: { readonly authorization: string; readonly reply: Reply } | undefined;

  constructor(shared: Shared, call: Call, request: Outgoing) {
    const { method, path, shape } = request;
    this.#operation = shared.settings.operationOf(method, path);
    this.#shared = shared;
    this.#call = call;
    this.#request = request;
    this.#asked = { method, operation: this.#operation, shape };
    this.#id = shared.nextId();
  }

  /** Sends the request until it is answered for good, and calls the hooks. */
  async run(): Promise<Reply> {
    const { clock, hooks } = this.#shared.settings;
    const startedAt = clock.now();
    try {
      const reply = await this.#untilAnswered();
      this.#tell(hooks.onEnd, { durationMs: clock.now() - startedAt });
      return reply;
    } catch (error) {
      this.#tell(hooks.onEnd, { error, durationMs: clock.now() - startedAt });
      throw error;
    }
  }

  async #untilAnswered(): Promise<Reply> {
    const { settings, gate, serverClock } = this.#shared;
    const { clock, hooks, maxRetryAfterMs, random } = settings;
    const { deadline, signal, retry, isOver } = this.#call;
    for (let retries = 0, refusals = 0; ; ) {
      signal?.throwIfAborted();
      const opens = gate.isOpen || (await gate.pass(deadline, signal));
      const remainingMs = deadline - clock.now();
      if (!opens || remainingMs <= 0 || isOver()) {
        throw this.#tookTooLong("total", opens ? "" : " The server asked to wait longer than that (429).");
      }

      const outcome = await this.#attempt(remainingMs);
      const { failure, reply } = outcome;
      if (reply && failure !== 429) gate.admit();
      if (failure === undefined) {
        serverClock.note(reply.response.headers, this.#shared.date());
        return reply;
      }
      if (reply && failure === 401 && this.#shared.token.mayChange && !this.#refusal) {
        this.#refusal = { authorization: this.#authorization, reply };
        continue;
      }

      const retryAfterMs = reply?.retryAfterMs;
      const isLimited = failure === 429;
      const delayMs = retryAfterMs ?? backoffMs(retry, isLimited ? gate.refusals : retries, random);
      if (isLimited) gate.hold(Math.min(delayMs, maxRetryAfterMs));
      const isWorthIt =
        isRetried(this.#operation.kind, failure) &&
        (isLimited ? refusals < maxRefusals(retry) : retries < retry.maxRetries) &&
        (retryAfterMs ?? 0) <= maxRetryAfterMs &&
        clock.now() + delayMs < deadline;
      if (!isWorthIt) {
        if (reply && !outcome.error) return reply;
        throw outcome.error;
      }
      if (isLimited) refusals++;
      else retries++;
      this.#tell(hooks.onRetry, { delayMs, reason: outcome.reason });
      // After a 429 the gate makes this call wait, and all others.
      if (!isLimited) await clock.sleep(delayMs, signal);
    }
  }

  async #attempt(remainingMs: number): Promise<Outcome> {
    const { clock, hooks, timeoutMs } = this.#shared.settings;
    const { signal } = this.#call;
    const startedAt = clock.now();
    this.#isSent = false;
    try {
      const reply = await attempt((stop) => this.#send(stop), Math.min(remainingMs, timeoutMs), signal);
      const { status } = reply.response;
      if (this.#isSent) this.#tell(hooks.onResponse, { status, durationMs: clock.now() - startedAt });
      return this.#judge(reply);
    } catch (error) {
      signal?.throwIfAborted();
      if (error !== TIMED_OUT) return this.#disconnected(error);
      const failure = this.#isSent ? "lost" : "unsent";
      this.#note(failure);
      if (remainingMs <= timeoutMs) throw this.#tookTooLong("total");
      return { failure, reason: "timeout", error: this.#tookTooLong("attempt") };
    }
  }

  async #send(signal: AbortSignal): Promise<Reply> {
    const { settings, token } = this.#shared;
    const authorization = await token.authorization();
    // The same token would get the same answer.
    if (this.#refusal?.authorization === authorization) return this.#refusal.reply;
    signal.throwIfAborted();
    this.#authorization = authorization;
    this.#isSent = true;
    this.#attempts++;
    this.#tell(settings.hooks.onRequest, {});

    const { url, method, headers: own, body = null } = this.#request;
    const headers = { ...settings.headers, ...own, authorization };
    // Workers refuse `credentials`, `cache` and `mode`. The global is looked up each time, so that a mocked or
    // instrumented one is used.
    const send = settings.fetch ?? globalThis.fetch;
    const response = await send(url, { method, headers, body, redirect: "manual", signal });
    return await readReply(response, this.#asked, settings.clock.now());
  }

  #judge(reply: Reply): Outcome {
    const { failure, strange, response } = reply;
    if (failure === undefined) return { reply };
    const { redactor } = this.#shared.token;
    this.#note(failure);
    if (strange !== undefined) {
      return { failure, reply, reason: strange, error: unexpectedResponse(this.#facts, reply, redactor) };
    }
    const error = this.#request.returnsErrors ? undefined : apiErrorOf(this.#facts, reply, redactor);
    return { failure, reply, reason: `${response.status}`, error };
  }

  /** @throws {TokenError} There was no token to send. */
  #disconnected(error: unknown): Outcome {
    const { settings, token } = this.#shared;
    const cause = token.redactor.cause(error);
    if (!this.#isSent) {
      // A function that has never returned a token is wrong; one that did before may do so again.
      throw error instanceof InvalidArgumentError && !token.wasGiven
        ? error
        : new TokenError({ ...this.#facts, cause });
    }
    const { failure, reason: said } = connectionFailure(error);
    const reason = token.redactor.text(said);
    this.#note(failure);
    const facts = { maybeSent: failure === "lost", reason: `${settings.host}: ${reason}`, cause };
    return { failure, reason, error: new ConnectionError({ ...this.#facts, ...facts }) };
  }

  #note(failure: Failure): void {
    this.#maybeApplied ||= mayHaveApplied(this.#operation.kind, failure);
  }

  get #facts(): ExchangeFacts {
    const { method, path } = this.#request;
    const { id: operation } = this.#operation;
    return { operation, method, path, attempts: this.#attempts, maybeApplied: this.#maybeApplied };
  }

  #tell<More extends object>(hook: ((event: RequestEvent & More) => void) | undefined, more: More): void {
    if (hook === undefined) return;
    notify(hook, {
      callId: this.#call.id,
      exchangeId: this.#id,
      operation: this.#operation.id,
      kind: this.#operation.kind,
      method: this.#request.method,
      path: this.#request.path,
      attempt: this.#attempts,
      ...more,
    });
  }

  #tookTooLong(which: "attempt" | "total", reason = ""): RequestTimeoutError {
    const { timeoutMs } = which === "total" ? this.#call : this.#shared.settings;
    return new RequestTimeoutError({ ...this.#facts, which, timeoutMs, reason });
  }
}
