import type { Contract } from "../../packages/sdk/test/contract/contract.ts";
import { contracts } from "../../packages/sdk/test/contract/methods/all.ts";
import { operations } from "../../packages/sdk/test/contract/spec-examples.ts";
import { operationsOf } from "./operation-table.ts";

/** The servers the spec tells apart, the oldest first. */
const SERVERS = ["2021", "2024-10", "8.0", "8.1"] as const;
type Server = (typeof SERVERS)[number];

/** What the SDK sends to servers that do not have an operation yet, and reaches the same by. */
const INSTEAD: Readonly<Record<string, string>> = {
  component_usages_set_user_usages: "component_usages_set_user_usage",
};

const BEGIN = '<!-- Made by "npx -y pnpm@12 generate" from the spec: methods by server. -->\n';
const END = "<!-- End of what is made. -->";

/** Puts the table of methods by server into a page between its two comments. */
export function withCompatibilityTable(markdown: string): string {
  const [before, rest] = markdown.split(BEGIN);
  if (before === undefined || rest === undefined) return markdown;
  return `${before}${BEGIN}\n${compatibilityTable()}\n\n${rest.slice(rest.indexOf(END))}`;
}

function compatibilityTable(): string {
  const rows = Object.entries<readonly Contract[]>(contracts).map(
    ([method, ways]) => `| \`${method}\` | ${SERVERS.map((server) => support(ways, server)).join(" | ")} |`,
  );
  return [`| method | ${SERVERS.join(" | ")} |`, "|---|---|---|---|---|", ...rows].join("\n");
}

/** How many of the ways to call a method have all their operations on a server. */
function support(ways: readonly Contract[], server: Server): "yes" | "in part" | "—" {
  const generation = server === "2021" ? "2021" : "current";
  const meant = ways.filter((way) => way[generation] !== undefined);
  const works = meant.filter((way) => {
    const ids = operationsOf(way, generation);
    return ids?.every((id) => isOn(id, server)) ?? false;
  });
  if (works.length === 0) return "—";
  return works.length === meant.length ? "yes" : "in part";
}

/** Whether the spec says that a server has an operation, or what is sent instead of it. */
function isOn(id: string, server: Server): boolean {
  const operation = operations.find(({ operationId }) => operationId === id);
  const since = operation?.["x-since"];
  if (since === undefined || SERVERS.indexOf(server) >= SERVERS.indexOf(since)) return true;
  const instead = INSTEAD[id];
  return instead !== undefined && isOn(instead, server);
}
