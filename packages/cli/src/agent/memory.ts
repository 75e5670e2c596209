import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ReportTimes } from "./schedule.ts";

/** What an agent stores of an offering: when usage was reported. Everything else is at Puhuri. */
export interface Memory {
  readonly times: ReportTimes;
  remember(times: ReportTimes): void;
}

/** Reads what was stored. If the file is lost or broken, usage is reported once more, which does no harm. */
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
      // Renamed when it is complete: a kill never leaves half a file.
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
    // As at the first start.
  }
  return { reportedAt: 0, triedAt: 0 };
}
