/** Shared by every copy of this package, so that errors of a duplicated install are still recognised. */
export const BRAND = Symbol.for("@puhuri/sdk.error");

/** The codes of this version. A later one may add to them. */
export type PuhuriErrorCode =
  | "authentication"
  | "bad-request"
  | "conflict"
  | "connection"
  | "invalid-argument"
  | "invalid-transition"
  | "list-changed"
  | "not-found"
  | "permission-denied"
  | "rate-limited"
  | "server-error"
  | "timeout"
  | "token"
  | "unexpected-response"
  | "unsupported-by-server"
  | "usage-report";

/**
 * What every failure of the SDK extends. Branch on `code`, which never changes; messages may.
 * Neither the message nor any field ever holds the token.
 */
export abstract class PuhuriError extends Error {
  /** What happened, as a word that never changes. */
  abstract readonly code: PuhuriErrorCode;
  /** The call has changed something on the server, or may have: read where things stand before you repeat it. */
  maybeApplied = false;

  /** @param facts - Become properties of the error, but for `cause`, which becomes its cause. */
  constructor(message: string, { cause, ...facts }: { readonly cause?: unknown } = {}) {
    super(message, cause === undefined ? undefined : { cause });
    Object.assign(this, facts);
  }

  get [BRAND](): true {
    return true;
  }

  /** The fields as plain data, for loggers that would print an `Error` as `{}`. */
  toJSON(): Record<string, unknown> {
    const { name, message } = this;
    return { name, message, ...Object.fromEntries(Object.entries(this)) };
  }
}

/**
 * An argument or an option is not what it should be, or a filter not one the server knows. Nothing was sent.
 *
 * Correct the call: the message says what is wrong.
 */
export class InvalidArgumentError extends PuhuriError {
  override readonly name = "InvalidArgumentError";
  readonly code = "invalid-argument";
  /** Which argument or option, such as `baseUrl` or `uuid`. */
  readonly argument: string;

  constructor(argument: string, message: string) {
    super(message);
    this.argument = argument;
  }
}

/**
 * There is no way from the state something is in to the state asked for, or there are several and you must choose.
 *
 * Look at `from`. Where there are `choices`, call again with the one you want, such as `onPending: "approve"`.
 */
export class InvalidTransitionError extends PuhuriError {
  override readonly name = "InvalidTransitionError";
  readonly code = "invalid-transition";
  /** The state it is in. */
  declare readonly from: string;
  /** The state that was asked for. */
  declare readonly to: string;
  /** The choices the caller has, where the SDK must not choose by itself. */
  declare readonly choices?: readonly string[];
  /** The state of the order that others have to go on with first, such as `pending-start-date`. Nothing is to be done. */
  declare readonly waitsFor?: string;
  /** The day on which the order is to begin, if the server has told it. */
  declare readonly startDate?: string;

  constructor(
    message: string,
    facts: {
      readonly from: string;
      readonly to: string;
      readonly choices?: readonly string[];
      readonly waitsFor?: string;
      readonly startDate?: string;
      readonly cause?: unknown;
    },
  ) {
    super(message, facts);
  }
}

/**
 * This server, or its generation, gives a provider no way to do this.
 *
 * Do what `instead` says, if anything. Calling again will not help.
 */
export class UnsupportedByServerError extends PuhuriError {
  override readonly name = "UnsupportedByServerError";
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
}

/** Why a usage report was not sent, or was refused. */
export type UsageReportProblem =
  /** The allocation has no open plan period. On a 2021 server, one that a provider has set to OK never gets one. */
  | "no-open-period"
  /** The offering has no such component, or bills it otherwise than by `usage` or `limit`. */
  | "invalid-component"
  /** A component is left out that must be in the report; or `perUser` names one without a total. */
  | "missing-component"
  /** A total, or a user's part, would fall. `onDecrease` sends it all the same, or leaves it as it is. */
  | "decrease"
  /** It would fall below what plan periods hold that ended in this month, which no report corrects. */
  | "below-closed"
  /** The amounts are of a month that does not run: sent now, they would count for the one that does. */
  | "month-changed"
  /** A month begins within these hours somewhere in Europe, and the server's time zone is not known: see `billingTimeZone`. */
  | "month-unclear"
  /** An amount is negative, too large, or has more decimals than the server keeps: two on current servers, none on a 2021 server. See `rounding`. */
  | "bad-amount"
  /** The server takes usage only of allocations that are OK, Updating or Terminating, and have a plan. */
  | "not-reportable"
  /** The parts of the users, with those stored of users who are not named, come to more than the total. */
  | "above-total"
  /** The offering limits this component, and the report is above it. Components before it may be stored. */
  | "over-limit"
  /** A limit is set for this user and component, and the report is above it: see `usages.listUserLimits`. */
  | "over-user-limit"
  /** The month has daily amounts, of which its total is the sum: it takes no total. See `usages.setDaily`. */
  | "daily-amounts";

/**
 * A usage report that would be wrong, or was refused.
 *
 * Do what `reason` asks for; `component` says of which component. If `maybeApplied`, as after `over-limit`, parts of the
 * report may be stored: read them back.
 */
export class UsageReportError extends PuhuriError {
  override readonly name = "UsageReportError";
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
}

/**
 * A list went on changing while it was read, or its pages show fewer rows than the server counts.
 *
 * What was delivered is good, and safe to be read again: begin anew, with larger pages, or at a quieter time. If the
 * message says that rows are equal in the order asked for, ask for another one with `o`, or filter.
 */
export class ListChangedError extends PuhuriError {
  override readonly name = "ListChangedError";
  readonly code = "list-changed";
  /** The list's operation, such as `provider_resources_list`. */
  readonly operation: string;
  /** Rows that were delivered. */
  readonly delivered: number;

  /** @param counted - What the server counted every time, where the list did not change. */
  constructor(operation: string, delivered: number, counted?: number) {
    super(
      counted === undefined
        ? `The list of ${operation} would not hold still: rows came and went faster than it could be read, and some may be missing from the ${delivered} delivered. Read it again, or ask for larger pages.`
        : `The server counts ${counted} rows in the list of ${operation}, but its pages show only ${delivered} different ones, however they are read. Where the order asked for has equal values, a row may stand on two pages and another on none: ask for another order (o), or filter so that fewer rows than pageSize are left.`,
    );
    this.operation = operation;
    this.delivered = delivered;
  }
}
