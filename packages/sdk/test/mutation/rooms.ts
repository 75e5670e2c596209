export interface Room {
  /** The tests that have to notice: not the long ones with random faults, and none over real HTTP. */
  readonly tests: readonly string[];
  /** A worker of its own for each test file. Several times slower where the fake is loaded, but fake timers need it. */
  readonly isolate: boolean;
}

const CONVERGENCE = "test/workflows/!(over-http).test.ts";

/** The rooms of the sdk that are mutated, one after the other. */
export const ROOMS: Readonly<Record<string, Room>> = {
  values: { tests: ["src/values/*.test.ts"], isolate: true },
  workflows: { tests: ["src/workflows/*.test.ts", CONVERGENCE], isolate: false },
  dialects: {
    tests: ["src/dialects/**/*.test.ts", CONVERGENCE, "test/contract/{every-method,what-is-asked}.test.ts"],
    isolate: false,
  },
  http: { tests: ["src/http/*.test.ts", "test/http/*.test.ts"], isolate: true },
};
