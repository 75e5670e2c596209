import { fork } from "node:child_process";
import { once } from "node:events";
import type { Peak } from "./reporting-process.ts";

/** What a report of so many allocations took at most, in MB. */
export interface ReportingMemory extends Peak {
  readonly allocations: number;
}

/**
 * What iterated reports take at most, each in a process of its own.
 *
 * The engine is held to a young generation of 1 MB and an old one of 120 MB: with all the room it likes it lets garbage
 * pile up, which hides what is really needed. A process that needs more ends.
 */
export async function reportingMemory(
  url: string,
  counts: readonly number[],
  inFlight: number,
): Promise<ReportingMemory[]> {
  const rows: ReportingMemory[] = [];
  for (const allocations of counts) {
    const child = fork(
      new URL("reporting-process.ts", import.meta.url),
      [url, String(allocations), String(inFlight)],
      { execArgv: ["--expose-gc", "--max-semi-space-size=1", "--max-old-space-size=120"] },
    );
    const failed = once(child, "exit").then(([code]) => {
      throw new Error(`Reporting ${allocations} allocations ended with ${code}.`);
    });
    const [peak]: Peak[] = await Promise.race([once(child, "message"), failed]);
    failed.catch(() => {});
    if (peak === undefined) throw new Error(`Reporting ${allocations} allocations told nothing.`);
    rows.push({ allocations, ...peak });
  }
  return rows;
}

export function reportingMemoryTable(rows: readonly ReportingMemory[]): string {
  return [
    "### Memory of an iterated report: all allocations of one offering, all changed, an engine with 121 MB of heap (budget: 80 MB for 100,000)",
    "",
    "| allocations | heap and buffers at most, MB over idle | process at most, MB |",
    "|--:|--:|--:|",
    ...rows.map(
      ({ allocations, heapMb, processMb }) =>
        `| ${allocations} | ${heapMb.toFixed(1)} | ${processMb.toFixed(0)} |`,
    ),
    "",
  ].join("\n");
}
