import {
  ConnectionError,
  type ExchangeFacts,
  InvalidArgumentError,
  RequestTimeoutError,
  TokenError,
  type UnexpectedResponseError,
} from "../errors.ts";
import type { Call } from "./call.ts";
import { attempt, TIMED_OUT } from "./call.ts";
import { throwIfAborted } from "./clock.ts";
import { connectionFailure } from "./connection-failure.ts";
import { unexpectedResponse } from "./error-answers.ts";
import { notify, type RequestEvent } from "./hooks.ts";
import {
  type Asked,
  isRedirect,
  type Outgoing,
  type Reply,
  readReply,
  redirectOrigin,
  type Shape,
} from "./messages.ts";
import type { SharedState } from "./options.ts";
import {
  backoffMs,
  type Failure,
  isRetried,
  maxRefusals,
  mayHaveApplied,
  type OperationLookup,
} from "./retry-policy.ts";

/** How an attempt ended. */
interface Outcome {
  readonly reply?: Reply;
  /** Undefined where it went well. */
  readonly failure: Failure | undefined;
  /** In a few words. */
  readonly reason: string;
  /** What to throw, where there is no answer to go by. Made last, when it is known what all attempts came to. */
  readonly error?: () => Error;
}

/** One request with all its attempts. */
export class Exchange {
  readonly #shared: SharedState;
  readonly #call: Call;
  readonly #request: Outgoing;
  readonly #asked: Asked;
  readonly #id: number;
  readonly #operation: ReturnType<OperationLookup>;
  #attempts = 0;
  /** Whether the attempt under way has got as far as its request. */
  #isSent = false;
  /** A write that some attempt may have carried out. */
  #maybeApplied = false;
  #authorization = "";
  /** The 401 after which a token is asked for once more. */
  #refusal: { readonly authorization: string; readonly reply: Reply } | undefined;

  constructor(shared: SharedState, call: Call, request: Outgoing, shape: Shape) {
    const { method, path } = request;
    this.#operation = shared.settings.operationOf(method, path);
    this.#shared = shared;
    this.#call = call;
    this.#request = request;
    this.#asked = { method, kind: this.#operation.kind, shape };
    this.#id = shared.nextId();
  }

  /**
   * Sends the request until it is answered for good.
   *
   * @param settle - Makes the caller's result of the last answer, or throws; most ask for no facts, which take time.
   */
  async run<T>(settle: (reply: Reply, facts: () => ExchangeFacts) => T): Promise<T> {
    const { baseUrl, clock, hooks } = this.#shared.settings;
    const startedAt = clock.now();
    const lasted = () => ({ durationMs: clock.now() - startedAt });
    try {
      if (!this.#request.url.startsWith(`${baseUrl}/`)) {
        throw new InvalidArgumentError(
          "baseUrl",
          "The request would go to an address outside baseUrl. Nothing was sent.",
        );
      }
      const result = settle(await this.#untilAnswered(), () => this.#facts);
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
    const { settings, gate, serverClock } = this.#shared;
    const { clock, hooks, maxRetryAfterMs, random } = settings;
    const { deadline, signal, retry } = this.#call;
    for (let retries = 0, refusals = 0; ; ) {
      throwIfAborted(signal);
      const opens = gate.isOpen || (await gate.pass(deadline, signal));
      const remainingMs = deadline - clock.now();
      if (!opens || remainingMs <= 0 || this.#call.isOver()) {
        throw this.#tookTooLong("total", opens ? "" : " The server asked to wait longer than that (429).");
      }

      const { reply, failure, reason, error } = await this.#attempt(remainingMs);
      if (reply && failure !== 429) gate.admit();
      if (reply && failure === undefined) {
        serverClock.note(reply.response.headers, clock.date?.() ?? clock.now());
        return reply;
      }
      const { kind } = this.#asked;
      this.#maybeApplied ||= mayHaveApplied(kind, failure ?? "lost");
      if (reply && failure === 401 && this.#shared.changesToken && !this.#refusal) {
        this.#refusal = { authorization: this.#authorization, reply };
        continue;
      }

      const retryAfterMs = reply?.retryAfterMs;
      const isLimited = failure === 429;
      const delayMs = retryAfterMs ?? backoffMs(retry, isLimited ? gate.refusals : retries, random);
      if (isLimited) gate.hold(Math.min(delayMs, maxRetryAfterMs));
      const isWorthIt =
        isRetried(kind, failure ?? "lost") &&
        (isLimited ? refusals < maxRefusals(retry) : retries < retry.maxRetries) &&
        (retryAfterMs ?? 0) <= maxRetryAfterMs &&
        clock.now() + delayMs < deadline;
      if (!isWorthIt) {
        if (error !== undefined) throw error();
        if (reply !== undefined) return reply;
      }
      if (isLimited) refusals++;
      else retries++;
      this.#tell(hooks.onRetry, () => ({ delayMs, reason }));
      // After a 429 everyone waits, this call too, before the next request.
      if (!isLimited) await clock.sleep(delayMs, signal);
    }
  }

  async #attempt(remainingMs: number): Promise<Outcome> {
    const { clock, hooks, timeoutMs } = this.#shared.settings;
    const isLast = remainingMs <= timeoutMs;
    const startedAt = clock.now();
    this.#isSent = false;
    try {
      const reply = await attempt(this.#send, isLast ? remainingMs : timeoutMs, this.#call.signal);
      const { status } = reply.response;
      if (this.#isSent) this.#tell(hooks.onResponse, () => ({ status, durationMs: clock.now() - startedAt }));
      return this.#judge(reply);
    } catch (error) {
      throwIfAborted(this.#call.signal);
      if (error !== TIMED_OUT) return this.#disconnected(error);
      const failure = this.#isSent ? "lost" : "unsent";
      if (!isLast) return { failure, reason: "timeout", error: () => this.#tookTooLong("attempt") };
      this.#maybeApplied ||= mayHaveApplied(this.#asked.kind, failure);
      return { failure: "barred", reason: "timeout", error: () => this.#tookTooLong("total") };
    }
  }

  readonly #send = async (signal: AbortSignal): Promise<Reply> => {
    const { settings } = this.#shared;
    const authorization = await this.#shared.authorization();
    // The same token again: the answer to it stands.
    if (this.#refusal?.authorization === authorization) return this.#refusal.reply;
    throwIfAborted(signal);
    this.#authorization = authorization;
    this.#isSent = true;
    this.#attempts++;
    this.#tell(settings.hooks.onRequest, () => ({}));

    const { url, method, headers: own, body } = this.#request;
    const headers: Record<string, string> = { ...settings.headers };
    own.forEach((value, name) => {
      headers[name] = value;
    });
    headers["authorization"] = authorization;
    // Nothing else goes in here: workers refuse `credentials`, `cache` and `mode`. The global is looked up each time, so
    // that a mocked or instrumented one is used.
    const send = settings.fetch ?? globalThis.fetch;
    const response = await send(url, { method, headers, body: body ?? null, redirect: "manual", signal });
    return readReply(response, this.#asked, settings.clock.now());
  };

  #judge(reply: Reply): Outcome {
    const { response, garbled, retryAfterMs } = reply;
    const { ok, status } = response;
    if (isRedirect(response)) {
      const origin = redirectOrigin(response);
      const where = origin === undefined ? "" : ` to ${this.#shared.redactor.text(origin)}`;
      const reason = `a redirect${where} that is not followed: check baseUrl (https, host, final slash)`;
      return { failure: "barred", reason, error: () => this.#unexpected(reply, reason) };
    }
    if (ok && garbled === undefined) return { reply, failure: undefined, reason: "" };
    if (ok)
      return {
        failure: "garbled",
        reason: garbled ?? "",
        error: () => this.#unexpected(reply, garbled ?? ""),
      };
    const failure = status === 503 && retryAfterMs !== undefined ? "busy" : status;
    return { reply, failure, reason: `${status}` };
  }

  /** @throws {TokenError} There was no token to send it with. */
  #disconnected(error: unknown): Outcome {
    const { redactor, settings, hadToken } = this.#shared;
    const cause = redactor.cause(error);
    if (!this.#isSent) {
      // The caller's own token function failed. One that gave none from the first is a mistake, and no trouble that may pass.
      throw error instanceof InvalidArgumentError && !hadToken
        ? error
        : new TokenError({ ...this.#facts, cause });
    }
    const { failure, reason: said } = connectionFailure(error);
    const reason = redactor.text(said);
    const facts = { maybeSent: failure === "lost", reason: `${settings.host}: ${reason}`, cause };
    return { failure, reason, error: () => new ConnectionError({ ...this.#facts, ...facts }) };
  }

  #unexpected(reply: Reply, reason: string): UnexpectedResponseError {
    return unexpectedResponse(this.#facts, reply, reason, this.#shared.redactor);
  }

  get #facts(): ExchangeFacts {
    const { method, path } = this.#request;
    const [operation, attempts, maybeApplied] = [this.#operation.id, this.#attempts, this.#maybeApplied];
    return { operation, method, path, attempts, maybeApplied };
  }

  #tell<More extends object>(
    hook: ((event: RequestEvent & More) => void) | undefined,
    more: () => More,
  ): void {
    if (hook === undefined) return;
    notify(hook, () => {
      const { operation, method, path, attempts: attempt } = this.#facts;
      const { kind } = this.#asked;
      return {
        callId: this.#call.id,
        exchangeId: this.#id,
        operation,
        kind,
        method,
        path,
        attempt,
        ...more(),
      };
    });
  }

  #tookTooLong(which: "attempt" | "total", reason = ""): RequestTimeoutError {
    const { timeoutMs } = which === "total" ? this.#call : this.#shared.settings;
    return new RequestTimeoutError({ ...this.#facts, which, timeoutMs, reason });
  }
}
