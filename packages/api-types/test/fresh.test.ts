import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { compileSpec } from "../scripts/compile-spec.ts";

// The compiler takes its time.

const specFile = new URL("../../../spec/puhuri.yaml", import.meta.url);
const generated = new URL("../src/generated/", import.meta.url);

it("has committed exactly what the spec compiles to", async () => {
  const compiled = await compileSpec(await readFile(specFile, "utf8"));
  for (const [name, text] of Object.entries(compiled)) {
    const committed = await readFile(new URL(name, generated), "utf8");
    expect(
      committed === text,
      `src/generated/${name} is stale: run "npx -y pnpm@12 generate" and commit the result`,
    ).toBe(true);
  }
});

it("would notice a change to the spec", async () => {
  const yaml = await readFile(specFile, "utf8");
  const changed = await compileSpec(yaml.replaceAll("backend_id", "backend_ident"));
  expect(changed["schema.ts"]).not.toBe(await readFile(new URL("schema.ts", generated), "utf8"));
});
