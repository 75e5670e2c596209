// Puts the code of the package into a few files, and its types into one: to find and read a hundred and forty takes Node, and
// the compiler of whoever uses them, longer than the rest. The types are those that the compiler has put into `.types`.
import { build, type RolldownOptions } from "rolldown";
import { dts } from "rolldown-plugin-dts";

const shared: RolldownOptions = {
  cwd: `${import.meta.dirname}/..`,
  external: ["@puhuri/api-types", "openapi-fetch"],
  platform: "neutral",
};

await build({
  ...shared,
  input: "./src/index.ts",
  output: {
    dir: "dist",
    cleanDir: true,
    // What is loaded when it is used keeps a file of its own.
    chunkFileNames: "parts/[name]-[hash].js",
    // They are in the types, where editors look for them.
    comments: { jsdoc: false },
  },
});

await build({
  ...shared,
  input: "./.types/index.d.ts",
  // Declarations import each other by the names of the sources.
  resolve: { extensionAlias: { ".ts": [".d.ts", ".ts"] } },
  plugins: [dts({ dtsOnly: true, generator: "oxc", tsconfig: false })],
  output: { dir: "dist" },
});
