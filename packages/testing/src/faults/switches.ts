import type { InterceptedRequest } from "../fake/http/exchange.ts";
import { arm, type Sleep, throughRules } from "./fault.ts";
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
  /** Lets an exchange through those that are on. `onStruck` gets the name of each fault that struck it. */
  through(
    exchange: InterceptedRequest,
    next: () => Promise<Response>,
    onStruck: (fault: string) => void,
  ): Promise<Response>;
  all(): FaultSwitch[];
  /** False if there is no fault of that name. */
  turn(name: string, isOn: boolean): boolean;
}

/** @param rules each becomes a switch. */
export function createFaultSwitches(rules: readonly NamedRule[], sleep?: Sleep): FaultSwitches {
  const switches = rules.map(({ name, rule, isOn }, place) => {
    // Each has a seed of its own, or all of them would strike the same requests.
    const start = () => arm(rule, place * 7919 + 1, sleep);
    return { name, isOn, struck: 0, start, ...start() };
  });
  return {
    through(exchange, next, onStruck) {
      const isOn = switches.filter((one) => one.isOn);
      return throughRules(isOn, exchange, next, (one) => {
        one.struck += 1;
        onStruck(one.fault.name);
      });
    },
    all: () => switches.map(({ name, isOn, struck }) => ({ name, isOn, struck })),
    turn(name, isOn) {
      const one = switches.find((given) => given.name === name);
      if (one !== undefined) Object.assign(one, { isOn }, isOn ? one.start() : {});
      return one !== undefined;
    },
  };
}
