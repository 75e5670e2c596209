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
}

/** Runs the candidates in turn, round after round, after warming each up once. */
export async function measure(candidates: readonly Candidate[], rounds: number): Promise<Measured[]> {
  const times = candidates.map((): number[] => []);
  for (const { run } of candidates) await run();
  for (let round = 0; round < rounds; round++) {
    // Every candidate gets every place in the order.
    for (let place = 0; place < candidates.length; place++) {
      const index = (round + place) % candidates.length;
      globalThis.gc?.();
      const startedAt = performance.now();
      await candidates[index]?.run();
      times[index]?.push(performance.now() - startedAt);
    }
  }
  const base = times[0] ?? [];
  return candidates.map(({ name }, index) => {
    const own = times[index] ?? [];
    return {
      name,
      medianMs: median(own),
      minMs: Math.min(...own),
      maxMs: Math.max(...own),
      ratio: median(own.map((time, round) => time / (base[round] ?? Number.NaN))),
    };
  });
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.floor(middle)] ?? Number.NaN) + (sorted[Math.ceil(middle) - 1] ?? Number.NaN)) / 2;
}
