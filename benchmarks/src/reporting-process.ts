// One report in a process of its own, whose memory is watched.
import { createPuhuriClient } from "@puhuri/sdk";
import { report } from "./reporting.ts";

/** What a report took at most, in MB. */
export interface Peak {
  /** Heap and buffers, over what they were before. */
  readonly heapMb: number;
  /** All of the process, the engine and its code included. */
  readonly processMb: number;
}

const [url = "", allocations = "", inFlight = ""] = process.argv.slice(2);

function clientFor(allocations: string) {
  const headers = { "x-allocations": allocations };
  return createPuhuriClient({ baseUrl: url, token: "benchmark", headers });
}

function megabytes(): number {
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 2 ** 20;
}

// The first report loads and compiles what the others only use.
await report(clientFor("200"), 200, Number(inFlight));
globalThis.gc?.();
const idle = megabytes();
let peak = idle;
const watch = () => {
  peak = Math.max(peak, megabytes());
};
const timer = setInterval(watch, 10);
await report(clientFor(allocations), Number(allocations), Number(inFlight), watch);
clearInterval(timer);
process.send?.({ heapMb: peak - idle, processMb: process.resourceUsage().maxRSS / 1024 } satisfies Peak);
process.disconnect?.();
