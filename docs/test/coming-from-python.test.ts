import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { codeBlocks } from "../src/code-blocks.ts";
import { root } from "../src/pages.ts";

/** What the provider guide calls, in its order. */
const GUIDE_METHODS = [
  "list_marketplace_resources",
  "marketplace_resource_set_state",
  "marketplace_resource_set_backend_id",
  "marketplace_resource_submit_report",
  "marketplace_resource_get_team",
  "get_marketplace_offering",
  "marketplace_resource_get_plan_periods",
  "create_component_usages",
  "create_remote_offering_user",
];

it("has every method of the guide side by side with what to write instead", () => {
  const file = "docs/coming-from-python.md";
  const [, ...sections] = readFileSync(root + file, "utf8").split(/^## /m);
  const named = sections.map((text) => ({
    name: text.split("\n")[0] ?? "",
    languages: codeBlocks({ file, text }).map(({ language }) => language),
  }));
  expect(named.map(({ name }) => name)).toEqual(["The client", ...GUIDE_METHODS]);
  for (const { name, languages } of named) {
    expect([name, languages.slice(0, 2)]).toEqual([name, ["python", "ts"]]);
  }
});
