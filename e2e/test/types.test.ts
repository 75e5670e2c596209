import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { expect, inject, it } from "vitest";
import { e2e } from "../src/packed/places.ts";
import { runCommand } from "../src/run-command.ts";

const folder = inject("folder");
const compilers = [
  { compiler: "TypeScript 5.9", path: "typescript-5.9/bin/tsc" },
  { compiler: "TypeScript 7", path: "typescript/bin/tsc" },
];
const settings = [
  { moduleResolution: "bundler", module: "esnext", files: ["typed.ts", "mistyped.ts"] },
  // Only this one tells CommonJS modules from others.
  { moduleResolution: "nodenext", module: "nodenext", files: ["typed.ts", "mistyped.ts", "commonjs.cts"] },
];
const cases = compilers.flatMap((compiler) => settings.map((setting) => ({ ...compiler, ...setting })));

it.each(cases)(
  "$compiler compiles users' programs under $moduleResolution, the packed types included, and finds their mistakes",
  async ({ compiler, path, files, ...options }) => {
    const place = join(folder, `${compiler} ${options.moduleResolution}`);
    mkdirSync(place);
    for (const file of files) cpSync(join(e2e, "users", file), join(place, file));
    const compilerOptions = {
      ...options,
      target: "es2023",
      lib: ["es2023", "dom"],
      types: [],
      strict: true,
      exactOptionalPropertyTypes: true,
      skipLibCheck: false,
      noEmit: true,
    };
    writeFileSync(join(place, "tsconfig.json"), JSON.stringify({ compilerOptions, files }));
    const command = [process.execPath, join(e2e, "node_modules", path), "-p", place];
    const output = await runCommand(command, { cwd: place }).catch((error: unknown) => String(error));
    const errors = output.split("\n").filter((line) => / error TS\d+: /.test(line));
    const places = errors.map((line) => line.replace(/\((\d+),.*/, ":$1"));
    // One mistake a line, from the sixth on.
    expect([...new Set(places)], output).toEqual([6, 7, 8, 9, 10].map((line) => `mistyped.ts:${line}`));
  },
);
