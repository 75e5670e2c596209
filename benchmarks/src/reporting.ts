import { createPuhuriClient, type PuhuriClient, type UsageItem } from "@puhuri/sdk";
import { type Measured, measure } from "./measure.ts";
import { allocationUuid, COMPONENTS, OFFERING_UUID } from "./usage-data.ts";

/** Reporting what every allocation of an offering used, all of it changed, against as many raw POSTs. */
export async function benchmarkReporting(
  url: string,
  allocations: number,
  inFlight: number,
  rounds: number,
): Promise<Measured[]> {
  const headers = { "x-latency-ms": "20", "x-allocations": String(allocations) };
  const puhuri = createPuhuriClient({ baseUrl: url, token: "benchmark", headers });
  return measure(
    [
      { name: "raw fetch of the same reports", run: () => rawReports(url, allocations, inFlight, headers) },
      { name: "usages.reportMany", run: () => report(puhuri, allocations, inFlight) },
    ],
    rounds,
  );
}

/** Heap of an iterated report over the idle heap, in MB. */
export interface ReportingHeap {
  readonly allocations: number;
  /** At most, with what is not collected yet. */
  readonly peakMb: number;
  /** Right after a collection, when the first reports are done: what is stored of all allocations was read by then. */
  readonly firstMb: number;
  /** The same when the last ones are done. */
  readonly lastMb: number;
}

/** What a report of so many allocations takes of the heap while it is iterated. */
export async function reportingHeap(
  url: string,
  allocations: number,
  inFlight: number,
): Promise<ReportingHeap> {
  const headers = { "x-allocations": String(allocations) };
  const puhuri = createPuhuriClient({ baseUrl: url, token: "benchmark", headers });
  const megabytes = () => process.memoryUsage().heapUsed / 2 ** 20;
  const live = () => {
    globalThis.gc?.();
    return megabytes();
  };
  const idle = live();
  let peak = idle;
  let first = idle;
  let last = idle;
  await report(puhuri, allocations, inFlight, (done) => {
    if (done % 100 === 0) peak = Math.max(peak, megabytes());
    if (done === inFlight) first = live();
    if (done === allocations) last = live();
  });
  return { allocations, peakMb: peak - idle, firstMb: first - idle, lastMb: last - idle };
}

export function reportingHeapTable(rows: readonly ReportingHeap[]): string {
  return [
    "### Heap of an iterated report: all allocations of one offering, all changed",
    "",
    "| allocations | peak MB | live MB at the start | at the end |",
    "|--:|--:|--:|--:|",
    ...rows.map(
      ({ allocations, peakMb, firstMb, lastMb }) =>
        `| ${allocations} | ${peakMb.toFixed(1)} | ${firstMb.toFixed(1)} | ${lastMb.toFixed(1)} |`,
    ),
    "",
    "What is stored of an allocation is kept from the listing on until its turn has come: at the start that of all of them.",
    "",
  ].join("\n");
}

async function report(
  puhuri: PuhuriClient,
  allocations: number,
  concurrency: number,
  onDone?: (done: number) => void,
): Promise<void> {
  const run = puhuri.usages.reportMany(items(allocations), { offering_uuid: OFFERING_UUID, concurrency });
  let done = 0;
  for await (const _ of run) onDone?.(++done);
  if (run.summary().changed !== allocations) throw new Error(`${run.summary().changed} were reported.`);
}

function* items(allocations: number): Generator<UsageItem> {
  for (let index = 0; index < allocations; index++) {
    yield { resource: allocationUuid(index), amounts: { cpu: 11, gpu: 12, storage: 13 } };
  }
}

async function rawReports(
  url: string,
  allocations: number,
  inFlight: number,
  headers: Readonly<Record<string, string>>,
): Promise<void> {
  const sent = { authorization: "Token benchmark", "content-type": "application/json", ...headers };
  let next = 0;
  const worker = async () => {
    for (let index = next++; index < allocations; index = next++) {
      const usages = COMPONENTS.map((type) => ({ type, amount: "11.00" }));
      const body = JSON.stringify({ resource: allocationUuid(index), usages });
      const target = `${url}/api/marketplace-component-usages/set_usage/`;
      const response = await fetch(target, { method: "POST", headers: sent, body });
      await response.text();
      if (response.status !== 201) throw new Error(`A report was answered ${response.status}.`);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, worker));
}
