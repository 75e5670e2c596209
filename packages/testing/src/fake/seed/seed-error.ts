/** A seed that cannot be planted; the message names the key (and the line, for a file) and what to write instead. */
export class SeedError extends Error {
  /** Where in the seed, e.g. `allocations[0].state`. */
  readonly path: string;

  constructor(path: string, problem: string) {
    super(path === "" ? `Bad seed: ${problem}` : `Bad seed: ${path}: ${problem}`);
    this.name = "SeedError";
    this.path = path;
  }
}
