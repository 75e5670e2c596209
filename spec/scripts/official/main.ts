// Compares the spec with the official client, and has it parse what the newest fake answers in all tests. Needs Python 3.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { compare } from "./compare.ts";
import { judge } from "./expected.ts";
import { describeClient, folder, installClient, parseAnswers } from "./python.ts";

const [version] = process.argv.slice(2);
console.log(`Official client ${installClient(version)}`);

const { unexpected, outdated } = judge(compare(describeClient()));
print("The spec and the client differ", unexpected);
print("In expected.yaml, but met no more", outdated);

const answers = `${folder}answers.jsonl`;
for (const name of ["testing", "sdk"]) {
  const args = ["--filter", `@puhuri/${name}`, "exec", "vitest", "run", "--reporter=dot"];
  // What fails in them is for \`test\` to say.
  spawnSync("pnpm", args, { env: { ...process.env, PUHURI_ANSWERS: answers }, stdio: "ignore" });
}
if (!existsSync(answers)) throw new Error("The tests have recorded no answers.");
const { parsed, failures } = parseAnswers(answers);
const failed = Object.entries(failures).map(([failure, times]) => `${failure} (${times} times)`);
console.log(`${parsed} kinds of answers parsed`);
print("The client cannot parse", failed);
process.exitCode = unexpected.length + outdated.length + failed.length > 0 ? 1 : 0;

function print(title: string, lines: readonly string[]): void {
  console.log(
    lines.length === 0 ? `${title}: nowhere` : [`${title}:`, ...lines.map((line) => `  ${line}`)].join("\n"),
  );
}
