import { type Exact, exact } from "./exact.ts";
import { type Line, unusable } from "./lines.ts";
import { type Month, SlurmTimes } from "./month.ts";
import { slurmRows } from "./slurm-table.ts";
import type { Figure } from "./totals.ts";

const UNIT_SECONDS: ReadonlyMap<string, bigint> = new Map([
  ["Seconds", 1n],
  ["Minutes", 60n],
  ["Hours", 3600n],
]);

/** How far a report may begin or end from the edges of the month: its times are by the clocks of the cluster. */
const ZONES_MS = 14 * 3_600_000;

/**
 * What `sreport cluster AccountUtilizationByUser -P` prints: a line without a login is what the whole Slurm account used.
 * Other reports have no such lines, and may not have all users.
 */
export async function* readSreport(
  lines: AsyncIterable<Line>,
  month: Month,
  timeZone: string,
): AsyncGenerator<Figure> {
  const times = new SlurmTimes(timeZone);
  const totals = new Set<string>();
  const parts = new Map<string, Line>();
  let unit: bigint | undefined;

  const readBanner = (line: Line): void => {
    if (/^-+$/.test(line.text.trim())) return;
    const [, name] = /^Usage reported in (?:\S+ )?(\w+)/.exec(line.text) ?? [];
    if (name === undefined) {
      requireMonth(line, times, month);
      return;
    }
    unit = UNIT_SECONDS.get(name);
    if (unit === undefined)
      throw unusable(line, "it has percentages, not amounts. Run sreport with -t minutes.");
  };

  const isHeader = (cells: readonly string[]) => cells.includes("Account") && cells.includes("Used");
  for await (const { line, cell } of slurmRows(lines, isHeader, readBanner)) {
    if (unit === undefined) {
      throw unusable(
        line,
        `nothing above it says "Usage reported in TRES Minutes". Keep the lines above the header.`,
      );
    }
    const user = cell("Login");
    if (user === undefined)
      throw unusable(line, "there is no column Login. Run sreport with AccountUtilizationByUser.");
    const allocation = { by: "backend_id", id: cell("Account")?.trim() ?? "" } as const;
    const counter = cell("TRES Name") ?? "cpu";
    const used = usedOf(line, cell("Used") ?? "", unit);
    // Slurm prints each user with each TRES, and each part takes a request, even if it is 0.
    if (user !== "" && used.units === 0n) continue;
    const total = JSON.stringify([cell("Cluster"), allocation.id, counter]);
    if (user !== "") parts.set(total, line);
    else if (totals.has(total)) {
      throw unusable(
        line,
        `an earlier line has the ${counter} of ${allocation.id} already. Give each report only once, and reports of several clusters with the column Cluster.`,
      );
    } else totals.add(total);
    const counts = new Map([[counter, used]]);
    yield { line: line.number, allocation, user: user === "" ? undefined : user, counts };
  }
  for (const [total, line] of parts) {
    if (totals.has(total)) continue;
    throw unusable(
      line,
      "no line without a login has the total of its Slurm account. Run sreport with AccountUtilizationByUser, for all users.",
    );
  }
}

/** What was used, without the percentage that may follow it. */
function usedOf(line: Line, text: string, unit: bigint): Exact {
  const [, number] = /^(\d+)(?:\(.*\))?$/.exec(text) ?? [];
  if (number === undefined) throw unusable(line, `"${text}" is not an amount.`);
  return exact(BigInt(number) * unit);
}

/** A report of one day would become the month's total, and so would one of two months. */
function requireMonth(line: Line, times: SlurmTimes, { name, start, end }: Month): void {
  const [, first = "", last = ""] = / (\S+) - (\S+)(?: \(\d+ secs\))?$/.exec(line.text.trimEnd()) ?? [];
  const [from, to] = [times.momentOf(first), times.momentOf(last)];
  if (from === undefined || to === undefined) {
    throw unusable(
      line,
      "it is not a row, and does not say which time the report covers. Run sreport with -P, and without SLURM_TIME_FORMAT.",
    );
  }
  if (Math.abs(from - start) <= ZONES_MS && to <= end + ZONES_MS) return;
  throw unusable(
    line,
    `the report does not cover ${name} from its first day on. Run sreport with start=${name}-01.`,
  );
}
