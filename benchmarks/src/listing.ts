import { createPuhuriClient } from "@puhuri/sdk";
import { type Measured, measure } from "./measure.ts";

const PAGE_SIZE = 200;
const PAGES = 500;
const headers = { authorization: "Token benchmark", "x-latency-ms": "20" };

/** Listing 100,000 allocations against fetching the same pages raw, with as many in flight. */
export async function benchmarkListing(url: string, inFlight: number, rounds: number): Promise<Measured[]> {
  const puhuri = createPuhuriClient({ baseUrl: url, token: "benchmark", headers: { "x-latency-ms": "20" } });
  return measure(
    [
      { name: "raw fetch of the same pages", run: () => rawPages(url, inFlight) },
      { name: "@puhuri/sdk", run: () => iterate(puhuri, inFlight) },
    ],
    rounds,
  );
}

/** Peak heap over the idle heap in MB: iterated, and collected into one array. */
export async function listingHeap(
  url: string,
  inFlight: number,
): Promise<{ iteratedMb: number; collectedMb: number }> {
  const puhuri = createPuhuriClient({ baseUrl: url, token: "benchmark" });
  const list = puhuri.resources.list({}, { pageSize: PAGE_SIZE, concurrency: inFlight });
  const iteratedMb = await peakHeap(async () => {
    for await (const _ of list);
  });
  const collectedMb = await peakHeap(async () => {
    await list.toArray();
  });
  return { iteratedMb, collectedMb };
}

async function rawPages(url: string, inFlight: number): Promise<void> {
  let next = 1;
  let rows = 0;
  const worker = async () => {
    for (let page = next++; page <= PAGES; page = next++) {
      const query = `?o=created&page=${page}&page_size=${PAGE_SIZE}`;
      const response = await fetch(`${url}/api/marketplace-provider-resources/${query}`, { headers });
      const page_rows: unknown = await response.json();
      if (Array.isArray(page_rows)) rows += page_rows.length;
    }
  };
  await Promise.all(Array.from({ length: inFlight }, worker));
  requireAll(rows);
}

async function iterate(puhuri: ReturnType<typeof createPuhuriClient>, inFlight: number): Promise<void> {
  let rows = 0;
  for await (const _ of puhuri.resources.list({}, { pageSize: PAGE_SIZE, concurrency: inFlight })) rows += 1;
  requireAll(rows);
}

function requireAll(rows: number): void {
  if (rows !== PAGE_SIZE * PAGES) throw new Error(`Only ${rows} rows were listed.`);
}

async function peakHeap(run: () => Promise<void>): Promise<number> {
  globalThis.gc?.();
  const idle = process.memoryUsage().heapUsed;
  let peak = idle;
  const timer = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().heapUsed);
  }, 10);
  await run();
  clearInterval(timer);
  return (peak - idle) / 2 ** 20;
}
