import { faults } from "@puhuri/testing";
import fc from "fast-check";
import { type Amounts, type Call, ORDER_MOVES } from "./calls.ts";
import type { Plan } from "./run.ts";
import { type Server, situationsOf } from "./scene.ts";

/**
 * Everything that can go wrong, the simplest first: shrinking goes that way. What spoils bodies comes last, next to
 * the server: an empty 200 that the server did not send is nothing a client can tell from a success.
 */
const KINDS = [
  faults.requestLost(),
  faults.answerLost(),
  faults.serverError(502),
  faults.serverError(504, { applied: true }),
  faults.tooManyRequests(),
  faults.tooManyRequests({ retryAfter: 2 }),
  faults.tooManyRequests({ retryAfter: "soon" }),
  faults.serverError(503, { retryAfter: "1" }),
  faults.serverError(500),
  faults.htmlPage(),
  faults.latency(300),
  faults.truncatedJson(),
  faults.bodyLost(),
  faults.emptyBody(),
  faults.wrongContentType(),
  faults.slowBody({ ms: 200, pieces: 2 }),
];

const WRITES = ["POST", "PATCH"];

/** A fault at some place of the run, once or several times in a row. */
const fault = fc.record({
  fault: fc.constantFrom(...KINDS),
  skip: fc.nat(12),
  first: fc.integer({ min: 1, max: 5 }),
  method: fc.constantFrom(WRITES, ["GET"]),
});

/** Any plan for a server. */
export function plansOf(server: Server): fc.Arbitrary<Plan> {
  return fc
    .record({
      lateBy: server === "2021" ? fc.constant(0) : fc.constantFrom(0, 0, 1, 4),
      situations: fc.array(fc.constantFrom(...situationsOf(server)), { minLength: 1, maxLength: 2 }),
      lanes: fc.tuple(lane(server, 4), lane(server, 4), lane(server, 2)),
      faults: fc.array(fault, { maxLength: 5 }),
      choices: fc.array(fc.nat(5), { maxLength: 60, size: "max" }),
    })
    .map(({ lateBy, situations, lanes, faults, choices }) => ({
      server,
      lateBy,
      situations,
      lanes: lanes.map((calls, by) =>
        calls.map((call, place) => withOwnValues(call, by, place, situations.length)),
      ),
      faults: faults.toSorted((a, b) => KINDS.indexOf(a.fault) - KINDS.indexOf(b.fault)),
      choices,
    }));
}

function lane(server: Server, maxLength: number): fc.Arbitrary<Call[]> {
  return fc.array(server === "2021" ? anyCall(["hpc"]) : anyCurrentCall, { maxLength });
}

const either = fc.nat(1);

function anyCall(usernames: readonly string[]): fc.Arbitrary<Call> {
  const target = fc.constantFrom("ok" as const, "erred" as const, "terminated" as const);
  const amounts = fc.constantFrom<Amounts>({ cpu: 0, gpu: 0 }, { cpu: 0 }, { gpu: 0 });
  return fc.oneof(
    fc.record({ do: fc.constant("setState" as const), on: either, target }),
    fc.record({ do: fc.constant("setBackendId" as const), on: either, id: fc.constant("") }),
    fc.record({ do: fc.constant("submitReport" as const), on: either, text: fc.constant("") }),
    fc.record({ do: fc.constant("reportUsage" as const), on: either, amounts }),
    fc.record({
      do: fc.constant("ensure" as const),
      user: either,
      username: fc.constantFrom(...usernames),
    }),
  );
}

/** Servers with orders; they rename accounts, too. */
const anyCurrentCall: fc.Arbitrary<Call> = fc.oneof(
  { weight: 3, arbitrary: anyCall(["hpc", "hpc-new"]) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom(...ORDER_MOVES), on: either }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("setState" as const),
      on: either,
      target: fc.constant("erred" as const),
      onPending: fc.constantFrom("approve" as const, "reject" as const),
    }),
  },
);

/** Every call has its own id or text, and amounts that grow from call to call: what is stored tells whose it is. */
function withOwnValues(call: Call, by: number, place: number, allocations: number): Call {
  const own = `${by}.${place}`;
  if (call.do === "ensure") return call;
  const placed = { ...call, on: call.on % allocations };
  switch (placed.do) {
    case "setBackendId":
      return { ...placed, id: own };
    case "submitReport":
      return { ...placed, text: own };
    case "reportUsage": {
      const amount = (place + 1) * 10 + by;
      const { cpu, gpu } = placed.amounts;
      return {
        ...placed,
        amounts: {
          ...(cpu === undefined ? {} : { cpu: amount }),
          ...(gpu === undefined ? {} : { gpu: amount }),
        },
      };
    }
    default:
      return placed;
  }
}
