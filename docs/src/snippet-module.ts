import { readFileSync } from "node:fs";
import type { CodeBlock } from "./code-blocks.ts";
import { root } from "./pages.ts";

/** A block as a module that can be compiled and run. */
export interface SnippetModule {
  readonly block: CodeBlock;
  readonly fileName: string;
  readonly text: string;
  /** How many lines of the module stand before the block's first one. */
  readonly linesBefore: number;
}

/** What snippets may use without importing it: everything the packages export, and the stage. */
const MODULES = [
  ["sdk/src/index.ts", "sdk"],
  ["sdk/src/bulk/index.ts", "sdk/bulk"],
  ["sdk/src/loop/index.ts", "sdk/loop"],
  ["testing/src/index.ts", "testing"],
  ["api-types/src/index.ts", "api-types"],
] as const;
const STAGE = "../../src/stage.ts";
const known: ReadonlyMap<string, KnownName> = new Map([
  ...MODULES.flatMap(([file, name]) => namesOf(`packages/${file}`, `@puhuri/${name}`)),
  ...namesOf("docs/src/stage.ts", STAGE),
]);

/** Puts a block into a function of a module, with its own imports before it and those it takes for granted. */
export function snippetModule(block: CodeBlock): SnippetModule {
  const imports = block.code.match(IMPORT) ?? [];
  const imported = imports.map((text) => text.replace(/ from .*/, "")).join("\n");
  const taken = [...known.values()]
    .filter(
      ({ name }) =>
        new RegExp(`\\b${name}\\b`).test(block.code) && !new RegExp(`\\b${name}\\b`).test(imported),
    )
    .map(({ name, isType, from }) => `import { ${isType ? "type " : ""}${name} } from "${from}";`);
  // What a page imports from beside itself is the reader's own: see src/yours.
  const own = imports.map((text) => text.replace('from "./', 'from "../../src/yours/'));
  const before = [...own, ...taken, "export async function snippet() {"].join("\n");
  // The lines stay where they are, for the errors of the compiler.
  const body = block.code.replace(IMPORT, (text) => text.replace(/[^\n]/g, "")).replace(/^export /gm, "");
  return {
    block,
    fileName: `${block.file.replace(/\W/g, "-")}-${block.line}.ts`,
    text: `${before}\n${body}\n}\n`,
    linesBefore: before.split("\n").length,
  };
}

/** An import statement, over several lines if need be. */
const IMPORT = /^import [^;]*;/gm;

interface KnownName {
  readonly name: string;
  readonly isType: boolean;
  readonly from: string;
}

/** What a module exports, as far as snippets can name it. */
function namesOf(file: string, from: string): [string, KnownName][] {
  const text = readFileSync(root + file, "utf8");
  const lists = [...text.matchAll(/^export (type )?\{([^}]*)\}/gm)].flatMap(([, type, list = ""]) =>
    list
      .split(",")
      .map((entry) => entry.trim())
      .filter((entry) => entry !== "")
      .map((entry) => ({
        name: entry.replace(/^type /, ""),
        isType: type !== undefined || entry.startsWith("type "),
      })),
  );
  const variables = [...text.matchAll(/^export let (\w+)/gm)].map(([, name = ""]) => ({
    name,
    isType: false,
  }));
  return [...lists, ...variables].map((it) => [it.name, { ...it, from }]);
}
