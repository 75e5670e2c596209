/** One client under measurement. */
export interface Candidate {
  readonly name: string;
  run(): Promise<unknown>;
}

/** What a candidate took, in milliseconds. */
export interface Measured {
  readonly name: string;
  readonly medianMs: number;
  readonly minMs: number;
  readonly maxMs: number;
  /** Median of the round-by-round ratios to the first candidate: what the machine did meanwhile cancels out. */
  readonly ratio: number;
  /** Between these lie the middle half of those ratios. */
  readonly ratioSpread: readonly [number, number];
}

/** Times the candidates in turn, after warming each up once. */
export async function measure(candidates: readonly Candidate[], rounds: number): Promise<Measured[]> {
  for (const { run } of candidates) await run();
  const times = await inTurn(candidates, rounds, async ({ run }) => {
    globalThis.gc?.();
    const startedAt = performance.now();
    await run();
    return performance.now() - startedAt;
  });
  return summarize(
    candidates.map(({ name }) => name),
    times,
  );
}

/** Takes samples of all subjects round after round, each of them in every place of the order; returns them by subject. */
export async function inTurn<Subject, Sample>(
  subjects: readonly Subject[],
  rounds: number,
  sample: (subject: Subject) => Promise<Sample>,
): Promise<Sample[][]> {
  const samples = subjects.map((subject) => ({ subject, taken: [] as Sample[] }));
  for (let round = 0; round < rounds; round++) {
    const first = round % samples.length;
    for (const { subject, taken } of [...samples.slice(first), ...samples.slice(0, first)]) {
      taken.push(await sample(subject));
    }
  }
  return samples.map(({ taken }) => taken);
}

/** Medians and spreads of times by subject, and their ratios to the first subject. */
export function summarize(names: readonly string[], times: readonly (readonly number[])[]): Measured[] {
  const base = times[0] ?? [];
  return names.map((name, index) => {
    const own = times[index] ?? [];
    const ratios = own.map((time, round) => time / (base[round] ?? Number.NaN));
    return {
      name,
      medianMs: quantile(own, 0.5),
      minMs: Math.min(...own),
      maxMs: Math.max(...own),
      ratio: quantile(ratios, 0.5),
      ratioSpread: [quantile(ratios, 0.25), quantile(ratios, 0.75)],
    };
  });
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const below = sorted[Math.floor(at)] ?? Number.NaN;
  const above = sorted[Math.ceil(at)] ?? Number.NaN;
  return below + (above - below) * (at % 1);
}
