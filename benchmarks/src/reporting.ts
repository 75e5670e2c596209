import { createPuhuriClient, type PuhuriClient } from "@puhuri/sdk";
import { reportUsageMany, type UsageItem } from "@puhuri/sdk/bulk";
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
      { name: "reportUsageMany", run: () => report(puhuri, allocations, inFlight) },
    ],
    rounds,
  );
}

/** Reports the usage of all allocations, every one changed. */
export async function report(
  puhuri: PuhuriClient,
  allocations: number,
  concurrency: number,
  onDone?: () => void,
): Promise<void> {
  const run = reportUsageMany(puhuri, items(allocations), { offering_uuid: OFFERING_UUID, concurrency });
  for await (const _ of run) onDone?.();
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
