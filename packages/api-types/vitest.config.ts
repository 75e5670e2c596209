import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { shared } from "../../vitest.shared.ts";

// This package's own typescript is there for openapi-typescript; types are checked by the repository's.
const tsc = fileURLToPath(new URL("../../node_modules/.bin/tsc", import.meta.url));

export default defineConfig({
  ...shared,
  test: {
    ...shared.test,
    typecheck: {
      enabled: true,
      include: ["test/**/*.test-d.ts"],
      tsconfig: "./test/tsconfig.json",
      checker: tsc,
    },
  },
});
