import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import { createFakePuhuri, parseSeed } from "@puhuri/testing";
import { expect, it, onTestFinished } from "vitest";
import { codeBlocks } from "../src/code-blocks.ts";
import { readFiles, root } from "../src/pages.ts";

const file = "docs/testing-your-integration.md";
const blocks = codeBlocks({ file, text: readFileSync(root + file, "utf8") });

/** Starts the bin as the page says, on a free port, and reads what it prints up to its commands. */
async function startBin(args: readonly string[]) {
  const bin = `${root}packages/testing/src/bin/puhuri-fake.ts`;
  const child = spawn(process.execPath, ["--conditions=@puhuri/source", bin, ...args]);
  onTestFinished(async () => {
    child.kill();
    if (child.exitCode === null) await once(child, "exit");
  });
  let url = "";
  const tokens = new Map<string, string>();
  for await (const line of createInterface(child.stdout)) {
    url ||= / at (http:\S+)\/api\/$/.exec(line)?.[1] ?? "";
    const [, user, token] = /^ {2}(\w+) +([0-9a-f]{40}) /.exec(line) ?? [];
    if (user !== undefined && token !== undefined) tokens.set(user, token);
    if (line.startsWith("Try:")) break;
  }
  return { url, tokens };
}

it("answers the page's commands as any client would send them", async () => {
  const shell = blocks.filter(({ language }) => language === "sh");
  const start = shell.find(({ code }) => code.startsWith("npx puhuri-fake"));
  const curls = shell.find(({ code }) => code.startsWith("curl"))?.code.split("\n") ?? [];
  const args =
    start?.code
      .split(" ")
      .slice(2)
      .map((arg) => (arg === "4020" ? "0" : arg)) ?? [];
  const { url, tokens } = await startBin(args);

  const answers: string[] = [];
  for (const curl of curls) {
    const command = curl.replace("http://127.0.0.1:4020", url).replace("OWNER", tokens.get("owner") ?? "");
    answers.push((await promisify(execFile)("sh", ["-c", `${command} -sS`])).stdout);
  }
  expect(answers).toEqual([
    '[{"uuid":"a1916bd53fd04b1ab1a4e700c926607b","name":"Sample resource"}]',
    '{"status":"Resource state has been changed."}',
  ]);
});

it("takes the seed that the page of its format shows", () => {
  const [page] = readFiles(["docs/seed-format.md"]);
  const [seed] = page === undefined ? [] : codeBlocks(page).filter(({ language }) => language === "yaml");
  const fake = createFakePuhuri({ dialect: "current", seed: parseSeed(seed?.code ?? "", "seed.yaml") });
  // Its end is ordered, which a server of 8.1 shows at once.
  expect(fake.state.resourceNamed("runs")).toMatchObject({ state: "Terminating", limits: { storage: 10 } });
  expect(fake.state.offeringUsers.all().map(({ username }) => username)).toEqual(["alice01"]);
});

it("takes the page's seed file", () => {
  const seed = blocks.find(({ language }) => language === "yaml")?.code ?? "";
  const fake = createFakePuhuri({ dialect: "current", seed: parseSeed(seed, "seed.yaml") });
  expect(fake.state.resourceNamed("idle")?.current_usages).toEqual({ cpu: "10.00" });
  expect(fake.tokenOf("boss")).toMatch(/^[0-9a-f]{40}$/);
});
