import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { type Measured, measure } from "./measure.ts";

const run = promisify(execFile);
const require = createRequire(import.meta.url);
const consumers = fileURLToPath(new URL("../consumers/", import.meta.url));

/** How long a compiler takes for a consumer of the sdk, over an empty file. */
export function benchmarkTypeCheck(
  typescript: "typescript" | "typescript-5.9",
  rounds: number,
): Promise<Measured[]> {
  const tsc = require.resolve(`${typescript}/package.json`).replace("package.json", "bin/tsc");
  const check = (name: string, config: string) => ({
    name,
    run: () => run(process.execPath, [tsc, "-p", consumers + config]),
  });
  return measure(
    [check("empty file", "tsconfig.empty.json"), check("guide consumer", "tsconfig.guide.json")],
    rounds,
  );
}
