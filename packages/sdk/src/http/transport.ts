import { InvalidArgumentError } from "../errors.ts";
import { requireKeys, requireObject, withNumbers, wrongArgument } from "../values/arguments.ts";
import { CALL_KEYS, type Call, type CallOptions } from "./call.ts";
import { type Clock, ServerClock } from "./clock.ts";
import { Exchange, type Shared } from "./exchange.ts";
import { type Params, pathOf, urlOf } from "./openapi-client.ts";
import { type Settings, settingsOf, type TransportOptions } from "./options.ts";
import { type Reply, type Shape, toResponse } from "./reply.ts";
import { type OperationLookup, RateLimitGate, retryOf } from "./retry-policy.ts";
import { Token } from "./token.ts";

/** A request of the SDK's own. */
export interface OwnRequest {
  readonly method: string;
  /** As the spec writes it. */
  readonly path: string;
  readonly params: Params;
  /** Sent as JSON. */
  readonly body?: unknown;
  readonly shape?: Shape;
}

/** One server, and what all requests to it share. */
export class Transport implements Shared {
  readonly settings: Settings;
  readonly token: Token;
  readonly gate: RateLimitGate;
  readonly serverClock = new ServerClock();
  readonly clock: Clock;
  #lastId = 0;

  /** @throws {InvalidArgumentError} An option is not what it should be. */
  constructor(options: TransportOptions, operationOf: OperationLookup) {
    this.settings = settingsOf(options, operationOf);
    this.clock = this.settings.clock;
    this.gate = new RateLimitGate(this.clock);
    this.token = new Token(options.token);
  }

  /**
   * Begins a call.
   *
   * @param totalTimeoutMs - How long it may take if the options do not say; `Infinity` for no limit.
   * @throws {InvalidArgumentError} `timeoutMs` is below 1, a number of `retry` below 0, or `signal` is not a signal.
   */
  begin(given?: CallOptions, totalTimeoutMs = this.settings.totalTimeoutMs): Call {
    const options = given ?? {};
    requireObject(options, "options");
    requireKeys(options, CALL_KEYS, "options");
    const { signal, retry } = options;
    if (signal && !signal.addEventListener) {
      throw wrongArgument("signal", "must be an AbortSignal");
    }
    const { timeoutMs } = withNumbers({ timeoutMs: totalTimeoutMs }, options, 1);
    return {
      id: this.nextId(),
      signal: signal ?? undefined,
      timeoutMs,
      deadline: this.clock.now() + timeoutMs,
      retry: retryOf(retry, this.settings.retry),
      isOver: () => false,
    };
  }

  /**
   * Sends a request of a call, repeats it where that does no harm, and returns the answer of a success.
   *
   * @throws {ApiError} The server answered with an error.
   * @throws {ConnectionError | RequestTimeoutError | UnexpectedResponseError} No answer came, or not in time, or it made
   *   no sense.
   * @throws The signal's `reason`, when the caller aborted.
   */
  send({ method, path, params, body, shape }: OwnRequest, call: Call): Promise<Reply> {
    const url = urlOf(this.settings.baseUrl, path, params);
    const headers: Record<string, string> = body === undefined ? {} : { "content-type": "application/json" };
    const json = body === undefined ? undefined : JSON.stringify(body);
    return new Exchange(this, call, { method, path, url, headers, body: json, shape }).run();
  }

  /**
   * Does the same for the raw client, which gets an answer of any status.
   *
   * @throws {InvalidArgumentError} The request would leave `baseUrl`, and take the token with it.
   */
  async fetch(request: Request & Omit<CallOptions, "signal">): Promise<Response> {
    const { url, method, signal, timeoutMs, retry } = request;
    const { baseUrl } = this.settings;
    if (!url.startsWith(`${baseUrl}/`)) {
      throw new InvalidArgumentError(
        "baseUrl",
        "The request would go to an address outside baseUrl. Nothing was sent.",
      );
    }
    const call = this.begin({ signal, timeoutMs, retry });
    // Read once, because it may be sent again.
    const body = method === "GET" || method === "HEAD" ? "" : await request.text();
    const reply = await new Exchange(this, call, {
      method,
      path: pathOf(url, baseUrl),
      url,
      headers: Object.fromEntries(request.headers),
      body: body || undefined,
      returnsErrors: true,
    }).run();
    return toResponse(reply, method);
  }

  /**
   * Waits between two requests of a call. Returns false at once if the call's time would be up by then.
   *
   * @throws The signal's `reason`, when the caller aborts.
   */
  async wait(call: Call, ms: number): Promise<boolean> {
    if (this.clock.now() + ms >= call.deadline) return false;
    await this.clock.sleep(ms, call.signal);
    return true;
  }

  date(): number {
    return this.clock.date?.() ?? this.clock.now();
  }

  nextId(): number {
    return ++this.#lastId;
  }
}
