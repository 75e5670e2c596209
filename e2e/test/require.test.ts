import { spawnSync } from "node:child_process";
import { cpSync } from "node:fs";
import { join } from "node:path";
import { expect, inject, it } from "vitest";
import { nodes } from "../src/hosts/hosts.ts";
import { e2e } from "../src/packed/places.ts";

const folder = inject("folder");

it.each(nodes)("works by require() from CommonJS on $name, without a warning", ({ path }) => {
  cpSync(join(e2e, "users/require.cjs"), join(folder, "require.cjs"));
  const { stdout, stderr } = spawnSync(path, ["require.cjs"], { cwd: folder, encoding: "utf8" });
  expect(stderr).toBe("");
  expect(JSON.parse(stdout)).toEqual(["Creating", 1, true, 1]);
});
