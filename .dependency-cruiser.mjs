const sdk = (rooms) => `^packages/sdk/src/(${rooms})(/|\\.ts)`;

/** The rooms of the sdk from the bottom up; those of one line do not stand above each other. Imports go down only. */
const ROOMS = [
  "domain-errors|errors",
  "values",
  "http",
  "list",
  "servers",
  "set-state",
  "usage|users",
  "nouns",
  "client",
  "bulk",
  "loop",
  "index",
];

const importsGoDown = ROOMS.slice(0, -1).map((rooms, level) => ({
  name: `sdk-${rooms}-imports-nothing-above-it`,
  severity: "error",
  from: { path: sdk(rooms), pathNot: "\\.test\\.ts$" },
  to: { path: sdk(ROOMS.slice(level + 1).join("|")) },
}));

export default {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    ...importsGoDown,
    {
      name: "openapi-fetch-in-one-module",
      comment: "It is in maintenance mode: one module to swap.",
      severity: "error",
      from: { path: "^packages/sdk/src/", pathNot: "^packages/sdk/src/http/openapi-client\\.ts$" },
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
      from: { path: "^packages/sdk/src/", pathNot: "\\.test\\.ts$" },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "the-sdk-does-not-need-its-test-servers",
      severity: "error",
      from: { path: "^packages/sdk/src/", pathNot: "\\.test\\.ts$" },
      to: { path: "packages/testing" },
    },
    {
      name: "test-servers-do-not-need-the-sdk",
      severity: "error",
      from: { path: "^packages/testing/src" },
      to: { path: "packages/sdk" },
    },
    {
      name: "nothing-needs-the-cli",
      severity: "error",
      from: { path: "^packages/(api-types|sdk|testing)/" },
      to: { path: "^packages/cli/" },
    },
    {
      name: "the-cli-uses-what-the-sdk-exports",
      severity: "error",
      from: { path: "^packages/cli/src" },
      to: {
        path: "^packages",
        pathNot: "^packages/(cli/src/|api-types/src/index\\.ts$|sdk/src/(bulk/|loop/)?index\\.ts$)",
      },
    },
    {
      name: "the-agent-is-loaded-when-it-runs",
      comment: "A shell starts the program at each word it completes.",
      severity: "error",
      from: { path: "^packages/cli/src/", pathNot: "^packages/cli/src/agent/" },
      to: { path: "^packages/cli/src/agent/(run-agent|check)\\.ts$", dynamic: false },
    },
    {
      name: "the-suite-is-for-every-runtime",
      comment: "It stands alone in a user's folder, with the sdk as its only dependency.",
      severity: "error",
      from: { path: "^e2e/suite/", pathNot: "^e2e/suite/entries/process\\.ts$" },
      to: { pathNot: "^(e2e/suite|packages/sdk/src/(bulk/|loop/)?index\\.ts$)" },
    },
    {
      name: "the-worlds-stand-beside-the-suite",
      severity: "error",
      from: { path: "^e2e/worlds/" },
      to: { path: "^e2e/", pathNot: "^e2e/(worlds|suite/world\\.ts$)" },
    },
    { name: "resolvable", severity: "error", from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    // The hosts have a workspace, and an installation, of their own.
    exclude: { path: "(^|/)(dist|reports|\\.types)/|^e2e/hosts/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.base.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["@puhuri/source", "import", "types", "default"],
      extensions: [".ts", ".mjs", ".js"],
    },
  },
};
