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
