// Puts the code of each entry point into one file, and its types into another: to find and read a hundred and forty takes
// Node, and the compiler of whoever uses them, longer than the rest. What they share, and what is loaded when it is used, has
// files of its own in `parts`. The types are those that the compiler has put into `.types`.
import { build, type RolldownOptions } from "rolldown";
import { dts } from "rolldown-plugin-dts";

const shared: RolldownOptions = {
  cwd: `${import.meta.dirname}/..`,
  platform: "neutral",
};

await build({
  ...shared,
  // Of the names of @puhuri/api-types the SDK uses few, so they come along: to load them all would take a quarter of the import.
  external: ["openapi-fetch"],
  input: { index: "./src/index.ts", bulk: "./src/bulk/index.ts", loop: "./src/loop/index.ts" },
  output: {
    dir: "dist",
    cleanDir: true,
    chunkFileNames: "parts/[name]-[hash].js",
    // To read one file takes Node less than to find several.
    codeSplitting: { groups: [{ name: "client", test: /src.(?!bulk|loop)/, minShareCount: 2 }] },
    // They are in the types, where editors look for them.
    comments: { jsdoc: false },
  },
});

await build({
  ...shared,
  external: ["@puhuri/api-types", "openapi-fetch"],
  input: { index: "./.types/index.d.ts", bulk: "./.types/bulk/index.d.ts", loop: "./.types/loop/index.d.ts" },
  // Declarations import each other by the names of the sources.
  resolve: { extensionAlias: { ".ts": [".d.ts", ".ts"] } },
  plugins: [dts({ dtsOnly: true, generator: "oxc", tsconfig: false })],
  output: { dir: "dist", chunkFileNames: "parts/[name]-[hash].js" },
});
