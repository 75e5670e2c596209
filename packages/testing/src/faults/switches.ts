import type { Intercept } from "../fake/http/exchange.ts";
import { arm, type FaultTools, throughRules } from "./fault.ts";
import { type FaultKind, KINDS, makeFault, type NamedRule } from "./named-faults.ts";

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
  const rule = (named: NamedRule, place: number) => {
    // Each has a seed of its own, or all of them would strike the same requests.
    const start = () => arm(named.rule, place * 7919 + 1, sleep);
    return { name: named.name, isOn: place < rules.length, struck: 0, start, ...start() };
  };
  const kinds = KINDS.map((name) => ({ name, rule: { fault: makeFault(name), chance: CHANCE } }));
  const switches = [...rules, ...kinds].map(rule);
  for (const one of switches) one.isOn ||= on.some((kind) => kind === one.name);

  return {
    intercept(exchange, next) {
      const names: string[] = [];
      struck.set(exchange.request, names);
      const isOn = switches.filter((one) => one.isOn);
      return throughRules(isOn, exchange, next, (one) => {
        one.struck += 1;
        names.push(one.fault.name);
        return () => {
          one.struck -= 1;
          names.splice(names.indexOf(one.fault.name), 1);
        };
      });
    },
    all: () => switches.map(({ name, isOn, struck }) => ({ name, isOn, struck })),
    turn(name, isOn) {
      const one = switches.find((given) => given.name === name);
      if (one !== undefined) Object.assign(one, { isOn }, isOn ? one.start() : {});
      return one !== undefined;
    },
    struckBy: (request) => struck.get(request) ?? [],
  };
}
