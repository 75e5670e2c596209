import { cpSync } from "node:fs";
import { join } from "node:path";
import { expect, inject, it } from "vitest";
import { nodes } from "../src/hosts/hosts.ts";
import { runtimes } from "../src/packed/places.ts";
import { runCommand } from "../src/run-command.ts";

const folder = inject("folder");

it.each(nodes)("works by require() from CommonJS on $name", async ({ path }) => {
  cpSync(join(runtimes, "users/require.cjs"), join(folder, "require.cjs"));
  // A warning, such as one of a feature that is still an experiment, would end it.
  const printed = await runCommand([path, "--throw-deprecation", "--trace-warnings", "require.cjs"], {
    cwd: folder,
  });
  expect(JSON.parse(printed)).toEqual(["Creating", 1, true, 1]);
});
