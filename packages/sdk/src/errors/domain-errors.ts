import { PuhuriError } from "./puhuri-error.ts";

/** An argument was refused before anything was sent. */
export class InvalidArgumentError extends PuhuriError {
  readonly code = "invalid-argument";
  /** Which argument or option, such as `baseUrl` or `uuid`. */
  readonly argument: string;

  constructor(argument: string, message: string) {
    super(message);
    this.argument = argument;
  }

  override get name(): string {
    return "InvalidArgumentError";
  }
}

/** There is no way from the state something is in to the state asked for. */
export class InvalidTransitionError extends PuhuriError {
  readonly code = "invalid-transition";
  declare readonly from: string;
  declare readonly to: string;
  /** The choices the caller has, where the SDK must not choose by itself. */
  declare readonly choices?: readonly string[];

  constructor(
    message: string,
    facts: {
      readonly from: string;
      readonly to: string;
      readonly choices?: readonly string[];
      readonly cause?: unknown;
    },
  ) {
    super(message, facts);
  }

  override get name(): string {
    return "InvalidTransitionError";
  }
}

/** This server, or its generation, gives a provider no way to do this. */
export class UnsupportedByServerError extends PuhuriError {
  readonly code = "unsupported-by-server";
  declare readonly operation?: string;
  /** What is possible instead. */
  declare readonly instead?: string;

  constructor(
    message: string,
    facts: { readonly operation?: string; readonly instead?: string; readonly cause?: unknown } = {},
  ) {
    super(facts.instead === undefined ? message : `${message} Instead: ${facts.instead}`, facts);
  }

  override get name(): string {
    return "UnsupportedByServerError";
  }
}

/** Why a usage report was not sent. */
export type UsageReportProblem =
  | "no-open-period"
  | "invalid-component"
  | "missing-component"
  | "decrease"
  | "month-changed"
  | "bad-amount"
  | "not-reportable"
  | "above-total"
  | "over-limit";

/** A usage report that would be wrong, or was refused. Parts of it may have been stored if `maybeApplied`. */
export class UsageReportError extends PuhuriError {
  readonly code = "usage-report";
  readonly reason: UsageReportProblem;
  /** The component's type, where one is to blame. */
  declare readonly component?: string;

  constructor(
    reason: UsageReportProblem,
    message: string,
    facts: { readonly component?: string; readonly maybeApplied?: boolean; readonly cause?: unknown } = {},
  ) {
    super(message, facts);
    this.reason = reason;
  }

  override get name(): string {
    return "UsageReportError";
  }
}
