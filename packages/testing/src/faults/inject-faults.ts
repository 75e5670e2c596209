import { ConnectionLost, type Intercept, type InterceptedRequest } from "../fake/http/exchange.ts";
import { checkOptions } from "../known-options.ts";
import { specOperations } from "../spec/load-spec.ts";
import { arm, type Fault, type FaultRule, type Sleep, throughRules } from "./fault.ts";

/** What `globalThis.fetch` is. */
export type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

/** Options of `injectFaults`. */
export interface FaultOptions {
  /** Decides about `chance`: with the same seed, the same requests meet the same faults. Default 1. */
  readonly seed?: number;
  /** How latency and slow bodies wait. Default: in real time. */
  readonly sleep?: Sleep;
}

/** A fault that has struck. */
export interface InjectedFault {
  /** The fault's name. */
  readonly fault: string;
  /** The number of the request since the start or the last `reset()`, from 1; faults of one request share it. */
  readonly request: number;
  readonly method: string;
  readonly path: string;
  readonly operationId: string | undefined;
}

/** Faults that are set up: put them into a fake or around a `fetch`, then look at what happened. */
export interface FaultInjector {
  /** For `createFakePuhuri({ intercept })`; works in process and over `listen()`. */
  readonly intercept: Intercept;
  /** Puts the same faults around a `fetch`, for any other server. Default: the global one. */
  wrap(fetch?: Fetch): Fetch;
  /** What has struck, oldest first; of one request, the fault next to the server comes first. */
  readonly log: readonly InjectedFault[];
  /** How often each fault has struck, by its name. */
  counts(): Record<string, number>;
  /** Lets everything through from now on, until `reset()`. */
  stop(): void;
  /** Starts again from the beginning: with an empty log, and with counts and chance as at first. */
  reset(): void;
}

/**
 * Makes trouble between clients and a server: seeded, counted, and logged.
 *
 * The first rule is next to the client and the last one next to the server: each decides for itself about every
 * request that reaches it, so that several can strike the same one. A fault without a rule strikes every request.
 *
 * @throws {TestServerError} `invalid_option`: an unknown key, a rule without a fault, or a number that makes no sense.
 * @example
 * const trouble = injectFaults(
 *   [
 *     { fault: faults.answerLost(), operation: "offering_users_create", first: 1 },
 *     { fault: faults.tooManyRequests({ retryAfter: 2 }), every: 10 },
 *     { fault: faults.serverError(502), method: "GET", chance: 0.1 },
 *     faults.latency(20),
 *   ],
 *   { seed: 42 },
 * );
 * const fake = createFakePuhuri({ dialect: "current", intercept: trouble.intercept });
 */
export function injectFaults(
  rules: readonly (Fault | FaultRule)[],
  options: FaultOptions = {},
): FaultInjector {
  checkOptions("injectFaults", options, { seed: true, sleep: true });
  const { seed = 1, sleep } = options;
  const log: InjectedFault[] = [];
  let requests = 0;
  let isOn = true;
  const start = () => rules.map((rule, place) => arm(rule, seed + place * 7919, sleep));
  let armedRules = start();

  const intercept: Intercept = (exchange, next) => {
    if (!isOn) return next();
    const { request, operationId } = exchange;
    const number = ++requests;
    return throughRules(armedRules, exchange, next, ({ fault }) => {
      const path = new URL(request.url).pathname;
      log.push({ fault: fault.name, request: number, method: request.method, path, operationId });
    });
  };

  return {
    intercept,
    wrap: (fetch) => faultyFetch(fetch ?? globalThis.fetch, intercept),
    log,
    counts() {
      const counts: Record<string, number> = {};
      for (const { fault } of log) counts[fault] = (counts[fault] ?? 0) + 1;
      return counts;
    },
    stop() {
      isOn = false;
    },
    reset() {
      isOn = true;
      requests = 0;
      log.length = 0;
      armedRules = start();
    },
  };
}

/** A fetch whose requests and answers pass an intercept, as those of the fake do. */
function faultyFetch(fetch: Fetch, intercept: Intercept): Fetch {
  return async (input, init) => {
    const request = looksLike(input, init);
    const exchange: InterceptedRequest = { request, operationId: operationIdOf(request) };
    try {
      const response = await intercept(exchange, () => fetch(input, init));
      // An answer made by hand has no URL; one that came by fetch has.
      if (response.url === "") Object.defineProperty(response, "url", { value: request.url });
      return response;
    } catch (error) {
      throw error instanceof ConnectionLost ? new TypeError("fetch failed", { cause: error }) : error;
    }
  };
}

/** What will be sent, to look at: reading it takes nothing from the request itself. */
function looksLike(input: string | URL | Request, init: RequestInit | undefined): Request {
  const request = input instanceof Request ? input.clone() : input;
  const body = init?.body;
  return new Request(request, body instanceof ReadableStream ? { ...init, body: null } : init);
}

/** The operation's name in the spec, whatever stands before `/api/`. */
function operationIdOf({ method, url }: Request): string | undefined {
  const { pathname } = new URL(url);
  const path = pathname.slice(Math.max(0, pathname.indexOf("/api/")));
  return specOperations().match(method, path)?.operation.operationId;
}
