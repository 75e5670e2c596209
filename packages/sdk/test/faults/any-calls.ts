import fc from "fast-check";
import { type Amounts, type Call, ORDER_MOVES } from "./calls.ts";
import type { Server } from "./scene.ts";

/** What one program does, call after call. */
export function lanesOf(server: Server, maxLength: number): fc.Arbitrary<Call[]> {
  return fc.array(server === "2021" ? anyCall(["hpc"]) : anyCurrentCall, { maxLength });
}

const either = fc.nat(1);

function anyCall(usernames: readonly string[]): fc.Arbitrary<Call> {
  const target = fc.constantFrom("OK" as const, "Erred" as const, "Terminated" as const);
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
      target: fc.constant("Erred" as const),
      onPending: fc.constantFrom("approve" as const, "reject" as const),
    }),
  },
);

/** Every call has its own id or text, and amounts that grow from call to call: what is stored tells whose it is. */
export function withOwnValues(call: Call, by: number, place: number, allocations: number): Call {
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
