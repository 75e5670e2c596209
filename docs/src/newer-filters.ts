import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { root } from "./pages.ts";

interface Parameter {
  readonly $ref?: string;
  readonly name: string;
  readonly description?: string;
}

interface Spec {
  readonly paths: Record<string, { get?: { operationId: string; parameters?: Parameter[] } }>;
  readonly components: { parameters: Record<string, Parameter> };
}

/** What a filter's description says when servers of 2024-10 do not know it. */
const NEWER = "earlier servers ignore it and list all";

/** The filters that only 8.x knows, as a Markdown table by list. */
export function newerFilters(): string {
  const { paths, components }: Spec = parse(readFileSync(`${root}spec/puhuri.yaml`, "utf8"));
  const resolved = ({ $ref, ...own }: Parameter): Parameter =>
    ($ref === undefined ? undefined : components.parameters[$ref.split("/").at(-1) ?? ""]) ?? own;
  const rows = Object.entries(paths).flatMap(([path, { get }]) => {
    const names = (get?.parameters ?? [])
      .map(resolved)
      .filter(({ description = "" }) => description.replaceAll(/\s+/g, " ").includes(NEWER))
      .map(({ name }) => `\`${name}\``);
    return names.length === 0 ? [] : [`| \`GET ${path.replace("/api", "")}\` | ${names.join(", ")} |`];
  });
  return [
    "## Filters that only 8.x knows",
    "",
    "A server of 2024-10 takes no notice of these, and lists everything. Where a column of the rows shows that it did, as `plan_uuid` and",
    "`offering_slug` do, the list ends with an `UnsupportedByServerError`. The others are sent, and nothing tells whether they were heeded.",
    "Do not approve or end what such a list returns without looking at the rows: filter by `state` and `offering_uuid`, which",
    "all servers know, and compare the column yourself.",
    "",
    "| list | filters |",
    "|---|---|",
    ...rows,
    "",
    "Some names are known on one list of 2024-10 and ignored on another: `created`, `modified` and `query` on offerings, `created` and `modified`",
    "on keys, `billing_period_year` and `billing_period_month` on usage, `username` on users' usage, the roles and dates of users, and every filter",
    "of a service provider's keys, projects and project permissions. So the fake of 2024-10 has it, too.",
  ].join("\n");
}
