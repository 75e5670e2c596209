import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { root } from "./pages.ts";

interface Parameter {
  readonly $ref?: string;
  readonly name: string;
  readonly in: string;
  readonly "x-since"?: string;
}

interface Spec {
  readonly paths: Record<string, { get?: { operationId: string; parameters?: Parameter[] } }>;
  readonly components: { parameters: Record<string, Parameter> };
}

/** The filters that only newer servers know, as a Markdown table by list. */
export function newerFilters(): string {
  const { paths, components }: Spec = parse(readFileSync(`${root}spec/puhuri.yaml`, "utf8"));
  const resolved = ({ $ref, ...own }: Parameter): Parameter =>
    ($ref === undefined ? undefined : components.parameters[$ref.split("/").at(-1) ?? ""]) ?? own;
  const rows = Object.entries(paths).flatMap(([path, { get }]) => {
    const newer = (get?.parameters ?? []).map(resolved).filter((it) => it.in === "query" && it["x-since"]);
    if (newer.length === 0) return [];
    const cells = ["8.0", "8.1"].map((since) =>
      newer
        .filter((it) => it["x-since"] === since && it.name !== "field" && it.name !== "o")
        .map(({ name }) => `\`${name}\``)
        .join(", "),
    );
    return [`| \`GET ${path.replace("/api", "")}\` | ${cells.join(" | ")} |`];
  });
  return [
    "## Filters that only newer servers know",
    "",
    "An older server ignores these filters, and lists everything. The SDK throws an `UnsupportedByServerError` for all filters of allocations, and",
    "for those whose column in the rows shows that they were ignored, such as `user_uuid` of keys. Nothing shows whether a server has applied the",
    "others. So before you approve or end what such a list returns, check the rows: filter by `state` and `offering_uuid`, which all servers know,",
    "and compare the column yourself.",
    "",
    "| list | since 8.0 | since 8.1 |",
    "|---|---|---|",
    ...rows,
    "",
    "Servers of 2024-10 apply some filters to one list and ignore them on another. They ignore `created`, `modified` and `query` on offerings,",
    "`created` and `modified` on keys, `billing_period_year` and `billing_period_month` on usage, `username` on users' usage, the roles and dates of",
    "users, and every filter of a service provider's keys, projects and project permissions. The fake of 2024-10 does the same.",
  ].join("\n");
}
