// Mutates the rooms that are named, or all of them: `npx -y pnpm@12 test:mutation values http`. See README.md.
import { Stryker } from "@stryker-mutator/core";
import { ROOMS } from "./rooms.ts";

const SDK = "packages/sdk";

const named = process.argv.slice(2);
const unknown = named.filter((room) => !(room in ROOMS));
if (unknown.length > 0) {
  console.error(`No such room: ${unknown.join(", ")}. There are: ${Object.keys(ROOMS).join(", ")}.`);
  process.exit(1);
}

for (const room of named.length > 0 ? named : Object.keys(ROOMS)) {
  // For vitest.config.ts, which Stryker's workers load.
  process.env.MUTATED_ROOM = room;
  const reports = `${SDK}/reports/mutation/${room}`;
  await new Stryker({
    mutate: [`${SDK}/src/${room}/**/*.ts`, "!**/*.test.ts"],
    testRunner: "vitest",
    plugins: [import.meta.resolve("@stryker-mutator/vitest-runner")],
    // Not Stryker's own `testFiles`: with it, mutants that work only while a module loads are never put to work.
    vitest: { configFile: `${SDK}/test/mutation/vitest.config.ts`, related: false },
    coverageAnalysis: "perTest",
    // A copy is mutated: the package, and what its tests read outside of it.
    ignorePatterns: [
      "**",
      `!${SDK}/{src,test}/**`,
      `!${SDK}/*.json`,
      "!packages/testing/recordings/**",
      "!spec/puhuri.yaml",
      "!tsconfig.base.json",
      "!vitest.shared.ts",
    ],
    // Vitest strips the types anyway.
    disableTypeChecks: false,
    concurrency: 2,
    // A busy machine is no endless loop; raise it where that is taken for one.
    timeoutMS: 5_000,
    incremental: true,
    incrementalFile: `${reports}/incremental.json`,
    reporters: ["progress-append-only", "clear-text", "html", "json"],
    clearTextReporter: { allowColor: false, reportTests: false },
    htmlReporter: { fileName: `${reports}/index.html` },
    jsonReporter: { fileName: `${reports}/mutants.json` },
    thresholds: { high: 95, low: 85, break: 85 },
  }).runMutationTest();
}
