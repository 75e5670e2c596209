import { TestServerError } from "../errors.ts";
import type { InterceptedRequest } from "../fake/http/exchange.ts";
import { arm, type Fault, type Sleep, throughRules } from "./fault.ts";
import { faults } from "./faults.ts";

/** Every kind of fault. Each does a thing that real servers do, to every tenth request by chance. */
const KINDS: Readonly<Record<keyof typeof faults, Fault>> = {
  latency: faults.latency(500),
  tooManyRequests: faults.tooManyRequests({ retryAfter: 1 }),
  serverError: faults.serverError(502),
  requestLost: faults.requestLost(),
  answerLost: faults.answerLost(),
  bodyLost: faults.bodyLost(),
  truncatedJson: faults.truncatedJson(),
  emptyBody: faults.emptyBody(),
  wrongContentType: faults.wrongContentType(),
  htmlPage: faults.htmlPage(),
  slowBody: faults.slowBody(),
};
const CHANCE = 0.1;

/** What happens to any server, and an integration has to get over. */
const BAD_DAY = ["latency", "tooManyRequests", "serverError", "requestLost", "answerLost", "bodyLost"];

/** A fault that can be turned on and off while a server runs. */
export interface FaultSwitch {
  readonly name: string;
  readonly isOn: boolean;
  /** How many requests it has struck. */
  readonly struck: number;
}

/** Every kind of fault between clients and a server, the first next to the clients. */
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

/**
 * @param on what `--faults` says: names of those that are on at the start, or `bad-day`.
 * @throws {TestServerError} `invalid_option`: there is no fault of a name.
 */
export function createFaultSwitches(on = "", sleep?: Sleep): FaultSwitches {
  const named = namesIn(on);
  const switches = Object.entries(KINDS).map(([name, fault], place) => {
    // Each has a seed of its own, or all of them would strike the same requests.
    const start = () => arm({ fault, chance: CHANCE }, place * 7919 + 1, sleep);
    return { name, isOn: named.includes(name), struck: 0, start, ...start() };
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

function namesIn(text: string): string[] {
  const words = text === "" ? [] : text.split(",").map((word) => word.trim());
  const names = words.flatMap((word) => (word === "bad-day" ? BAD_DAY : [word]));
  if (names.every((name) => Object.hasOwn(KINDS, name))) return names;
  const known = ["bad-day", ...Object.keys(KINDS)].join(", ");
  throw new TestServerError("invalid_option", `--faults takes some of ${known}, not "${text}".`);
}
