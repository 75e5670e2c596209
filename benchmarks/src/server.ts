// A server of its own process: what it costs is not part of what the clients cost.
import { createServer } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

const ROWS = 100_000;
const MAX_PAGE_SIZE = 300;

/** A row of about 2 kB, as a real server sends an allocation in full. */
function row(index: number): object {
  return {
    uuid: index.toString(16).padStart(32, "0"),
    name: `Allocation ${index}`,
    state: "OK",
    backend_id: `slurm-${index}`,
    created: new Date(Date.UTC(2026, 0, 1) + index * 1000).toISOString(),
    limits: { cpu: 1000, gpu: 100, storage: 5000 },
    description: "x".repeat(1_750),
  };
}

const one = JSON.stringify(row(1));
const pages = new Map<string, string>();

function page(number: number, size: number): string {
  const key = `${number} ${size}`;
  let body = pages.get(key);
  if (body === undefined) {
    const first = (number - 1) * size;
    const length = Math.max(0, Math.min(size, ROWS - first));
    body = JSON.stringify(Array.from({ length }, (_, index) => row(first + index)));
    pages.set(key, body);
  }
  return body;
}

const server = createServer(async (request, response) => {
  const url = new URL(request.url ?? "/", "http://server");
  const latencyMs = Number(request.headers["x-latency-ms"] ?? 0);
  for await (const _ of request);
  if (latencyMs > 0) await sleep(latencyMs);
  response.setHeader("content-type", "application/json");
  if (request.method === "POST") {
    response.writeHead(201).end();
    return;
  }
  if (!url.pathname.endsWith("/marketplace-provider-resources/")) {
    response.end(one);
    return;
  }
  const number = Number(url.searchParams.get("page") ?? 1);
  const size = Math.min(Number(url.searchParams.get("page_size") ?? 10), MAX_PAGE_SIZE);
  const last = Math.ceil(ROWS / size);
  const link = (page: number, rel: string) =>
    `<${url.origin}${url.pathname}?page=${page}&page_size=${size}>; rel="${rel}"`;
  const links = [link(1, "first"), ...(number < last ? [link(number + 1, "next")] : []), link(last, "last")];
  response.setHeader("x-result-count", String(ROWS));
  response.setHeader("link", links.join(", "));
  response.end(page(number, size));
});

server.keepAliveTimeout = 60_000;
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (typeof address === "object" && address !== null) process.send?.(address.port);
});
process.on("disconnect", () => process.exit());
