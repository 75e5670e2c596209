import type { Intercept } from "../fake/http/exchange.ts";
import { arm, type FaultTools, throughRules } from "./fault.ts";
import type { NamedRule } from "./named-faults.ts";

/** A fault that can be turned on and off while a server runs. */
export interface FaultSwitch {
  readonly name: string;
  readonly isOn: boolean;
  /** How many requests it has struck. */
  readonly struck: number;
}

/** Faults between clients and a server, the first next to the clients. */
export interface FaultSwitches {
  readonly intercept: Intercept;
  all(): FaultSwitch[];
  /** False if there is no fault of that name. */
  turn(name: string, isOn: boolean): boolean;
  /** The names of what has struck a request. */
  struckBy(request: Request): readonly string[];
}

/** @param rules each becomes a switch. */
export function createFaultSwitches(rules: readonly NamedRule[], sleep?: FaultTools["sleep"]): FaultSwitches {
  const struck = new WeakMap<Request, string[]>();
  const switches = rules.map(({ name, rule, isOn }, place) => {
    // Each has a seed of its own, or all of them would strike the same requests.
    const start = () => arm(rule, place * 7919 + 1, sleep);
    return { name, isOn, struck: 0, start, ...start() };
  });

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
