/** The tests that have to notice: not the long ones with random faults, and none that needs sockets or Prism. */
const SERVERS = ["test/servers/*.test.ts", "test/set-state/!(faults).test.ts"];

/** The rooms of the sdk that are mutated, one after the other, with their tests. */
export const ROOMS: Readonly<Record<string, readonly string[]>> = {
  values: ["test/values/*.test.ts"],
  list: ["test/list/*.test.ts"],
  usage: ["test/usage/*.test.ts", "test/bulk/report-usage-many*.test.ts", "test/loop/last-usage.test.ts"],
  users: ["test/users/*.test.ts", "test/nouns/*offering-users.test.ts"],
  "set-state": ["test/set-state/*.test.ts", "test/workflows/!(over-http).test.ts"],
  servers: [
    ...SERVERS,
    "test/workflows/!(over-http|*-faults).test.ts",
    "test/loop/{process,watch}-allocations.test.ts",
  ],
  bulk: ["test/bulk/*.test.ts"],
  loop: ["test/loop/**/*.test.ts"],
  http: ["test/http/!(wire).test.ts"],
};
