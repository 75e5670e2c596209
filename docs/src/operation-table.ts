import { readFileSync } from "node:fs";
import { type Dialect, UnsupportedByServerError } from "@puhuri/sdk";
import { parse } from "yaml";
import { type OperationCall, operationCalls } from "./operation-calls.ts";
import { root } from "./pages.ts";
import * as stage from "./stage.ts";

/** What a call has sent to one generation of server; undefined if that has no way to do it. */
export interface Sent {
  /** Ids of the spec's operations. */
  readonly operations: readonly string[];
  /** `GET /marketplace-resources/{uuid}/`, each once, in order. */
  readonly requests: readonly string[];
}

/** Makes a call on a new fake, and returns what it has sent. */
export async function sentBy({ prepare, call }: OperationCall, dialect: Dialect): Promise<Sent | undefined> {
  stage.setStage(dialect);
  await prepare?.();
  const before = stage.fake.requests.length;
  try {
    await call();
  } catch (error) {
    if (error instanceof UnsupportedByServerError) return undefined;
    throw error;
  }
  const sent = stage.fake.requests.slice(before);
  const requests = sent.map(
    ({ method, path }) => `${method} ${path.replace(/^\/api/, "").replace(/[0-9a-f]{32}/g, "{uuid}")}`,
  );
  return {
    operations: sent.map(({ operationId = "" }) => operationId),
    requests: [...new Set(requests)],
  };
}

/** The table of operations as Markdown, from what each method really sends. */
export async function operationTable(): Promise<string> {
  const parts: string[] = [];
  const used = new Set<string>();
  for (const [section, calls] of operationCalls) {
    parts.push(`## ${section}`, "", "| method | 2021 | current |", "|---|---|---|");
    for (const operationCall of calls) {
      const old = await sentBy(operationCall, "2021");
      const current = await sentBy(operationCall, "current");
      for (const id of [...(old?.operations ?? []), ...(current?.operations ?? [])]) used.add(id);
      parts.push(`| \`${operationCall.shown ?? operationCall.method}\` | ${cell(old)} | ${cell(current)} |`);
    }
    parts.push("");
  }
  return [...parts, ...rawOnly(used)].join("\n");
}

function cell(sent: Sent | undefined): string {
  return sent === undefined ? "—" : sent.requests.map((request) => `\`${request}\``).join("<br>");
}

interface SpecOperation {
  readonly operationId: string;
  readonly summary: string;
  readonly tags: readonly string[];
}

/** Operations of the spec that none of those calls sends. Counting twins of lists are left out: `count()` sends them. */
function rawOnly(used: ReadonlySet<string>): string[] {
  const spec: { paths: Record<string, Record<string, SpecOperation>> } = parse(
    readFileSync(`${root}spec/puhuri.yaml`, "utf8"),
  );
  const rows = Object.entries(spec.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { operationId, summary, tags }]) => {
      if (method === "head" || used.has(operationId)) return [];
      const dialects = tags.filter((tag) => tag === "2021" || tag === "current").join(", ");
      return [`| \`${method.toUpperCase()} ${path.replace(/^\/api/, "")}\` | ${summary} | ${dialects} |`];
    }),
  );
  return [
    "## Only through the raw client, or in special cases",
    "",
    "| request | what it does | servers |",
    "|---|---|---|",
    ...rows,
  ];
}
