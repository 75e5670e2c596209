import { fileURLToPath } from "node:url";
import type { ViteUserConfig } from "vitest/config";

const recorder = fileURLToPath(new URL("spec/scripts/official/record-answers.ts", import.meta.url));

/** For `check:official`: in the place of the fake one that records its answers. */
const recording = {
  name: "record-answers",
  enforce: "pre",
  resolveId: (source: string, importer: string | undefined) =>
    source.endsWith("/create-fake-puhuri.ts") && importer !== recorder ? recorder : undefined,
} as const;

/** What every package's vitest shares: sources instead of dist, a JSON report for the totals of a run. */
export const shared = {
  plugins: process.env["PUHURI_ANSWERS"] === undefined ? [] : [recording],
  resolve: { conditions: ["@puhuri/source"] },
  ssr: { resolve: { conditions: ["@puhuri/source"] } },
  test: {
    include: ["src/**/*.test.ts", "test/**/*.test.ts"],
    reporters: ["default", ["json", { outputFile: "reports/vitest.json" }]],
    passWithNoTests: false,
    // A worker keeps what it has loaded: to load it anew for each file takes longer than many tests.
    isolate: false,
    // A slow machine is no failure; nothing here waits for real time, so only what hangs takes this long.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    restoreMocks: true,
    unstubGlobals: true,
  },
} satisfies ViteUserConfig;
