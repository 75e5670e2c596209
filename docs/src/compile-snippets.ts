import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./pages.ts";
import type { SnippetModule } from "./snippet-module.ts";

/** Compiles modules by one run of the compiler, strict, against the sources. Returns its errors, by the place in the page. */
export function compileSnippets(folder: string, modules: readonly SnippetModule[]): string[] {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const { fileName, text } of modules) writeFileSync(join(folder, fileName), text);
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({ extends: "../../tsconfig.json", include: ["*.ts"] }),
  );
  const tsc = join(root, "node_modules/typescript/bin/tsc");
  const { stdout, stderr, status } = spawnSync(process.execPath, [tsc, "-p", folder, "--pretty", "false"], {
    encoding: "utf8",
    cwd: folder,
  });
  const output = (stdout + stderr).trim();
  if (status === 0 && output === "") return [];
  return (
    output
      // Lines that begin with a space go on with the error before them.
      .split(/\n(?! )/)
      // What is wrong in the sources themselves is found where they are checked.
      .filter((error) => !/^[./]*\/packages\//.test(error))
      .map((error) => inPage(error, modules))
      .sort()
  );
}

/** `README-md-12.ts(14,3): error …` is an error of line 17 of README.md. */
function inPage(error: string, modules: readonly SnippetModule[]): string {
  const [, fileName, number, rest] = /^(?:.*\/)?([^/(]+)\((\d+),\d+\): (.*)$/s.exec(error) ?? [];
  const module = modules.find((it) => it.fileName === fileName);
  if (module === undefined) return error;
  const { block, linesBefore } = module;
  return `${block.file}:${block.line + Number(number) - linesBefore - 1} ${rest}`;
}
