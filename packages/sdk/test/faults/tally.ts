import type { Made } from "./calls.ts";
import type { Run } from "./run.ts";

/** Counts what happened in many runs. */
export class Tally {
  runs = 0;
  requests = 0;
  readonly writes: Record<Made["outcome"], number> = { done: 0, failed: 0, unknown: 0 };
  readonly faults: Record<string, number> = {};

  add({ made, wire, faults }: Run): void {
    this.runs += 1;
    this.requests += wire.length;
    for (const { outcome } of made) this.writes[outcome] += 1;
    for (const [name, count] of Object.entries(faults)) this.faults[name] = (this.faults[name] ?? 0) + count;
  }

  /** In a few lines, for people. */
  toString(): string {
    const { done, failed, unknown } = this.writes;
    const kinds = Object.entries(this.faults)
      .sort(([, a], [, b]) => b - a)
      .map(([name, count]) => `${count} ${name}`);
    const total = Object.values(this.faults).reduce((sum, count) => sum + count, 0);
    return [
      `${this.runs} runs, ${done + failed + unknown} writes in ${this.requests} requests`,
      `${done} done, ${failed} refused, ${unknown} of unknown outcome`,
      `${total} faults: ${kinds.join(", ")}`,
    ].join("\n");
  }
}
