/** What went wrong with a test server. */
export type TestServerErrorCode =
  | "invalid_option"
  | "port_in_use"
  | "cannot_listen"
  | "prism_unavailable"
  | "refused"
  | "spec_missing"
  | "unknown_row";

/** A test server that could not be set up, or could not do what it was asked for. The message says what to do; `code` is stable. */
export class TestServerError extends Error {
  override readonly name = "TestServerError";
  readonly code: TestServerErrorCode;

  constructor(code: TestServerErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** A seed that cannot be planted; the message names the key (and the line, of a file) and what would be right. */
export class SeedError extends Error {
  override readonly name = "SeedError";
  readonly code = "bad_seed";
  /** Where in the seed, e.g. `allocations[0].state`; empty when the whole is meant. */
  readonly path: string;
  /** The message without the place. */
  readonly problem: string;

  constructor(path: string, problem: string, place = path) {
    super(place === "" ? `Bad seed: ${problem}` : `Bad seed: ${place}: ${problem}`);
    this.path = path;
    this.problem = problem;
  }
}
