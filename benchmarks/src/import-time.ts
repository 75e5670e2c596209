import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { type Measured, measure } from "./measure.ts";

const run = promisify(execFile);

/** How long Node takes to load the sdk, over starting bare. */
export function benchmarkImport(rounds: number): Promise<Measured[]> {
  const start = (name: string, code: string) => ({
    name,
    run: () =>
      run(process.execPath, ["--input-type=module", "-e", code], { cwd: new URL("..", import.meta.url) }),
  });
  return measure([start("bare node", ""), start("import @puhuri/sdk", 'import "@puhuri/sdk"')], rounds);
}
