import { PuhuriError } from "./puhuri-error.ts";

/**
 * An argument or an option is not what it should be, or a filter or a column not one the server knows. Nothing was sent.
 *
 * Correct the call: the message says what is wrong.
 */
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

/**
 * There is no way from the state something is in to the state asked for, or there are several and you must choose.
 *
 * Look at `from`. Where there are `choices`, call again with the one you want, such as `onPending: "approve"`.
 */
export class InvalidTransitionError extends PuhuriError {
  readonly code = "invalid-transition";
  /** The state it is in. */
  declare readonly from: string;
  /** The state that was asked for. */
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

/**
 * This server, or its generation, gives a provider no way to do this.
 *
 * Do what `instead` says, if anything. Calling again will not help.
 */
export class UnsupportedByServerError extends PuhuriError {
  readonly code = "unsupported-by-server";
  /** The operation that would be needed. */
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

/** Why a usage report was not sent, or was refused. */
export type UsageReportProblem =
  /** The allocation has no open plan period. On a 2021 server, one that a provider has set to `ok` never gets one. */
  | "no-open-period"
  /** The offering has no such component, or bills it otherwise than by `usage` or `limit`. */
  | "invalid-component"
  /** A component is left out that must be in the report; or `perUser` names one without a total. */
  | "missing-component"
  /** A total would fall. `onDecrease` sends it all the same, or leaves the component as it is. */
  | "decrease"
  /** The amounts are of a month that does not run: sent now, they would count for the one that does. */
  | "month-changed"
  /** An amount is negative, too large, or has more decimals than the server keeps: two today, none in 2021. */
  | "bad-amount"
  /** The server takes usage only of allocations that are OK, Updating or Terminating, and have a plan. */
  | "not-reportable"
  /** The parts of the users come to more than the total. */
  | "above-total"
  /** The offering limits this component, and the report is above it. Components before it may be stored. */
  | "over-limit";

/**
 * A usage report that would be wrong, or was refused.
 *
 * Do what `reason` asks for; `component` says of which component. If `maybeApplied`, as after `over-limit`, parts of the
 * report may be stored: read them back.
 */
export class UsageReportError extends PuhuriError {
  readonly code = "usage-report";
  /** Why. */
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

/**
 * A list changed while it was read, and went on changing, so that rows may be missing.
 *
 * What was delivered is good, and safe to be read again: begin anew, with larger pages, or at a quieter time.
 */
export class ListChangedError extends PuhuriError {
  readonly code = "list-changed";
  /** The list's operation, such as `provider_resources_list`. */
  readonly operation: string;
  /** Rows that were delivered. */
  readonly delivered: number;

  constructor(operation: string, delivered: number) {
    super(
      `The list of ${operation} would not hold still: rows came and went faster than it could be read, and some may be missing from the ${delivered} delivered. Read it again, or ask for larger pages.`,
    );
    this.operation = operation;
    this.delivered = delivered;
  }

  override get name(): string {
    return "ListChangedError";
  }
}
