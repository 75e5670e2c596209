import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path/posix";
import { programOf } from "../../packages/cli/src/program.ts";
import type { CodeBlock } from "./code-blocks.ts";
import { findFiles, type Page, root } from "./pages.ts";

/** A command for a reader to type. */
export interface Command {
  readonly file: string;
  readonly line: number;
  readonly words: readonly string[];
}

/** The commands of a shell block, one a line. */
export function commandsOf({ file, line, code }: CodeBlock): Command[] {
  return code.split("\n").flatMap((text, index) => {
    const words = wordsOf(text.replace(/ #.*/, ""));
    return words.length === 0 || text.startsWith("#") ? [] : [{ file, line: line + index, words }];
  });
}

/** The commands a page names in passing: `npx …` between backticks, outside of blocks. */
export function inlineCommands({ file, text }: Page): Command[] {
  let isBlock = false;
  return text.split("\n").flatMap((line, index) => {
    if (/^\s*```/.test(line)) isBlock = !isBlock;
    const found = isBlock ? [] : [...line.matchAll(/`(npx [^`<]+)`/g)];
    return found.map(([, command = ""]) => ({ file, line: index + 1, words: wordsOf(command) }));
  });
}

/** The words of a command, as a shell would take them. */
export function wordsOf(text: string): string[] {
  return [...text.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(([, a, b, c]) => a ?? b ?? c ?? "");
}

interface Manifest {
  readonly name: string;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly bin?: Readonly<Record<string, string>>;
}

const manifestAt = (file: string): Manifest => JSON.parse(readFileSync(root + file, "utf8"));
const packages = new Map(
  findFiles(["{spec,docs,examples}/package.json", "packages/*/package.json"]).map((file) => {
    const manifest = manifestAt(file);
    return [manifest.name, { ...manifest, folder: dirname(file) }] as const;
  }),
);
const testing = packages.get("@puhuri/testing");
const cli = programOf({
  env: {},
  folder: root,
  home: root,
  fetch: () => Promise.reject(new Error("Nothing is sent here.")),
  now: () => new Date(),
  stdin: Object.assign((async function* () {})(), { isTTY: false }),
  stdout: { write: () => true },
  stderr: { write: () => true },
  interrupted: new AbortController().signal,
});

/** Says what is wrong with a command: a script, a bin, a file or a flag that is not there. Undefined when it is right. */
export function problemOf({ file, line, words }: Command): string | undefined {
  const [program = "", ...args] = words;
  if (program === "npx") return npxProblem(args);
  if (program === "npm" && args[0] === "install") return args.slice(1).map(installProblem).find(isProblem);
  if (program === "npm" && (args[0] === "init" || args[0] === "pkg")) return undefined;
  if (program === "node") return fileProblem(args[0] ?? "");
  if (/^[A-Z_]+=/.test(program)) return problemOf({ file, line, words: args });
  if (program === "puhuri") return cliProblem(args);
  if (program === "sudo") return problemOf({ file, line, words: args });
  // Run by the tests of the recipes, or nothing that could be wrong here.
  if (["curl", "export", "chmod", "source"].includes(program)) return undefined;
  // Of the machine that an agent is deployed on.
  if (["docker", "install", "journalctl", "kubectl", "systemctl", "useradd"].includes(program))
    return undefined;
  return `nobody knows how to check "${program}": see docs/src/commands.ts`;
}

function npxProblem(args: readonly string[]): string | undefined {
  if (args[0] === "-y" && args[1] === "pnpm@12") return pnpmProblem(args.slice(2));
  // A command that is run with the project's own bins before all others.
  if (args[0] === "-c") return problemOf({ file: "", line: 0, words: wordsOf(args[1] ?? "") });
  const [bin = "", ...flags] = args;
  if (bin === "tsc") return undefined;
  if (testing?.bin?.[bin] === undefined) return `no package has the bin ${bin}`;
  return flagProblem(bin, flags);
}

/** Whether the command line has such a command, and that one such options. */
function cliProblem(args: readonly string[]): string | undefined {
  let command = cli;
  let isValue = false;
  for (const word of args) {
    if (isValue) {
      isValue = false;
    } else if (word.startsWith("--") && word !== "--help") {
      const option = command.options.find(({ long }) => long === word);
      if (option === undefined) return `puhuri ${command.name()} has no ${word}`;
      isValue = option.required;
    } else if (command.commands.length > 0) {
      const found = command.commands.find((each) => each.name() === word);
      if (found === undefined && !word.startsWith("-")) return `puhuri has no command ${word}`;
      command = found ?? command;
    }
  }
  return undefined;
}

function pnpmProblem(args: readonly string[]): string | undefined {
  if (args[0] === "docs") return "pnpm docs is a command of pnpm itself: write pnpm run docs";
  if (args[0] !== "--filter") return scriptProblem(manifestAt("package.json"), ".", args);
  const [, name = "", ...rest] = args;
  const found = packages.get(name);
  return found === undefined ? `there is no package ${name}` : scriptProblem(found, found.folder, rest);
}

function scriptProblem(
  { scripts = {} }: Pick<Manifest, "scripts">,
  folder: string,
  [word = "", ...args]: readonly string[],
): string | undefined {
  if (word === "exec") return execProblem(folder, args);
  if (word === "run") return scriptProblem({ scripts }, folder, args);
  if (!(word in scripts)) return `${folder}/package.json has no script ${word}`;
  if (word === "example") return fileProblem(`examples/${args[0]}.ts`);
  return word === "fake" || word === "mock" ? flagProblem(`puhuri-${word}`, args) : undefined;
}

function execProblem(folder: string, [bin = "", ...args]: readonly string[]): string | undefined {
  if (!existsSync(join(root, "node_modules/.bin", bin))) return `there is no ${bin} to execute`;
  const path = args.find((arg) => arg.includes("/"));
  return path === undefined || existsSync(join(root, folder, path))
    ? undefined
    : `${folder}/${path} is not there`;
}

function fileProblem(file: string): string | undefined {
  return existsSync(root + file) ? undefined : `${file} is no file`;
}

/** Whether the bin's `--help` tells of every flag. */
function flagProblem(bin: string, flags: readonly string[]): string | undefined {
  const source = readFileSync(`${root}packages/testing/src/bin/${bin}.ts`, "utf8");
  return flags.filter((flag) => flag.startsWith("--")).find((flag) => !source.includes(`  ${flag} `));
}

/** Packages that are not ours, which a reader may install. */
const OTHERS = ["@stoplight/prism-cli@5.16", "node@24", "typescript", "@types/node", "undici@7"];

function installProblem(arg: string): string | undefined {
  if (arg === "--save-dev" || arg === "--global" || OTHERS.includes(arg)) return undefined;
  const [, name = ""] = /\/puhuri-([a-z-]+)-\*\.tgz$/.exec(arg) ?? [];
  return packages.has(`@puhuri/${name}`) ? undefined : `${arg} is none of the tarballs`;
}

function isProblem(problem: string | undefined): boolean {
  return problem !== undefined;
}
