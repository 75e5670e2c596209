import { ConnectionError, InvalidArgumentError, RequestTimeoutError } from "../errors.ts";
import { throwIfAborted } from "./abort.ts";
import { attempt, TIMED_OUT } from "./attempt.ts";
import type { Call } from "./call.ts";
import { connectionFailure } from "./connection-failure.ts";
import { Exchange, type Outgoing } from "./exchange.ts";
import { Gate } from "./gate.ts";
import { notify } from "./hooks.ts";
import { operationFor } from "./operation.ts";
import type { Settings } from "./options.ts";
import { Redactor } from "./redact.ts";
import { isRedirect } from "./redirects.ts";
import { backoffMs, type Failure, isRetried, mayHaveApplied } from "./retry-policy.ts";
import { type Reply, sendOnce } from "./send-once.ts";
import { type Credentials, Tokens } from "./token.ts";

/** How an attempt ended: with an answer, good or not, or without one. */
type Outcome = Answered | Unanswered;
interface Answered {
  readonly reply: Reply;
  readonly failure: Failure | undefined;
  readonly final?: undefined;
}
interface Unanswered {
  readonly reply?: undefined;
  readonly failure: "unsent" | "lost";
  readonly reason: string;
  /** No time is left for another. */
  readonly final: boolean;
  /** Made last, when it is known what all attempts came to. */
  readonly error: () => Error;
}

/** Carries requests out: attempts, waits, and what is said about a failure. One per client. */
export class Transport {
  readonly settings: Settings;
  readonly redactor = new Redactor();
  readonly #tokens: Tokens;
  readonly #gate: Gate;
  #lastId = 0;

  constructor(settings: Settings) {
    this.settings = settings;
    this.#tokens = new Tokens(settings.token, this.redactor);
    this.#gate = new Gate(settings.clock);
  }

  /**
   * Sends a request until it is answered for good.
   *
   * @param settle - Makes the caller's result of the last answer, or throws.
   */
  async exchange<T>(
    call: Call,
    request: Outgoing,
    settle: (reply: Reply, exchange: Exchange) => T,
  ): Promise<T> {
    const { clock, hooks, operationOf, baseUrl } = this.settings;
    const startedAt = clock.now();
    const operation = operationFor(operationOf, request.method, request.path);
    const exchange = new Exchange(++this.#lastId, call, request, operation);
    try {
      if (!request.url.startsWith(`${baseUrl}/`)) {
        throw new InvalidArgumentError(
          "baseUrl",
          "This request would leave the client's baseUrl. Nothing was sent.",
        );
      }
      return settle(await this.#untilAnswered(exchange), exchange);
    } catch (error) {
      notify(hooks.onError, () => ({ ...exchange.event, error, durationMs: clock.now() - startedAt }));
      throw error;
    }
  }

  async #untilAnswered(exchange: Exchange): Promise<Reply> {
    const { call, operation } = exchange;
    let renewed = false;
    for (;;) {
      throwIfAborted(call.signal);
      if (!this.#gate.isOpen || call.deadline <= this.settings.clock.now()) await this.#mayStart(exchange);
      const outcome = await this.#attempt(exchange);
      const { failure } = outcome;
      if (failure === undefined) return outcome.reply;
      if (mayHaveApplied(operation.kind, failure)) exchange.maybeApplied = true;
      if (failure === 401 && !renewed) {
        renewed = true;
        if (await this.#hasNewToken(exchange)) continue;
      }
      exchange.credentials = undefined;
      const delayMs = this.#retryDelay(exchange, outcome);
      if (delayMs === undefined) {
        if (outcome.reply === undefined) throw outcome.error();
        return outcome.reply;
      }
      notify(this.settings.hooks.onRetry, () => ({
        ...exchange.event,
        delayMs,
        reason: outcome.reply === undefined ? outcome.reason : String(outcome.reply.response.status),
      }));
      exchange.retries++;
      // After a 429 everyone waits, this call too, before the next request.
      if (failure !== 429) await this.settings.clock.sleep(delayMs, call.signal);
    }
  }

  /** Waits while a 429 holds the client back, and starts nothing when the call's time is up. */
  async #mayStart(exchange: Exchange): Promise<void> {
    const { deadline, signal, timeoutMs } = exchange.call;
    const opens = await this.#gate.pass(deadline, signal);
    if (opens && this.settings.clock.now() < deadline) return;
    const reason = opens ? "" : " The server asked to wait longer than that (429).";
    throw new RequestTimeoutError({ ...exchange.facts, which: "total", timeoutMs, reason });
  }

  async #attempt(exchange: Exchange): Promise<Outcome> {
    const { settings } = this;
    const { call, request, operation } = exchange;
    const startedAt = settings.clock.now();
    const remainingMs = call.deadline - startedAt;
    // Whoever redirects a write has not carried it out, and `fetch` would repeat it as a GET.
    const followed = operation.kind === "read" && /^(GET|HEAD)$/.test(request.method);
    let sent = false;
    exchange.attempts++;
    notify(settings.hooks.onRequest, () => exchange.event);
    try {
      const send = (credentials: Credentials, signal: AbortSignal): Promise<Reply> => {
        throwIfAborted(signal);
        sent = true;
        exchange.credentials = credentials;
        return sendOnce(settings, request, credentials, followed, signal);
      };
      const known = exchange.credentials ?? this.#tokens.fixed;
      const run = known
        ? (signal: AbortSignal) => send(known, signal)
        : async (signal: AbortSignal) => send(await this.#tokens.ask(), signal);
      const reply = await attempt(run, Math.min(settings.timeoutMs, remainingMs), call.signal);
      notify(settings.hooks.onResponse, () => ({
        ...exchange.event,
        status: reply.response.status,
        durationMs: settings.clock.now() - startedAt,
      }));
      return { reply, failure: failureOf(reply) };
    } catch (error) {
      throwIfAborted(call.signal);
      if (error === TIMED_OUT) return this.#timedOut(exchange, sent, remainingMs <= settings.timeoutMs);
      // The caller's own token function failed.
      if (!sent) throw error;
      return this.#unanswered(exchange, error);
    }
  }

  #timedOut(exchange: Exchange, sent: boolean, final: boolean): Unanswered {
    const timeout = {
      which: final ? "total" : "attempt",
      timeoutMs: final ? exchange.call.timeoutMs : this.settings.timeoutMs,
      reason: sent ? "" : " The token function gave no token.",
    } as const;
    return {
      failure: sent ? "lost" : "unsent",
      reason: "timeout",
      final,
      error: () => new RequestTimeoutError({ ...exchange.facts, ...timeout }),
    };
  }

  #unanswered(exchange: Exchange, error: unknown): Unanswered {
    const { maybeSent, reason } = connectionFailure(error);
    const said = { maybeSent, reason: this.redactor.text(reason), cause: this.redactor.cause(error) };
    return {
      failure: maybeSent ? "lost" : "unsent",
      reason: said.reason,
      final: false,
      error: () => new ConnectionError({ ...exchange.facts, ...said }),
    };
  }

  /** After a 401: whether the token function now gives another token, which the next attempt then uses. */
  async #hasNewToken(exchange: Exchange): Promise<boolean> {
    const refused = exchange.credentials;
    if (this.#tokens.fixed !== undefined) return false;
    const { call } = exchange;
    const remainingMs = call.deadline - this.settings.clock.now();
    const timeoutMs = Math.min(this.settings.timeoutMs, remainingMs);
    try {
      exchange.credentials = await attempt(() => this.#tokens.ask(), timeoutMs, call.signal);
    } catch (error) {
      if (error === TIMED_OUT) return false;
      throw error;
    }
    return exchange.credentials.secret !== refused?.secret;
  }

  /** How long to wait before sending it again; undefined when it is not to be sent again. */
  #retryDelay(
    { call, operation, retries }: Exchange,
    { reply, failure, final }: Outcome,
  ): number | undefined {
    const { maxRetryAfterMs, random, clock } = this.settings;
    const retryAfterMs = reply?.retryAfterMs;
    const delayMs = retryAfterMs ?? backoffMs(call.retry, retries, random);
    if (failure === 429) this.#gate.hold(Math.min(delayMs, maxRetryAfterMs));
    const again =
      !final &&
      failure !== undefined &&
      isRetried(operation.kind, failure) &&
      retries < call.retry.maxRetries &&
      (retryAfterMs ?? 0) <= maxRetryAfterMs &&
      clock.now() + delayMs < call.deadline;
    return again ? delayMs : undefined;
  }
}

/** What a status means for a retry. A redirect that was not followed would only come again. */
function failureOf({ response, retryAfterMs }: Reply): Failure | undefined {
  if (response.ok || isRedirect(response)) return undefined;
  return response.status === 503 && retryAfterMs !== undefined ? "busy" : response.status;
}
