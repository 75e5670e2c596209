export interface Room {
  /** The tests that have to notice: not the long ones with random faults, and none that needs sockets or Prism. */
  readonly tests: readonly string[];
  /** A worker of its own for each test file. Several times slower where the fake is loaded, but fake timers need it. */
  readonly isolate: boolean;
}

/** The rooms of the sdk that are mutated, one after the other. */
export const ROOMS: Readonly<Record<string, Room>> = {
  values: { tests: ["src/values/*.test.ts"], isolate: true },
  workflows: { tests: ["src/workflows/*.test.ts", "test/workflows/!(over-http).test.ts"], isolate: false },
  dialects: {
    tests: [
      "src/dialects/**/*.test.ts",
      "test/dialects/*.test.ts",
      "test/workflows/!(over-http|*-faults).test.ts",
      "test/bulk/{process,watch}-allocations.test.ts",
    ],
    isolate: false,
  },
  http: { tests: ["src/http/*.test.ts", "test/http/*.test.ts"], isolate: true },
};
