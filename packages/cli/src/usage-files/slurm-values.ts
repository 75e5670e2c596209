import { type Exact, exact, parseExact, product } from "./exact.ts";

/** The seconds in `[days-]hours:minutes:seconds`, as Slurm prints how long a job ran; undefined if it is anything else. */
export function parseElapsed(text: string): bigint | undefined {
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
export function parseTres(text: string, wanted: ReadonlySet<string>): Map<string, Exact> | undefined {
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
