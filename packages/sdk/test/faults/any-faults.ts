import { type FaultRule, faults } from "@puhuri/testing";
import fc from "fast-check";

/**
 * What is over soon: everything a client can get over by itself. The simplest first: shrinking goes that way. What
 * spoils bodies comes last, next to the server.
 */
const BRIEF = [
  faults.requestLost(),
  faults.answerLost(),
  faults.serverError(502),
  faults.serverError(504, { applied: true }),
  faults.tooManyRequests(),
  faults.tooManyRequests({ retryAfter: 2 }),
  faults.tooManyRequests({ retryAfter: "soon" }),
  faults.serverError(503, { retryAfter: "1" }),
  faults.latency(300),
  faults.bodyLost(),
  faults.wrongContentType(),
  faults.slowBody({ ms: 200 }),
];

/**
 * Everything that can go wrong. An empty 200 that the server itself did not send is not among it: no client can
 * tell that from a success.
 */
const ANY = [
  faults.serverError(500),
  faults.htmlPage(),
  ...BRIEF,
  faults.truncatedJson(),
  faults.emptyBody(),
];

const WRITES = ["POST", "PATCH"];

/** Faults all over the place, several times in a row. */
export const anyFaults = rulesOf(ANY, { rules: 5, skip: 12, times: 5 });

/** No more than three of them: fewer than what a client tries. */
export const briefFaults = rulesOf(BRIEF, { rules: 3, skip: 8, times: 1 });

function rulesOf(
  kinds: readonly FaultRule["fault"][],
  most: { readonly rules: number; readonly skip: number; readonly times: number },
): fc.Arbitrary<FaultRule[]> {
  const rule = fc.record({
    fault: fc.constantFrom(...kinds),
    skip: fc.nat(most.skip),
    first: fc.integer({ min: 1, max: most.times }),
    method: fc.constantFrom(WRITES, ["GET"]),
  });
  return fc
    .array(rule, { maxLength: most.rules })
    .map((rules) => rules.toSorted((a, b) => kinds.indexOf(a.fault) - kinds.indexOf(b.fault)));
}
