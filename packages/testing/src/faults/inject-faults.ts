import { ConnectionLost, type Intercept, type InterceptedRequest } from "../fake/http/exchange.ts";
import { checkOptions } from "../known-options.ts";
import { loadSpec } from "../spec/load-spec.ts";
import { indexOperations, type OperationIndex } from "../spec/operation-index.ts";
import { type Fault, type FaultRule, type FaultTools, RuleCounter, seededRandom } from "./fault.ts";

/** What `globalThis.fetch` is. */
export type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

/** How faults come about. */
export interface FaultOptions {
  /** What `chance` goes by: the same seed and the same requests meet the same faults. Default 1. */
  readonly seed?: number;
  /** How latency and slow bodies wait. Default: real time. */
  readonly sleep?: FaultTools["sleep"];
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
  /** Whether the server got the request: a write may then have been applied, whatever the client was told. */
  readonly reached: boolean;
}

/** Faults that are set up: put them into a fake or around a `fetch`, then look at what happened. */
export interface FaultInjector {
  /** For `createFakePuhuri({ intercept })`: acts in process and over `listen()`. */
  readonly intercept: Intercept;
  /** A fetch with the same faults, for any other server; without an argument, of the global fetch. */
  wrap(fetch?: Fetch): Fetch;
  /** What has struck, oldest first. */
  readonly log: readonly InjectedFault[];
  /** How often each fault has struck, by its name. */
  counts(): Record<string, number>;
  /** Lets everything through from now on, until `reset()`. */
  stop(): void;
  /** Starts anew: log, counts and chance as at first. */
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
  const log: { -readonly [Key in keyof InjectedFault]: InjectedFault[Key] }[] = [];
  let requests = 0;
  let isOn = true;
  const start = () => rules.map((rule, place) => arm(rule, seed + place * 7919, sleep));
  let armedRules = start();

  const intercept: Intercept = (exchange, next) => {
    if (!isOn) return next();
    const { request, operationId } = exchange;
    const own: (typeof log)[number][] = [];
    const number = ++requests;
    const reach = (): Promise<Response> => {
      for (const entry of own) entry.reached = true;
      return next();
    };
    return throughRules(armedRules, exchange, reach, ({ fault }) => {
      const { method, url } = request;
      const path = new URL(url).pathname;
      const entry = { fault: fault.name, request: number, method, path, operationId, reached: false };
      own.push(entry);
      log.push(entry);
      return () => log.splice(log.indexOf(entry), 1);
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

interface ArmedRule {
  readonly fault: Fault;
  readonly counter: RuleCounter;
  readonly tools: FaultTools;
}

/** A rule with its own count and its own row of numbers, so that no rule changes what another one does. */
export function arm(given: Fault | FaultRule, seed: number, wait: FaultTools["sleep"] = sleep): ArmedRule {
  const rule = isFault(given) ? { fault: given } : given;
  const counter = new RuleCounter(rule, seededRandom(seed));
  return { fault: rule.fault, counter, tools: { sleep: wait, random: seededRandom(seed + 1) } };
}

/**
 * Lets an exchange through rules, the first of them next to the client. `strike` is told of each that strikes; what it
 * gives is called where there was nothing to spoil.
 */
export async function throughRules<Rule extends ArmedRule>(
  [rule, ...others]: readonly Rule[],
  exchange: InterceptedRequest,
  next: () => Promise<Response>,
  strike: (rule: Rule) => () => void,
): Promise<Response> {
  if (rule === undefined) return next();
  let answer: Promise<Response> | undefined;
  const onwards = (): Promise<Response> => {
    answer = throughRules(others, exchange, next, strike);
    return answer;
  };
  if (!rule.counter.strikes(exchange)) return onwards();
  const undo = strike(rule);
  const changed = await rule.fault.inject(exchange, onwards, rule.tools);
  if (changed !== undefined) return changed;
  undo();
  return answer ?? onwards();
}

function isFault(given: Fault | FaultRule): given is Fault {
  return typeof given === "object" && given !== null && "inject" in given;
}

/** The longest time a timer can have: with a longer one it would go off at once. */
const MAX_TIMER_MS = 2 ** 31 - 1;

/** Real time: resolves after `ms`, never for more than 24 days; rejects with the signal's reason when aborted. */
function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted === true) {
      reject(signal.reason);
      return;
    }
    const done = (): void => {
      signal?.removeEventListener("abort", stop);
      resolve();
    };
    const timer = ms <= MAX_TIMER_MS ? setTimeout(done, ms) : undefined;
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    signal?.addEventListener("abort", stop, { once: true });
  });
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

let index: OperationIndex | undefined;

/** The operation's name in the spec, whatever stands before `/api/`. */
function operationIdOf({ method, url }: Request): string | undefined {
  const { pathname } = new URL(url);
  index ??= indexOperations(loadSpec());
  return index.match(method, pathname.slice(Math.max(0, pathname.indexOf("/api/"))))?.operation.operationId;
}
