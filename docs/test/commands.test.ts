import { expect, it } from "vitest";
import { codeBlocks } from "../src/code-blocks.ts";
import { type Command, commandsOf, inlineCommands, problemOf } from "../src/commands.ts";
import { readPages } from "../src/pages.ts";

const isShell = ({ language }: { language: string }) => language === "sh";
const pages = readPages();
const commands: Command[] = [
  ...pages.flatMap(codeBlocks).filter(isShell).flatMap(commandsOf),
  ...pages.flatMap(inlineCommands),
];

it("names only scripts, bins, files and flags that are there", () => {
  const problems = commands.flatMap((command) => {
    const problem = problemOf(command);
    return problem === undefined
      ? []
      : [`${command.file}:${command.line} ${command.words.join(" ")}: ${problem}`];
  });
  expect(commands.length).toBeGreaterThan(15);
  expect(problems).toEqual([]);
});

it.each([
  ["npx -y pnpm@12 dmeo", "./package.json has no script dmeo"],
  ["npx -y pnpm@12 --filter @puhuri/skd test", "there is no package @puhuri/skd"],
  ["npx -y pnpm@12 --filter @puhuri/sdk tset", "packages/sdk/package.json has no script tset"],
  [
    "npx -y pnpm@12 --filter @puhuri/sdk exec vitest run test/nowhere",
    "packages/sdk/test/nowhere is not there",
  ],
  ["npx -y pnpm@12 run dmeo", "./package.json has no script dmeo"],
  ["npx -y pnpm@12 docs", "pnpm docs is a command of pnpm itself: write pnpm run docs"],
  ["npx -y pnpm@12 exec changesets", "there is no changesets to execute"],
  ["npx -y pnpm@12 fake --prot 4020", "--prot"],
  ["npx -y pnpm@12 example nothing", "examples/nothing.ts is no file"],
  ["PUHURI_URL=x npx -y pnpm@12 dmeo", "./package.json has no script dmeo"],
  ["npx puhuri-fkae", "no package has the bin puhuri-fkae"],
  ["npx puhuri-mock --generation 8.1", "--generation"],
  ["puhuri allocation hpc-1 --al", "puhuri allocation has no --al"],
  ["puhuri alocations", "puhuri has no command alocations"],
  ["node examples/nothing.ts", "examples/nothing.ts is no file"],
  [
    "npm install ../puhuri-sdk/tarballs/puhuri-skd-*.tgz",
    "../puhuri-sdk/tarballs/puhuri-skd-*.tgz is none of the tarballs",
  ],
  ["npm install --save-dev left-pad", "left-pad is none of the tarballs"],
  ['npx -c "npx puhuri-fkae"', "no package has the bin puhuri-fkae"],
  ["rm -rf /", 'nobody knows how to check "rm": see docs/src/commands.ts'],
])("finds what is wrong with %s", (text, problem) => {
  const [command] = commandsOf({ file: "", line: 1, language: "sh", info: "", code: text });
  expect(command && problemOf(command)).toBe(problem);
});

it("reads a shell block line by line, without its comments", () => {
  const code =
    "# first\nnpx puhuri-fake --port 0 # a free one\n\ncurl -H 'Authorization: Token x' http://127.0.0.1";
  expect(commandsOf({ file: "a.md", line: 3, language: "sh", info: "", code })).toEqual([
    { file: "a.md", line: 4, words: ["npx", "puhuri-fake", "--port", "0"] },
    { file: "a.md", line: 6, words: ["curl", "-H", "Authorization: Token x", "http://127.0.0.1"] },
  ]);
});
