/** What went wrong with a test server. */
export type TestServerErrorCode =
  | "invalid_option"
  | "port_in_use"
  | "cannot_listen"
  | "prism_unavailable"
  | "refused"
  | "spec_missing"
  | "unknown_row";

/** A test server could not be set up, or could not do what you asked for. The message says what to do; `code` never changes. */
export class TestServerError extends Error {
  override readonly name = "TestServerError";
  readonly code: TestServerErrorCode;

  constructor(code: TestServerErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** A seed cannot be used. The message names the key (in a file also the line), and what would be right. */
export class SeedError extends Error {
  override readonly name = "SeedError";
  readonly code = "bad_seed";
  /** Where in the seed, such as `allocations[0].state`; empty if it is about the whole seed. */
  readonly path: string;
  /** The message without the place. */
  readonly problem: string;

  constructor(path: string, problem: string, place = path) {
    super(place === "" ? `Bad seed: ${problem}` : `Bad seed: ${place}: ${problem}`);
    this.path = path;
    this.problem = problem;
  }
}
