import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { parse } from "yaml";
import { programs, readConfig } from "../../packages/cli/src/agent/config.ts";
import { createMetrics } from "../../packages/cli/src/agent/metrics.ts";
import { codeBlocks } from "../src/code-blocks.ts";
import { root } from "../src/pages.ts";

const pageOf = (name: string) => {
  const file = `docs/cli/${name}.md`;
  return { file, text: readFileSync(root + file, "utf8") };
};
const agent = pageOf("the-agent");
const operate = pageOf("operate-the-agent");
const names = Object.keys(programs.shape);

it("shows a file with every setting of an agent", () => {
  const block = codeBlocks(agent).find(({ info }) => info === "agent");
  const folder = mkdtempSync(join(tmpdir(), "puhuri-page-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "agent.yaml");
  writeFileSync(file, block?.code ?? "");
  const config = readConfig(file, {});
  const [offering] = config.offerings;
  expect(Object.keys(offering?.programs ?? {}).sort()).toEqual([...names].sort());
  // Each setting is on the page by its name in the file.
  const inFile = (key: string) =>
    key.replace(/Ms$/, "").replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const named = [...Object.keys(config), ...Object.keys(offering ?? {})].map(inFile);
  const raw = parse(block?.code ?? "");
  const shown = [...Object.keys(raw), ...Object.keys(raw.offerings[0])];
  expect(shown.sort()).toEqual(named.filter((key) => key !== "folder").sort());
});

it("says of each program what it does and prints", () => {
  const [, table = ""] = agent.text.split("| program | does | prints |\n");
  const rows = [...(table.split("\n\n")[0] ?? "").matchAll(/^\| `([\w-]+)` \|/gm)].map(([, name]) => name);
  expect(rows).toEqual(names);
});

it("lists the figures that Prometheus gets", async () => {
  const listed = [...operate.text.matchAll(/^\| `(puhuri_agent_\w+)` \|/gm)].map(([, name]) => name);
  const text = await createMetrics(() => []).text();
  const served = [...text.matchAll(/^# TYPE (\w+) /gm)].map(([, name]) => name);
  expect([...listed].sort()).toEqual([...served].sort());
});

it("has alerts on figures that there are", () => {
  const rules = parse(codeBlocks(operate).find(({ info }) => info === "prometheus")?.code ?? "");
  const used = rules.groups[0].rules.flatMap(({ expr }: { expr: string }) => expr.match(/puhuri_agent_\w+/g));
  expect(used).toHaveLength(5);
  for (const figure of used) expect(operate.text).toContain(`| \`${figure}\` |`);
});
