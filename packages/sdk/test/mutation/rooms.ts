/** The tests that have to notice: not the long ones with random faults, and none that needs sockets or Prism. */
const DIALECTS = ["src/dialects/**/*.test.ts", "test/dialects/*.test.ts"];

/** The rooms of the sdk that are mutated, one after the other, with their tests. */
export const ROOMS: Readonly<Record<string, readonly string[]>> = {
  values: ["src/values/*.test.ts"],
  "set-state": ["test/set-state/*.test.ts", "test/workflows/!(over-http).test.ts"],
  dialects: [
    ...DIALECTS,
    "test/workflows/!(over-http|*-faults).test.ts",
    "test/loop/{process,watch}-allocations.test.ts",
  ],
  http: ["src/http/*.test.ts", "test/http/!(wire).test.ts"],
};
