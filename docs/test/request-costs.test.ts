import { globSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../src/pages.ts";
import { requestCosts, requestsOf } from "../src/request-costs.ts";
import { setStage } from "../src/stage.ts";

/** The table of a page under the heading of requests: what it says for each generation, by row. */
function tableOf(page: string): Record<string, readonly string[]> {
  const text = readFileSync(`${root}docs/tasks/${page}.md`, "utf8");
  const table = text.split("| requests | 2021 | current |\n|---|---|---|\n")[1]?.split("\n\n")[0] ?? "";
  return Object.fromEntries(
    [...table.matchAll(/^\| (.*?) \| (.*?) \| (.*?) \|$/gm)].map(([, row = "", old = "", current = ""]) => [
      row,
      [old, current],
    ]),
  );
}

const pages = globSync("docs/tasks/*.md", { cwd: root })
  .map((file) => basename(file, ".md"))
  .filter((page) => Object.keys(tableOf(page)).length > 0);

it("knows the rows of every page: see docs/src/request-costs.ts", () => {
  const known = Object.entries(requestCosts).map(([page, rows]) => [page, Object.keys(rows)]);
  expect(Object.fromEntries(known)).toEqual(
    Object.fromEntries(pages.map((page) => [page, Object.keys(tableOf(page))])),
  );
});

describe.each(Object.entries(requestCosts))("the page %s says how many requests it takes:", (page, rows) => {
  it.each(Object.entries(rows))("%s", async (row, cost) => {
    const sent: string[] = [];
    for (const dialect of ["2021", "current"] as const) {
      setStage(dialect);
      sent.push(`${(await requestsOf(cost)) ?? "—"}`);
    }
    expect(tableOf(page)[row]).toEqual(sent);
  });
});
