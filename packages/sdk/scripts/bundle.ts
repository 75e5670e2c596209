// Puts the code of the package into a few files: to find, read and link a hundred and forty takes Node longer than to run them.
import { fileURLToPath } from "node:url";
import { build } from "rolldown";

await build({
  input: fileURLToPath(new URL("../src/index.ts", import.meta.url)),
  external: ["@puhuri/api-types", "openapi-fetch"],
  platform: "neutral",
  output: {
    dir: fileURLToPath(new URL("../dist", import.meta.url)),
    cleanDir: true,
    format: "esm",
    // What is loaded when it is used keeps a file of its own.
    chunkFileNames: "parts/[name]-[hash].js",
  },
});
