// Imports go one way. In the sdk: loop → bulk → client → nouns → workflows → dialects → http, pagination → values, errors.
const sdk = (room) => `^packages/sdk/src/${room}`;

/** From a room into any room that stands above it. */
const notUp = (from, above) => ({
  name: `sdk-${from}-is-below-${above.join("-")}`,
  severity: "error",
  from: { path: sdk(`${from}(/|\\.ts)`), pathNot: "\\.test\\.ts$" },
  to: { path: sdk(`(${above.join("|")})(/|\\.ts)`) },
});

export default {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    notUp("values", [
      "http",
      "pagination",
      "dialects",
      "workflows",
      "nouns",
      "client",
      "bulk",
      "loop",
      "index",
    ]),
    notUp("errors", [
      "values",
      "http",
      "pagination",
      "dialects",
      "workflows",
      "nouns",
      "client",
      "bulk",
      "loop",
      "index",
    ]),
    notUp("http", [
      "values",
      "pagination",
      "dialects",
      "workflows",
      "nouns",
      "client",
      "bulk",
      "loop",
      "index",
    ]),
    notUp("pagination", ["dialects", "workflows", "nouns", "client", "bulk", "loop", "index"]),
    notUp("dialects", ["workflows", "nouns", "client", "bulk", "loop", "index"]),
    notUp("workflows", ["nouns", "client", "bulk", "loop", "index"]),
    notUp("nouns", ["client", "bulk", "loop", "index"]),
    notUp("client", ["bulk", "loop", "index"]),
    notUp("bulk", ["loop", "index"]),
    {
      name: "openapi-fetch-in-one-module",
      comment: "It is in maintenance mode: one module to swap.",
      severity: "error",
      from: { path: sdk(""), pathNot: sdk("http/openapi-client\\.ts$") },
      to: { path: "openapi-fetch" },
    },
    {
      name: "prism-in-one-room",
      severity: "error",
      from: { path: "^packages", pathNot: "^packages/testing/(src|test)/prism/" },
      to: { path: "@stoplight" },
    },
    {
      name: "nothing-node-only-in-the-sdk",
      severity: "error",
      from: { path: sdk(""), pathNot: "\\.test\\.ts$" },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "the-sdk-does-not-need-its-test-servers",
      severity: "error",
      from: { path: sdk(""), pathNot: "\\.test\\.ts$" },
      to: { path: "packages/testing" },
    },
    {
      name: "test-servers-do-not-need-the-sdk",
      severity: "error",
      from: { path: "^packages/testing/src" },
      to: { path: "packages/sdk" },
    },
    {
      name: "the-suite-is-for-every-runtime",
      comment: "It stands alone in a user's folder, with the sdk as its only dependency.",
      severity: "error",
      from: { path: "^runtimes/suite/", pathNot: "^runtimes/suite/entries/process\\.ts$" },
      to: { pathNot: "^(runtimes/suite|packages/sdk/src/(bulk/|loop/)?index\\.ts$)" },
    },
    {
      name: "the-worlds-stand-beside-the-suite",
      severity: "error",
      from: { path: "^runtimes/worlds/" },
      to: { path: "^runtimes/", pathNot: "^runtimes/(worlds|suite/world\\.ts$)" },
    },
    { name: "resolvable", severity: "error", from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    // The hosts have a workspace, and an installation, of their own.
    exclude: { path: "(^|/)(dist|reports|\\.types)/|^runtimes/hosts/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["@puhuri/source", "import", "types", "default"],
      extensions: [".ts", ".mjs", ".js"],
    },
  },
};
