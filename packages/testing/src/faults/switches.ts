import type { Intercept } from "../fake/http/exchange.ts";
import type { Fault, FaultRule, FaultTools } from "./fault.ts";
import { type FaultInjector, injectFaults } from "./inject-faults.ts";
import type { NamedRule } from "./named-faults.ts";
import { type FaultKind, KINDS, makeFault } from "./named-faults.ts";

/** A fault that can be turned on and off while a server runs. */
export interface FaultSwitch {
  readonly name: string;
  readonly isOn: boolean;
  /** How many requests it has struck. */
  readonly struck: number;
}

/** All of them, next to each other between clients and server. */
export interface FaultSwitches {
  readonly intercept: Intercept;
  all(): FaultSwitch[];
  /** False where there is no fault of that name. */
  turn(name: string, isOn: boolean): boolean;
  /** The names of what has struck a request. */
  struckBy(request: Request): readonly string[];
}

/** A kind that is on strikes every tenth request, by chance. */
const CHANCE = 0.1;

/**
 * Every kind of fault as a switch, off unless it is among `on`, and the rules of a file, which are on.
 *
 * @throws {TestServerError} `invalid_option`: a number in a rule makes no sense.
 */
export function createFaultSwitches(
  on: readonly FaultKind[],
  rules: readonly NamedRule[],
  sleep?: FaultTools["sleep"],
): FaultSwitches {
  const struck = new WeakMap<Request, string[]>();
  const made = new Map<string, { isOn: boolean; struck: number; injector: FaultInjector }>();

  const add = (name: string, rule: FaultRule, isOn: boolean): void => {
    const counted: Fault = {
      name: rule.fault.name,
      async inject(exchange, next, tools) {
        const names = struck.get(exchange.request) ?? [];
        struck.set(exchange.request, [...names, rule.fault.name]);
        one.struck += 1;
        const answer = await rule.fault.inject(exchange, next, tools);
        if (answer !== undefined) return answer;
        struck.set(exchange.request, names);
        one.struck -= 1;
        return undefined;
      },
    };
    // Each has a seed of its own, or all of them would strike the same requests.
    const options = { seed: made.size * 7919 + 1, ...(sleep !== undefined && { sleep }) };
    const one = { isOn, struck: 0, injector: injectFaults([{ ...rule, fault: counted }], options) };
    if (!isOn) one.injector.stop();
    made.set(name, one);
  };

  for (const { name, rule } of rules) add(name, rule, true);
  for (const kind of KINDS) {
    add(kind, { fault: makeFault(kind), chance: CHANCE }, on.includes(kind));
  }

  const intercept: Intercept = (exchange, next) => {
    const through = [...made.values()].reduceRight<() => Promise<Response>>(
      (inner, { injector }) =>
        () =>
          injector.intercept(exchange, inner),
      next,
    );
    return through();
  };

  return {
    intercept,
    all: () => [...made].map(([name, { isOn, struck }]) => ({ name, isOn, struck })),
    turn(name, isOn) {
      const one = made.get(name);
      if (one === undefined) return false;
      if (isOn) one.injector.reset();
      else one.injector.stop();
      one.isOn = isOn;
      return true;
    },
    struckBy: (request) => struck.get(request) ?? [],
  };
}
