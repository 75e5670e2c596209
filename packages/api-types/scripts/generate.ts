import { mkdir, readFile, writeFile } from "node:fs/promises";
import { compileSpec } from "./compile-spec.ts";

const specFile = new URL(import.meta.resolve("@puhuri/spec/puhuri.yaml"));
const generated = new URL("../src/generated/", import.meta.url);

await mkdir(generated, { recursive: true });
for (const [name, text] of Object.entries(await compileSpec(await readFile(specFile, "utf8")))) {
  await writeFile(new URL(name, generated), text);
  console.log(`packages/api-types/src/generated/${name}: ${text.split("\n").length} lines`);
}
