import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ReportTimes } from "./schedule.ts";

/** What an agent keeps of an offering from one run to the next: when usage was reported. All else is at Puhuri. */
export interface Memory {
  readonly times: ReportTimes;
  remember(times: ReportTimes): void;
}

/** Reads what was kept. A file that is lost or broken costs one more report, which writes nothing that has not changed. */
export function openMemory(stateDir: string, offeringUuid: string, isDry: boolean): Memory {
  const file = join(stateDir, `${offeringUuid}.json`);
  let times = readTimes(file);
  return {
    get times() {
      return times;
    },
    remember(changed) {
      times = changed;
      if (isDry) return;
      mkdirSync(stateDir, { recursive: true });
      // Whole or not at all, whenever it is killed.
      writeFileSync(`${file}.new`, `${JSON.stringify(times)}\n`);
      renameSync(`${file}.new`, file);
    },
  };
}

function readTimes(file: string): ReportTimes {
  try {
    const { reportedAt, triedAt } = Object(JSON.parse(readFileSync(file, "utf8")));
    if (typeof reportedAt === "number" && typeof triedAt === "number") return { reportedAt, triedAt };
  } catch {
    // The first start.
  }
  return { reportedAt: 0, triedAt: 0 };
}
