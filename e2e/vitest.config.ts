import { defineConfig } from "vitest/config";
import { shared } from "../vitest.shared.ts";

export default defineConfig({
  ...shared,
  test: {
    ...shared.test,
    globalSetup: ["test/packed.ts"],
    reporters: [...shared.test.reporters, "./src/table/table-reporter.ts"],
    // Packing, installing, and running all of it on the slowest runtime.
    testTimeout: 240_000,
    hookTimeout: 240_000,
  },
});
