import {
  ConnectionError,
  type ExchangeFacts,
  InvalidArgumentError,
  RequestTimeoutError,
  TokenError,
} from "../errors.ts";
import { throwIfAborted } from "./abort.ts";
import type { AnswerShape } from "./answer-shape.ts";
import { attempt, TIMED_OUT } from "./attempt.ts";
import type { Call } from "./call.ts";
import { connectionFailure } from "./connection-failure.ts";
import { notify, type RequestEvent } from "./hooks.ts";
import type { Answered, Asked, Outgoing, Reply } from "./messages.ts";
import { type OperationInfo, type OperationKind, operationFor } from "./operation.ts";
import { isRedirect } from "./redirects.ts";
import { backoffMs, type Failure, isRetried, maxRefusals, mayHaveApplied } from "./retry-policy.ts";
import { sendOnce } from "./send-once.ts";
import type { Transport } from "./transport.ts";

/** How an attempt ended: well, with an answer that is an error, or without an answer. */
type Outcome = Success | Failed | Unanswered;
interface Success {
  readonly reply: Reply;
  readonly failure?: undefined;
}
interface Failed {
  readonly reply: Reply;
  readonly failure: Failure;
  readonly reason?: undefined;
}
interface Unanswered {
  readonly reply?: undefined;
  readonly failure: Failure;
  readonly reason: string;
  /** Made last, when it is known what all attempts came to. */
  readonly error: () => Error;
}

/** One request with all its attempts. */
export class Exchange implements Asked {
  readonly #transport: Transport;
  readonly #call: Call;
  readonly #request: Outgoing;
  readonly #id: number;
  #knownOperation: OperationInfo | undefined;
  #attempts = 0;
  /** Whether the attempt under way has got as far as its request. */
  #isSent = false;
  /** A write that some attempt may have carried out. */
  #maybeApplied = false;
  #authorization = "";
  /** The 401 after which a token is asked for once more. */
  #refusal: { readonly authorization: string; readonly reply: Reply } | undefined;

  constructor(transport: Transport, call: Call, request: Outgoing) {
    this.#transport = transport;
    this.#call = call;
    this.#request = request;
    this.#id = transport.nextId();
  }

  /**
   * Sends the request until it is answered for good.
   *
   * @param settle - Makes the caller's result of the last answer, or throws.
   */
  async run<T>(settle: (answered: Answered) => T): Promise<T> {
    const { settings, redactor } = this.#transport;
    const { clock, hooks } = settings;
    const startedAt = clock.now();
    const lasted = () => ({ durationMs: clock.now() - startedAt });
    try {
      if (!this.#request.url.startsWith(`${settings.baseUrl}/`)) {
        throw new InvalidArgumentError("baseUrl", "The request would leave baseUrl. Nothing was sent.");
      }
      const reply = await this.#untilAnswered();
      const result = settle({ ...reply, asked: this, redactor });
      this.#tell(hooks.onEnd, lasted);
      return result;
    } catch (error) {
      const given = () => ({ error, ...lasted() });
      this.#tell(hooks.onError, given);
      this.#tell(hooks.onEnd, given);
      throw error;
    }
  }

  async #untilAnswered(): Promise<Reply> {
    const { settings, gate, serverClock, authorization } = this.#transport;
    const { clock, hooks, maxRetryAfterMs, random } = settings;
    const { deadline, signal, retry } = this.#call;
    const { kind } = this;
    for (let retries = 0, refusals = 0; ; ) {
      throwIfAborted(signal);
      const opens = gate.isOpen || (await gate.pass(deadline, signal));
      const remainingMs = deadline - clock.now();
      if (!opens || remainingMs <= 0 || this.#call.isOver()) {
        throw this.#tookTooLong("total", opens ? "" : " The server asked to wait longer than that (429).");
      }

      const outcome = await this.#attempt(remainingMs);
      if (outcome.reply && outcome.failure !== 429) gate.admit();
      if (outcome.failure === undefined) {
        serverClock.note(outcome.reply.response.headers, clock.date?.() ?? clock.now());
        return outcome.reply;
      }
      const { reply, failure } = outcome;
      this.#maybeApplied ||= mayHaveApplied(kind, failure);
      if (failure === 401 && reply && authorization === undefined && this.#refusal === undefined) {
        this.#refusal = { authorization: this.#authorization, reply };
        continue;
      }

      const retryAfterMs = reply?.retryAfterMs;
      const isLimited = failure === 429;
      const delayMs = retryAfterMs ?? backoffMs(retry, isLimited ? gate.refusals : retries, random);
      if (isLimited) gate.hold(Math.min(delayMs, maxRetryAfterMs));
      const isWorthIt =
        isRetried(kind, failure) &&
        (isLimited ? refusals < maxRefusals(retry) : retries < retry.maxRetries) &&
        (retryAfterMs ?? 0) <= maxRetryAfterMs &&
        clock.now() + delayMs < deadline;
      if (!isWorthIt) {
        if (reply) return reply;
        throw outcome.error();
      }
      if (isLimited) refusals++;
      else retries++;
      this.#tell(hooks.onRetry, () => ({ delayMs, reason: outcome.reason ?? `${reply?.response.status}` }));
      // After a 429 everyone waits, this call too, before the next request.
      if (!isLimited) await clock.sleep(delayMs, signal);
    }
  }

  async #attempt(remainingMs: number): Promise<Outcome> {
    const { settings, redactor } = this.#transport;
    const { clock, hooks, timeoutMs } = settings;
    const isLast = remainingMs <= timeoutMs;
    const startedAt = clock.now();
    this.#isSent = false;
    try {
      const reply = await attempt(this.#send, isLast ? remainingMs : timeoutMs, this.#call.signal);
      if (this.#isSent) {
        const { status } = reply.response;
        this.#tell(hooks.onResponse, () => ({ status, durationMs: clock.now() - startedAt }));
      }
      const failure = failureOf(reply);
      return failure === undefined ? { reply } : { reply, failure };
    } catch (error) {
      throwIfAborted(this.#call.signal);
      if (error === TIMED_OUT) {
        const failure = this.#isSent ? "lost" : "unsent";
        if (!isLast) return { failure, reason: "timeout", error: () => this.#tookTooLong("attempt") };
        this.#maybeApplied ||= mayHaveApplied(this.kind, failure);
        throw this.#tookTooLong("total");
      }
      if (!this.#isSent) throw this.#withoutToken(error);
      const { maybeSent, reason: said } = connectionFailure(error);
      const reason = redactor.text(said);
      const cause = redactor.cause(error);
      return {
        failure: maybeSent ? "lost" : "unsent",
        reason,
        error: () => new ConnectionError({ ...this.facts, maybeSent, reason, cause }),
      };
    }
  }

  readonly #send = (signal: AbortSignal): Promise<Reply> => {
    const { authorization } = this.#transport;
    return authorization === undefined ? this.#sendAsking(signal) : this.#sendAs(authorization, signal);
  };

  async #sendAsking(signal: AbortSignal): Promise<Reply> {
    const authorization = await this.#transport.askAuthorization();
    // The same token again: the answer to it stands.
    if (this.#refusal?.authorization === authorization) return this.#refusal.reply;
    throwIfAborted(signal);
    return this.#sendAs(authorization, signal);
  }

  #sendAs(authorization: string, signal: AbortSignal): Promise<Reply> {
    const { settings } = this.#transport;
    this.#authorization = authorization;
    this.#isSent = true;
    this.#attempts++;
    this.#tell(settings.hooks.onRequest, () => ({}));
    return sendOnce(settings, this.#request, authorization, this.kind === "read", signal);
  }

  get #operation(): OperationInfo {
    const { method, path } = this.#request;
    this.#knownOperation ??= operationFor(this.#transport.settings.operationOf, method, path);
    return this.#knownOperation;
  }

  get method(): string {
    return this.#request.method;
  }

  get kind(): OperationKind {
    return this.#operation.kind;
  }

  get answer(): AnswerShape | undefined {
    return this.#operation.answer;
  }

  get facts(): ExchangeFacts {
    const { method, path } = this.#request;
    return {
      operation: this.#operation.id,
      method,
      path,
      attempts: this.#attempts,
      maybeApplied: this.#maybeApplied,
    };
  }

  #tell<More extends object>(
    hook: ((event: RequestEvent & More) => void) | undefined,
    more: () => More,
  ): void {
    notify(hook, () => {
      const { id, kind } = this.#operation;
      const { method, path } = this.#request;
      return { exchangeId: this.#id, operation: id, kind, method, path, attempt: this.#attempts, ...more() };
    });
  }

  /** The caller's own token function failed. One that gave none from the first is a mistake, and no trouble that may pass. */
  #withoutToken(error: unknown): unknown {
    if (error instanceof InvalidArgumentError && !this.#transport.hadToken) return error;
    return new TokenError({ ...this.facts, cause: this.#transport.redactor.cause(error) });
  }

  #tookTooLong(which: "attempt" | "total", reason = ""): RequestTimeoutError {
    const { timeoutMs } = which === "total" ? this.#call : this.#transport.settings;
    return new RequestTimeoutError({ ...this.facts, which, timeoutMs, reason });
  }
}

/** What a status means for a retry. A redirect that was not followed would only come again. */
function failureOf({ response, retryAfterMs }: Reply): Failure | undefined {
  if (response.ok || isRedirect(response)) return undefined;
  return response.status === 503 && retryAfterMs !== undefined ? "busy" : response.status;
}
