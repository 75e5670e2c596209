import { type Exact, exact, parseExact, product } from "./exact.ts";
import { type Line, unusable } from "./lines.ts";
import { type Month, SlurmTimes } from "./month.ts";
import { type SlurmRow, slurmRows } from "./slurm-table.ts";
import type { Figure } from "./totals.ts";

const FORMAT = "JobID,Account,User,Start,End,ElapsedRaw,AllocTRES";

/**
 * What `sacct -P` prints: a line for each job, for each task of an array and for each part of a heterogeneous job. Steps
 * are skipped, since they are parts of their jobs. What ran outside of the month is cut off.
 */
export async function* readSacct(
  lines: AsyncIterable<Line>,
  month: Month,
  timeZone: string,
  wanted: ReadonlySet<string>,
): AsyncGenerator<Figure> {
  const times = new SlurmTimes(timeZone);
  /** Seconds counted so far of each run of a job. One that ran at midnight is in the files of both days. */
  const counted = new Map<string, bigint>();
  const isHeader = (cells: readonly string[]) => cells.includes("JobID") || cells.includes("JobIDRaw");
  const refuse = (line: Line) => {
    throw unusable(line, "it is not a row. Run sacct with -P.");
  };
  for await (const row of slurmRows(lines, isHeader, refuse)) {
    const { line, cell } = row;
    const job = required(row, "JobID", "JobIDRaw");
    if (job.includes(".")) continue;
    const seconds = secondsIn(month, times, row);
    const run = [cell("Cluster"), job, cell("Start")].join("|");
    const before = counted.get(run) ?? 0n;
    if (seconds <= before) continue;
    counted.set(run, seconds);
    yield {
      line: line.number,
      allocation: { by: "backend_id", id: required(row, "Account") },
      user: cell("User") ?? "",
      counts: secondsOfEach(row, exact(seconds - before), wanted),
    };
  }
}

function required({ line, cell }: SlurmRow, ...names: readonly string[]): string {
  const text = cell(...names);
  if (text !== undefined) return text;
  throw unusable(line, `there is no column ${names[0]}. Run sacct with --format=${FORMAT}.`);
}

/** How long a job ran within the month: at most as long as Slurm says, since time it was suspended does not count. */
function secondsIn(month: Month, times: SlurmTimes, row: SlurmRow): bigint {
  const start = momentOf(row, "Start", times);
  const endAsWritten = momentOf(row, "End", times);
  const elapsed = elapsedOf(row);
  // It waits, or was cancelled before it began.
  if (start === undefined) return 0n;
  // A job without an end is still running.
  const end = endAsWritten ?? start + Number(elapsed) * 1000;
  if (start >= month.start && end <= month.end) return elapsed;
  const within = BigInt(Math.max(0, Math.min(end, month.end) - Math.max(start, month.start))) / 1000n;
  return within < elapsed ? within : elapsed;
}

function momentOf(row: SlurmRow, column: "Start" | "End", times: SlurmTimes): number | undefined {
  const text = required(row, column);
  if (text === "Unknown" || text === "None" || text === "") return undefined;
  const moment = times.momentOf(text);
  if (moment !== undefined) return moment;
  const what = `"${text}" is not a time as in 2026-11-23T12:00:00.`;
  throw unusable(row.line, `${what} Unset SLURM_TIME_FORMAT, or set it to %s.`);
}

function elapsedOf(row: SlurmRow): bigint {
  const raw = row.cell("ElapsedRaw");
  if (raw !== undefined && /^\d+$/.test(raw)) return BigInt(raw);
  const text = raw ?? required(row, "Elapsed");
  const elapsed = parseElapsed(text);
  if (elapsed !== undefined) return elapsed;
  throw unusable(row.line, `"${text}" does not say how long the job ran.`);
}

function secondsOfEach(
  { line, cell }: SlurmRow,
  seconds: Exact,
  wanted: ReadonlySet<string>,
): Map<string, Exact> {
  const text = cell("AllocTRES");
  // Only processors have columns of their own.
  const cpus = [...wanted].every((name) => name === "cpu") ? cell("AllocCPUS", "NCPUS") : undefined;
  const tres = parseTres(text ?? `cpu=${required({ line, cell: () => cpus }, "AllocTRES")}`, wanted);
  if (tres === undefined) throw unusable(line, `"${text ?? cpus}" does not say what the job was given.`);
  return new Map([...tres].map(([name, count]) => [name, product(count, seconds)]));
}

/** The seconds in `[days-]hours:minutes:seconds`, as Slurm prints how long a job ran; undefined if it is anything else. */
function parseElapsed(text: string): bigint | undefined {
  const match = /^(?:(\d+)-)?(\d{1,2}):(\d\d):(\d\d)$/.exec(text);
  if (match === null) return undefined;
  const [days, hours, minutes, seconds] = match.slice(1).map((part) => BigInt(part ?? 0));
  return (((days ?? 0n) * 24n + (hours ?? 0n)) * 60n + (minutes ?? 0n)) * 60n + (seconds ?? 0n);
}

const SUFFIXES = ["", "K", "M", "G", "T", "P", "E"];

/**
 * Reads what Slurm says that a job has been given: `billing=4,cpu=4,gres/gpu=1,mem=16G,node=1`. Memory and burst buffers
 * are counted in MiB, as Slurm does itself; undefined if the text is anything else.
 *
 * @param wanted - The names to keep.
 */
function parseTres(text: string, wanted: ReadonlySet<string>): Map<string, Exact> | undefined {
  const counts = new Map<string, Exact>();
  for (const entry of text === "" ? [] : text.split(",")) {
    const [, name = "", number = "", suffix = ""] =
      /^([^=\s]+)=(\d+(?:\.\d+)?)([KMGTPE]?)$/.exec(entry) ?? [];
    const count = parseExact(number);
    if (count === undefined || counts.has(name)) return undefined;
    if (!wanted.has(name)) continue;
    counts.set(name, product(count, powerOf1024(SUFFIXES.indexOf(suffix) - baseOf(name, suffix))));
  }
  return counts;
}

/** The suffix that stands for 1: M for what is measured in bytes, whose numbers without a suffix are in MiB already. */
function baseOf(name: string, suffix: string): number {
  return suffix !== "" && (name === "mem" || name.startsWith("bb/")) ? SUFFIXES.indexOf("M") : 0;
}

function powerOf1024(exponent: number): Exact {
  return exponent < 0 ? exact(1n, 1024n ** BigInt(-exponent)) : exact(1024n ** BigInt(exponent));
}
