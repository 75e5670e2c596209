import { setTimeout } from "node:timers/promises";
import type { operations } from "@puhuri/api-types";
import type { InterceptedRequest } from "../fake/http/exchange.ts";
import { checkOptions } from "../known-options.ts";
import * as is from "../shapes.ts";

/** One kind of trouble. Those of `faults` are ready to use; a kind of your own needs a name and `inject`. */
export interface Fault {
  /** What the log calls it. */
  readonly name: string;
  /**
   * Stands between a client and the server for one exchange.
   *
   * `next` lets the request through: what it has done then stays done. Return the answer of `next` or another one,
   * throw `ConnectionLost`, or return undefined if there is nothing to spoil: the exchange then goes on as if
   * the fault had not been there, and the log does not show it.
   */
  inject(
    exchange: InterceptedRequest,
    next: () => Promise<Response>,
    sleep: Sleep,
  ): Promise<Response | undefined>;
}

/** Resolves after `ms` milliseconds; rejects with the signal's reason as soon as it is aborted. */
export type Sleep = (ms: number, signal?: AbortSignal) => Promise<void>;

/** The name of an operation in the spec. */
export type OperationId = keyof operations;

/**
 * When a fault strikes. All conditions must hold: `method`, `operation` and `path` choose requests, and of
 * those alone `skip`, `every`, `first` and `chance` then choose by number, in this order.
 */
export interface FaultRule {
  readonly fault: Fault;
  /** Ids of the spec, such as `component_usages_set_usage`. */
  readonly operation?: OperationId | readonly OperationId[];
  /** Such as `POST`. */
  readonly method?: string | readonly string[];
  /** A part of the path, or a pattern of it; the query is not looked at. */
  readonly path?: string | RegExp;
  /** Spares the first requests: how many. */
  readonly skip?: number;
  /** Strikes every nth request: the nth, the 2nth, … */
  readonly every?: number;
  /** Strikes no more than this many requests. */
  readonly first?: number;
  /** Strikes with this probability, 0 to 1, by the seed of the injector. */
  readonly chance?: number;
}

const KNOWN: Readonly<Record<keyof FaultRule, true | is.Shape<unknown>>> = {
  fault: is.fit("a fault, such as faults.latency(20)", (fault) => typeof Object(fault).inject === "function"),
  operation: true,
  method: true,
  path: true,
  skip: whole(0),
  every: whole(1),
  first: whole(0),
  chance: is.numberThat("a number from 0 to 1", (chance) => chance >= 0 && chance <= 1),
};

function whole(least: number): is.Shape<number> {
  return is.numberThat(
    `a whole number from ${least} on`,
    (value) => Number.isInteger(value) && value >= least,
  );
}

/** A rule at work. It counts and has random numbers for itself, so that no rule changes what another one does. */
export interface ArmedRule {
  readonly fault: Fault;
  readonly sleep: Sleep;
  /** Whether it strikes the next request. */
  strikes(exchange: InterceptedRequest): boolean;
}

/** @throws {TestServerError} `invalid_option`: an unknown key, no fault, or a number that makes no sense. */
export function arm(given: Fault | FaultRule, seed: number, sleep: Sleep = sleepInRealTime): ArmedRule {
  const rule = isFault(given) ? { fault: given } : given;
  checkOptions("A fault rule", rule, KNOWN, "fault");
  const { fault, skip = 0, every = 1, first = Number.POSITIVE_INFINITY, chance = 1 } = rule;
  const random = seededRandom(seed);
  let seen = 0;
  let struck = 0;
  return {
    fault,
    sleep,
    strikes(exchange) {
      if (!isMeant(rule, exchange)) return false;
      seen += 1;
      const counted = seen - skip;
      if (counted <= 0 || counted % every !== 0 || struck >= first) return false;
      if (chance < 1 && random() >= chance) return false;
      struck += 1;
      return true;
    },
  };
}

function isFault(given: Fault | FaultRule): given is Fault {
  return typeof given === "object" && given !== null && "inject" in given;
}

function isMeant(
  { operation, method, path }: FaultRule,
  { operationId, request }: InterceptedRequest,
): boolean {
  const isOneOf = (wanted: string | readonly string[] | undefined, word: string | undefined) =>
    wanted === undefined || [wanted].flat().some((one) => one === word);
  const { pathname } = new URL(request.url);
  const isOnPath = typeof path === "string" ? pathname.includes(path) : pathname.search(path ?? "") >= 0;
  return isOneOf(operation, operationId) && isOneOf(method, request.method) && isOnPath;
}

/** Lets an exchange through rules, the first of them next to the client. `onStruck` gets each that struck it. */
export async function throughRules<Rule extends ArmedRule>(
  [rule, ...others]: readonly Rule[],
  exchange: InterceptedRequest,
  next: () => Promise<Response>,
  onStruck: (rule: Rule) => void,
): Promise<Response> {
  if (rule === undefined) return next();
  let answer: Promise<Response> | undefined;
  const onwards = (): Promise<Response> => {
    answer = throughRules(others, exchange, next, onStruck);
    return answer;
  };
  if (!rule.strikes(exchange)) return onwards();
  let hasStruck = true;
  try {
    const changed = await rule.fault.inject(exchange, onwards, rule.sleep);
    hasStruck = changed !== undefined;
    return changed ?? (await (answer ?? onwards()));
  } finally {
    if (hasStruck) onStruck(rule);
  }
}

/** Numbers from 0 up to 1, the same for the same seed on every machine (mulberry32). */
function seededRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The longest time that a timer can have, 24 days: with a longer one it would go off at once. */
const MAX_TIMER_MS = 2 ** 31 - 1;

/** Real time. A wait without an end does not keep the process alive. */
async function sleepInRealTime(ms: number, signal?: AbortSignal): Promise<void> {
  const options = { signal, ref: ms <= MAX_TIMER_MS };
  await setTimeout(Math.min(ms, MAX_TIMER_MS), undefined, options).catch(() => signal?.throwIfAborted());
}
