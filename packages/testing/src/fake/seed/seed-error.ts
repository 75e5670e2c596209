/** A seed that cannot be planted; the message names the key (and the line, of a file) and what would be right. */
export class SeedError extends Error {
  readonly code = "bad_seed";
  /** Where in the seed, e.g. `allocations[0].state`; empty when the whole is meant. */
  readonly path: string;
  /** The message without the place. */
  readonly problem: string;

  constructor(path: string, problem: string, place = path) {
    super(place === "" ? `Bad seed: ${problem}` : `Bad seed: ${place}: ${problem}`);
    this.name = "SeedError";
    this.path = path;
    this.problem = problem;
  }
}
