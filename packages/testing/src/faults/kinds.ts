import type { Given } from "../given.ts";
import type { Fault } from "./fault.ts";
import { faults } from "./faults.ts";

/** The name of a fault, among `faults`. */
export type FaultKind = keyof typeof faults;

/** Makes a fault of what a rule in a file says of it; of what it does not say, a thing that real servers do. */
const MAKERS: Readonly<Record<FaultKind, (given: Given) => Fault>> = {
  latency: (given) => faults.latency(given.number("ms") ?? { minMs: 100, maxMs: 1000 }),
  tooManyRequests: (given) => faults.tooManyRequests({ retryAfter: given.number("retryAfter") ?? 1 }),
  serverError: (given) =>
    faults.serverError(given.oneOf("status", [500, 502, 503, 504] as const), {
      applied: given.flag("applied"),
    }),
  requestLost: faults.requestLost,
  answerLost: faults.answerLost,
  bodyLost: faults.bodyLost,
  truncatedJson: faults.truncatedJson,
  emptyBody: faults.emptyBody,
  wrongContentType: (given) => faults.wrongContentType(given.text("contentType")),
  htmlPage: faults.htmlPage,
  slowBody: (given) => faults.slowBody({ ms: given.number("ms") ?? 1000 }),
};

export const KINDS = Object.keys(MAKERS).filter(isKind);

/** What happens to any server, and an integration has to get over. */
export const BAD_DAY: readonly FaultKind[] = [
  "latency",
  "tooManyRequests",
  "serverError",
  "requestLost",
  "answerLost",
  "bodyLost",
];

export function isKind(name: string): name is FaultKind {
  return Object.hasOwn(MAKERS, name);
}

export function makeFault(kind: FaultKind, given: Given): Fault {
  return MAKERS[kind](given);
}
