import type { ViteUserConfig } from "vitest/config";

/** What every package's vitest shares: sources instead of dist, a JSON report for the totals of a run. */
export const shared = {
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
