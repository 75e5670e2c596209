import { appendFileSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import {
  createFakePuhuri as create,
  type FakePuhuri,
  type FakePuhuriOptions,
} from "../../../packages/testing/src/fake/create-fake-puhuri.ts";

export type * from "../../../packages/testing/src/fake/create-fake-puhuri.ts";

const seen = new Set<string>();

type Paths = Record<string, Record<string, { "x-fake"?: string }>>;
const { paths }: { paths: Paths } = parse(
  readFileSync(new URL("../../puhuri.yaml", import.meta.url), "utf8"),
);

function isPlain(method: string, path: string): boolean {
  return paths[path]?.[method.toLowerCase()]?.["x-fake"] === "plain";
}

/** The fake, which writes every kind of answer of the newest servers to the file that `PUHURI_ANSWERS` names. */
export function createFakePuhuri(options: FakePuhuriOptions): FakePuhuri {
  const { dialect, generation = "8.1", intercept = (_exchange, next) => next() } = options;
  if (dialect !== "current" || generation === "2024-10") return create(options);
  return create({
    ...options,
    intercept: (exchange, next) =>
      // Before faults spoil it.
      intercept(exchange, async () => {
        const response = await next();
        if (response.ok) await record(exchange.request, response.clone());
        return response;
      }),
  });
}

async function record({ method, url }: Request, response: Response): Promise<void> {
  const { pathname, searchParams } = new URL(url);
  const type = response.headers.get("content-type") ?? "";
  if (searchParams.has("field") || !type.includes("json") || method === "HEAD") return;
  const body: unknown = await response.json();
  const path = pathname.replace(/[0-9a-f]{32}/g, "{uuid}");
  // Kept as it was sent: no row of a server.
  if (isPlain(method, path)) return;
  const kind = JSON.stringify([method, path, body], (_key, value) =>
    ["string", "number"].includes(typeof value) && value !== path ? typeof value : value,
  );
  if (seen.has(kind)) return;
  seen.add(kind);
  const line = JSON.stringify({ method, path, status: response.status, body });
  appendFileSync(process.env["PUHURI_ANSWERS"] ?? "", `${line}\n`);
}
