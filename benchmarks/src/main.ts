import { mkdir, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { bundleSize, NOTHING_LATER } from "./bundle.ts";
import { benchmarkCalls } from "./calls.ts";
import { benchmarkImport } from "./import-time.ts";
import { benchmarkListing, listingHeap } from "./listing.ts";
import { sizesTable, timesTable } from "./report.ts";
import { benchmarkReporting } from "./reporting.ts";
import { reportingMemory, reportingMemoryTable } from "./reporting-memory.ts";
import { benchmarkSeeding } from "./seeding.ts";
import { startServer } from "./start-server.ts";
import { benchmarkTypeCheck } from "./type-check.ts";

const server = await startServer();
const usageServer = await startServer("usage-server.ts");
try {
  const sequential = await benchmarkCalls(server.url, { inFlight: 1, calls: 500 }, 41);
  const parallel = await benchmarkCalls(server.url, { inFlight: 32, calls: 1_500 }, 41);
  const listing = await benchmarkListing(server.url, 8, 5);
  const heap = await listingHeap(server.url, 8);
  const memory = await reportingMemory(usageServer.url, [1_000, 10_000, 100_000], 8);
  const reporting = await benchmarkReporting(usageServer.url, 10_000, 8, 3);
  const sizes = {
    "bare openapi-fetch": await bundleSize("openapi-fetch.ts"),
    "all operations of the guide, loaded at start": await bundleSize("guide.ts", NOTHING_LATER),
    "the same with what is loaded when it is used": await bundleSize("guide.ts"),
  };
  const check59 = await benchmarkTypeCheck("typescript-5.9", 7);
  const check7 = await benchmarkTypeCheck("typescript", 7);
  const imports = await benchmarkImport(21);
  const seeding = await benchmarkSeeding([2_000, 20_000], 5);
  const markdown = [
    "# Benchmark results",
    "",
    `Node ${process.version}, ${availableParallelism()} cores. Clients run in turn, round after round; ratios are medians of rounds.`,
    "",
    timesTable("A call, one after the other", sequential.wall, "1.15"),
    timesTable("CPU time of a call, one after the other", sequential.cpu),
    timesTable("A call, 32 in flight", parallel.wall, "1.30"),
    timesTable("CPU time of a call, 32 in flight", parallel.cpu),
    timesTable("Listing 100,000 allocations: 500 pages of 200, 20 ms latency, 8 in flight", listing, "1.10"),
    `Peak heap of that listing: ${heap.iteratedMb.toFixed(0)} MB iterated, ${heap.collectedMb.toFixed(0)} MB collected.`,
    "",
    timesTable(
      "Reporting usage of 10,000 allocations, all changed, 20 ms latency, 8 in flight",
      reporting,
      "1.10",
    ),
    reportingMemoryTable(memory),
    sizesTable(sizes),
    timesTable("Type-check of the consumer, TypeScript 5.9", check59, "+250 ms"),
    timesTable("Type-check of the consumer, TypeScript 7", check7, "+30 ms"),
    timesTable("Import", imports, "+9 ms"),
    timesTable("A fake from a YAML seed, until it answers", seeding, "3 s for 20,000 allocations"),
  ].join("\n");
  console.log(markdown);
  const results = new URL("../results/", import.meta.url);
  await mkdir(results, { recursive: true });
  await writeFile(new URL("results.md", results), markdown);
} finally {
  server.stop();
  usageServer.stop();
}
