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
   * throw `ConnectionLost`, or return undefined where there is nothing to spoil: the exchange then goes on as if
   * the fault had not been there, and the log does not show it.
   */
  inject(
    exchange: InterceptedRequest,
    next: () => Promise<Response>,
    tools: FaultTools,
  ): Promise<Response | undefined>;
}

/** What faults work with, so that tests decide over time and chance. */
export interface FaultTools {
  /** Resolves after `ms`; rejects with the signal's reason as soon as it is aborted. */
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** The next number from 0 up to 1 of the seeded row that belongs to this rule. */
  readonly random: () => number;
}

/**
 * When a fault strikes. Everything that is said must hold: `method`, `operation` and `path` choose requests, and of
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
  /** Spares the first requests, this many. */
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
  chance: is.fit("a number from 0 to 1", (chance) => Number(chance) >= 0 && Number(chance) <= 1),
};

function whole(least: number): is.Shape<unknown> {
  const isFit = (value: unknown) => Number.isInteger(value) && Number(value) >= least;
  return is.fit(`a whole number from ${least} on`, isFit);
}

/** The name of an operation in the spec. */
export type OperationId = keyof operations;

/** Decides, request after request, whether a rule's fault strikes. */
export class RuleCounter {
  readonly #rule: FaultRule;
  readonly #random: () => number;
  #seen = 0;
  #struck = 0;

  /** @throws {TestServerError} `invalid_option`: an unknown key, no fault, or a number that it cannot work with. */
  constructor(rule: FaultRule, random: () => number) {
    checkOptions("A fault rule", rule, KNOWN, "fault");
    this.#rule = rule;
    this.#random = random;
  }

  strikes(exchange: InterceptedRequest): boolean {
    const { skip = 0, every = 1, first = Number.POSITIVE_INFINITY, chance = 1 } = this.#rule;
    if (!isMeant(this.#rule, exchange)) return false;
    this.#seen += 1;
    const counted = this.#seen - skip;
    if (counted <= 0 || counted % every !== 0 || this.#struck >= first) return false;
    if (chance < 1 && this.#random() >= chance) return false;
    this.#struck += 1;
    return true;
  }
}

function isMeant({ operation, method, path }: FaultRule, exchange: InterceptedRequest): boolean {
  const { operationId, request } = exchange;
  return (
    isOneOf(operation, operationId) &&
    isOneOf(method, request.method) &&
    (path === undefined || isIn(new URL(request.url).pathname, path))
  );
}

function isOneOf(wanted: string | readonly string[] | undefined, word: string | undefined): boolean {
  if (wanted === undefined) return true;
  return typeof wanted === "string" ? wanted === word : word !== undefined && wanted.includes(word);
}

function isIn(pathname: string, part: string | RegExp): boolean {
  return typeof part === "string" ? pathname.includes(part) : pathname.search(part) >= 0;
}

/** Numbers from 0 up to 1, the same for the same seed on every machine (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
