import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { run } from "./diff/run.ts";

const sdk = new URL("../../packages/sdk/package.json", import.meta.url);
const { version }: { version: string } = JSON.parse(readFileSync(sdk, "utf8"));

process.exitCode = await run(process.argv.slice(2), {
  folder: fileURLToPath(new URL("..", import.meta.url)),
  version,
  print: (text) => console.log(text),
});
