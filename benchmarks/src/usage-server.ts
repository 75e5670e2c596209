// A server for usage reports, in a process of its own: one offering with as many allocations as the client says.
import { createServer } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { allocationUuid, COMPONENTS, OFFERING_UUID } from "./usage-data.ts";

const MAX_PAGE_SIZE = 300;

/** The rows of each list, by the end of its address. */
const lists: Readonly<Record<string, { readonly perAllocation: number; row(index: number): object }>> = {
  "marketplace-provider-resources": {
    perAllocation: 1,
    row: (index) => ({ uuid: allocationUuid(index), offering_uuid: OFFERING_UUID, state: "OK" }),
  },
  // What was reported yesterday.
  "marketplace-component-usages": {
    perAllocation: COMPONENTS.length,
    row: (index) => ({
      uuid: allocationUuid(index),
      resource_uuid: allocationUuid(Math.floor(index / COMPONENTS.length)),
      type: COMPONENTS[index % COMPONENTS.length],
      usage: "10.00",
      description: "",
    }),
  },
  "marketplace-orders": { perAllocation: 0, row: () => ({}) },
};

const offering = JSON.stringify({
  components: COMPONENTS.map((type) => ({ type, billing_type: "usage", name: type, measured_unit: "h" })),
});

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
  const list = lists[url.pathname.split("/").at(-2) ?? ""];
  if (list === undefined) {
    response.end(offering);
    return;
  }
  const rows = Number(request.headers["x-allocations"] ?? 0) * list.perAllocation;
  const size = Math.min(Number(url.searchParams.get("page_size") ?? 10), MAX_PAGE_SIZE);
  const page = Number(url.searchParams.get("page") ?? 1);
  const last = Math.max(1, Math.ceil(rows / size));
  const first = (page - 1) * size;
  const link = (number: number, rel: string) => `<${url.origin}${url.pathname}?page=${number}>; rel="${rel}"`;
  response.setHeader("x-result-count", String(rows));
  response.setHeader(
    "link",
    [...(page < last ? [link(page + 1, "next")] : []), link(last, "last")].join(", "),
  );
  const length = Math.max(0, Math.min(size, rows - first));
  response.end(JSON.stringify(Array.from({ length }, (_, index) => list.row(first + index))));
});

server.keepAliveTimeout = 60_000;
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (typeof address === "object" && address !== null) process.send?.(address.port);
});
process.on("disconnect", () => process.exit());
