import { dataOf } from "./answer.ts";
import { beginCall, type Call, type CallOptions } from "./call.ts";
import type { Clock } from "./clock.ts";
import { Exchange } from "./exchange.ts";
import { type Client, createOpenapiClient, type OpenapiClient } from "./openapi-client.ts";
import { type HttpOptions, settingsOf } from "./options.ts";
import type { ServerClock } from "./server-clock.ts";
import { toResponse } from "./to-response.ts";
import { Transport } from "./transport.ts";

/** A success: its data as the spec types it, and the response for status and headers (its body has been read). */
export interface Answer<T> {
  /** Undefined where the server sent no body; that never happens to a GET. */
  readonly data: T;
  readonly response: Response;
}

/** To be spread into the options of an openapi-fetch call: it then belongs to a `Call`. */
export type SendInit = {
  readonly fetch: (request: Request) => Promise<Response>;
};

/** How an openapi-fetch method answers, as far as `send` needs it. */
export interface Sent<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

/** One server, over openapi-fetch. */
export interface Http<Paths extends object> {
  /** The typed openapi-fetch client on the same transport: it returns an error status instead of throwing. */
  readonly api: Client<Paths>;
  readonly clock: Clock;
  readonly serverClock: Pick<ServerClock, "aheadMs">;

  /**
   * Begins a call, or goes on with one that is begun.
   *
   * @param totalTimeoutMs - What it may take if the options do not say; `Infinity` for no limit.
   */
  begin(options?: CallOptions | Call, totalTimeoutMs?: number): Call;

  /**
   * Sends one request of a call and returns a success.
   *
   * @throws {ApiError} The server answered with an error.
   * @throws {ConnectionError | RequestTimeoutError | UnexpectedResponseError} It did not answer, in time, or sensibly.
   * @throws The signal's `reason`, when the caller aborted.
   *
   * @example
   * const { data } = await http.send(call, (api, init) => api.GET("/api/things/{id}/", { ...init, params: { path: { id } } }));
   */
  send<T>(call: Call, request: (api: Client<Paths>, init: SendInit) => Promise<Sent<T>>): Promise<Answer<T>>;

  /**
   * Waits between two requests of a call. Returns false at once if the call's time would be up before.
   *
   * @throws The signal's `reason`, when the caller aborts.
   */
  wait(call: Call, ms: number): Promise<boolean>;
}

const FORGOTTEN = "Spread init into the options of the request.";

/**
 * Creates the transport of one server. Opens and loads nothing before the first call.
 *
 * @throws {InvalidArgumentError} An option is not what it should be.
 */
export function createHttp<Paths extends object>(options: HttpOptions): Http<Paths> {
  const settings = settingsOf(options);
  const { baseUrl, clock, totalTimeoutMs, retry } = settings;
  const transport = new Transport(settings);
  const begin: Http<Paths>["begin"] = (callOptions, defaultTotalMs = totalTimeoutMs) =>
    beginCall(callOptions, clock.now(), defaultTotalMs, retry);

  // Each is made when it is first needed: they touch the platform's HTTP classes. Two, so that a middleware of the
  // raw one does not meet the sdk's own calls.
  let raw: OpenapiClient<Paths> | undefined;
  let own: OpenapiClient<Paths> | undefined;

  return {
    clock,
    serverClock: transport.serverClock,
    begin,

    get api() {
      raw ??= createOpenapiClient<Paths>(baseUrl, (request) =>
        new Exchange(transport, begin(request.options), request).run(toResponse),
      );
      return raw.client;
    },

    async send<T>(
      call: Call,
      request: (api: Client<Paths>, init: SendInit) => Promise<Sent<T>>,
    ): Promise<Answer<T>> {
      own ??= createOpenapiClient<Paths>(baseUrl, () => Promise.reject(new TypeError(FORGOTTEN)));
      let draft: Request | undefined;
      const refused = request(own.client, {
        // It never goes on from here: putting the request together is all it is needed for.
        fetch(made) {
          draft = made;
          return new Promise(() => {});
        },
      });
      if (draft === undefined) {
        await refused;
        throw new TypeError(FORGOTTEN);
      }
      return new Exchange(transport, call, await own.outgoing(draft)).run((answered) => ({
        data: dataOf<T>(answered),
        response: answered.response,
      }));
    },

    async wait(call, ms) {
      if (clock.now() + ms >= call.deadline) return false;
      await clock.sleep(ms, call.signal);
      return true;
    },
  };
}
