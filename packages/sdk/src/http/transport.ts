import { InvalidArgumentError } from "../errors.ts";
import { requireKeys, requireObject, withNumbers } from "../values/arguments.ts";
import { CALL_KEYS, Call, type CallOptions } from "./call.ts";
import { type Clock, ServerClock } from "./clock.ts";
import { apiErrorOf } from "./error-answers.ts";
import { Exchange } from "./exchange.ts";
import { type Outgoing, type Reply, type RequestToSend, type Shape, toResponse } from "./messages.ts";
import { type Settings, type SharedState, settingsOf, type TransportOptions } from "./options.ts";
import { type OperationLookup, RateLimitGate, retryOf } from "./retry-policy.ts";
import { authorizationOf, Redactor, type TokenSource } from "./token.ts";
import { pathOf } from "./url.ts";

/** One server, and what all requests to it share: this is what openapi-fetch takes for `fetch`. */
export class Transport implements SharedState {
  readonly settings: Settings;
  readonly gate: RateLimitGate;
  readonly redactor = new Redactor();
  readonly serverClock = new ServerClock();
  readonly clock: Clock;
  readonly #token: TokenSource;
  /** The `Authorization` of every request; undefined where a token is to be asked for. */
  readonly #authorization: string | undefined;
  #lastId = 0;
  #hadToken = false;

  /** @throws {InvalidArgumentError} An option is not what it should be. */
  constructor(options: TransportOptions, operationOf: OperationLookup) {
    this.settings = settingsOf(options, operationOf);
    this.clock = this.settings.clock;
    this.gate = new RateLimitGate(this.clock);
    const { token } = options;
    this.#token = token;
    if (typeof token !== "function") this.#authorization = this.#checked(token);
  }

  /**
   * Begins a call, or goes on with one that has begun.
   *
   * @param totalTimeoutMs - What it may take if the options do not say; `Infinity` for no limit.
   * @throws {InvalidArgumentError} `timeoutMs` is below 1, a number of `retry` below 0, or `signal` is none.
   */
  begin(given?: CallOptions | Call, totalTimeoutMs = this.settings.totalTimeoutMs): Call {
    if (given instanceof Call) return given;
    const options = given ?? {};
    requireObject(options, "options");
    requireKeys(options, CALL_KEYS, "options");
    const now = this.clock.now();
    const { signal, timeoutMs, retry } = options;
    if (signal && !signal.addEventListener) {
      throw new InvalidArgumentError("signal", "signal must be an AbortSignal.");
    }
    const limits = withNumbers({ timeoutMs: totalTimeoutMs }, { timeoutMs }, 1);
    return new Call({
      id: this.nextId(),
      signal: signal ?? undefined,
      timeoutMs: limits.timeoutMs,
      deadline: now + limits.timeoutMs,
      retry: retryOf(retry, this.settings.retry),
    });
  }

  /**
   * Sends a request of a call, again where that does no harm, and returns a success.
   *
   * @throws {ApiError} The server answered with an error.
   * @throws {ConnectionError | RequestTimeoutError | UnexpectedResponseError} It did not answer, in time, or sensibly.
   * @throws The signal's `reason`, when the caller aborted.
   */
  async send(request: RequestToSend, call: Call, shape?: Shape): Promise<Reply> {
    const { redactor } = this;
    return new Exchange(this, call, await this.#outgoing(request), shape).run((reply, facts) => {
      const { response, text, retryAfterMs } = reply;
      const { ok, status, headers } = response;
      if (ok) return reply;
      const contentType = headers.get("content-type") ?? "";
      throw apiErrorOf(facts(), { status, contentType, text: redactor.text(text), retryAfterMs });
    });
  }

  /** The same for the raw client: an answer of any status, which can be read again. */
  async fetch(request: Request & Omit<CallOptions, "signal">): Promise<Response> {
    const { signal, timeoutMs, retry } = request;
    const call = this.begin({ signal, timeoutMs, retry });
    const { method } = request;
    return new Exchange(this, call, await this.#outgoing(request), undefined).run((reply) =>
      toResponse(reply, method),
    );
  }

  /**
   * Waits between two requests of a call. Returns false at once if the call's time would be up before.
   *
   * @throws The signal's `reason`, when the caller aborts.
   */
  async wait(call: Call, ms: number): Promise<boolean> {
    if (this.clock.now() + ms >= call.deadline) return false;
    await this.clock.sleep(ms, call.signal);
    return true;
  }

  async authorization(): Promise<string> {
    if (this.#authorization !== undefined) return this.#authorization;
    return this.#checked(typeof this.#token === "string" ? this.#token : await this.#token());
  }

  get changesToken(): boolean {
    return this.#authorization === undefined;
  }

  get hadToken(): boolean {
    return this.#hadToken;
  }

  nextId(): number {
    return ++this.#lastId;
  }

  #checked(token: unknown): string {
    const authorization = authorizationOf(token);
    this.#hadToken = true;
    this.redactor.remember(authorization);
    return authorization;
  }

  async #outgoing(request: RequestToSend): Promise<Outgoing> {
    const { url, method, headers } = request;
    // Read once, because it may be sent again.
    const body = method === "GET" || method === "HEAD" ? "" : await request.text();
    return { url, method, path: pathOf(url, this.settings.baseUrl), headers, body: body || undefined };
  }
}
