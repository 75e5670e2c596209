import fc from "fast-check";
import { GENERATIONS, type Generation } from "../../workflows/world.ts";

/** Where the months of a story take place. */
export interface Place {
  readonly generation: Generation;
  /** The server's own zone: only 8.0 and later count their months in it. */
  readonly serverZone: string;
  /** What the client was told of it: on older servers any zone, for it must not matter there. */
  readonly billingTimeZone: string | undefined;
  /** Hours before the end of November by UTC. */
  readonly hoursLeft: number;
  /** Rows the server sends at a time. */
  readonly pageCap: number;
  /** How it writes amounts. */
  readonly spelling: "plain" | "four decimals" | "exponent";
}

export type Component = "cpu" | "gpu";
export type User = "alice" | "bob";

/** What happens in them. */
export type Step =
  | { readonly do: "use"; readonly type: Component; readonly by: User | undefined; readonly amount: number }
  /** Less was used than was thought, by a user or by nobody in particular; or as much, but not by that user. */
  | {
      readonly do: "correct";
      readonly type: Component;
      readonly by: User | undefined;
      readonly keepsTotal: boolean;
      readonly amount: number;
    }
  | {
      readonly do: "report";
      /** Which of two processes. */
      readonly process: 0 | 1;
      readonly how: "single" | "bulk";
      readonly types: readonly Component[];
      readonly users: readonly User[];
      readonly consent: boolean;
      /** Hours between measuring and reporting. */
      readonly late: number;
      /** What becomes of the first requests that write. */
      readonly faults: readonly ("answer-lost" | "request-lost" | "503")[];
    }
  | { readonly do: "change-plan" }
  | { readonly do: "backdate" }
  | { readonly do: "tick"; readonly type: Component }
  | { readonly do: "wait"; readonly hours: number };

export interface Story {
  readonly place: Place;
  readonly steps: readonly Step[];
}

const ZONES = ["UTC", "Europe/Tallinn", "Atlantic/Azores", "Europe/Paris"] as const;

const places: fc.Arbitrary<Place> = fc
  .record({
    generation: fc.constantFrom(...GENERATIONS),
    serverZone: fc.constantFrom(...ZONES),
    told: fc.option(fc.constantFrom(...ZONES), { nil: undefined }),
    hoursLeft: fc.integer({ min: 0, max: 40 }),
    pageCap: fc.constantFrom(1, 2, 300),
    spelling: fc.constantFrom("plain" as const, "four decimals" as const, "exponent" as const),
  })
  .map(({ told, ...place }) => ({
    ...place,
    billingTimeZone: place.generation === "8.1" && told !== undefined ? place.serverZone : told,
  }));

const type = fc.constantFrom<Component>("cpu", "gpu");
const user = fc.constantFrom<User>("alice", "bob");

const steps: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("use" as const),
      type,
      by: fc.option(user, { nil: undefined }),
      amount: fc.integer({ min: 1, max: 900 }),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant("report" as const),
      process: fc.constantFrom(0 as const, 1 as const),
      how: fc.constantFrom("single" as const, "bulk" as const),
      types: fc.constantFrom<readonly Component[]>(["cpu", "gpu"], ["cpu", "gpu"], ["cpu"], ["gpu"]),
      users: fc.constantFrom<readonly User[]>([], [], ["alice", "bob"], ["bob"]),
      consent: fc.boolean(),
      late: fc.constantFrom(0, 0, 1, 3),
      faults: fc.array(fc.constantFrom("answer-lost" as const, "request-lost" as const, "503" as const), {
        maxLength: 2,
      }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("correct" as const),
      type,
      by: fc.option(user, { nil: undefined }),
      keepsTotal: fc.boolean(),
      amount: fc.integer({ min: 1, max: 500 }),
    }),
  },
  { weight: 2, arbitrary: fc.constant({ do: "change-plan" as const }) },
  { weight: 1, arbitrary: fc.constant({ do: "backdate" as const }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("tick" as const), type }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant("wait" as const), hours: fc.integer({ min: 1, max: 12 }) }),
  },
);

export const stories: fc.Arbitrary<Story> = fc.record({
  place: places,
  steps: fc.array(steps, { minLength: 6, maxLength: 16 }),
});
