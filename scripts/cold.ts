// Runs the README's commands as a machine that has nothing would: on a fresh clone of the last commit, with an empty home and no
// package stored anywhere. Of the environment it keeps the path, and a centre's own certificates, proxies and registry.

import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import process from "node:process";
import { spawn } from "cross-spawn";

const root = join(import.meta.dirname, "..");
const BUDGET_SECONDS: Readonly<Record<string, number>> = { demo: 60, test: 300 };

const folder = mkdtempSync(join(tmpdir(), "puhuri-cold-"));
const home = join(folder, "home");
const clone = join(folder, "clone");

const KEPT = /^(NODE_EXTRA_CA_CERTS|npm_config_registry|(https?|no|all)_proxy)$/i;
const kept = Object.entries(process.env).filter(([name]) => KEPT.test(name));
// Without what pnpm puts in front: the Node of this checkout, and its commands.
const path = (process.env.PATH ?? "").split(delimiter).filter((it) => !it.includes("node_modules"));
const env = { ...Object.fromEntries(kept), PATH: path.join(delimiter), HOME: home, USERPROFILE: home };

function run(program: string, args: readonly string[], cwd: string): Promise<boolean> {
  const child = spawn(program, args, { cwd, env, stdio: ["ignore", "inherit", "inherit"] });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve(code === 0));
  });
}

const readme = readFileSync(join(root, "README.md"), "utf8");
const commands = [...readme.matchAll(/^npx (-y pnpm@12 (\w+))$/gm)].filter(
  ([, , name = ""]) => name in BUDGET_SECONDS,
);
const lines: string[] = [];
try {
  mkdirSync(home);
  await run("git", ["clone", "--quiet", root, clone], folder);
  for (const [command, args = "", name = ""] of commands) {
    const startMs = Date.now();
    const isOk = await run("npx", args.split(" "), clone);
    const seconds = Math.round((Date.now() - startMs) / 1000);
    lines.push(`${command}: ${isOk ? "passed" : "FAILED"} in ${seconds} s, of ${BUDGET_SECONDS[name]}`);
    if (!isOk) process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`\n${lines.join("\n")}`);
