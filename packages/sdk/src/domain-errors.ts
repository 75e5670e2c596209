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
 * The base of every error of the SDK. Branch on `code`, which never changes; messages may.
 * Neither the message nor any field ever holds the token.
 */
export abstract class PuhuriError extends Error {
  /** What happened, as a word that never changes. */
  abstract readonly code: PuhuriErrorCode;
  /** The call has changed something on the server, or may have: read before you repeat it. */
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
 * An argument or an option is wrong, or the server does not know a filter. Nothing was sent.
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
 * There is no way from the current state to the state you asked for, or there are several and you must choose.
 *
 * Look at `from`. If there are `choices`, call again with the one you want, such as `onPending: "approve"`.
 */
export class InvalidTransitionError extends PuhuriError {
  override readonly name = "InvalidTransitionError";
  readonly code = "invalid-transition";
  /** The current state. */
  declare readonly from: string;
  /** The state you asked for. */
  declare readonly to: string;
  /** What you can choose from, where the choice must be yours. */
  declare readonly choices?: readonly string[];
  /** The state of an order that somebody else has to handle first, such as `pending-start-date`. You can only wait. */
  declare readonly waitsFor?: string;
  /** The day on which the order begins, if the server says so. */
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
 * Do what `instead` says, if it is there. Calling again will not help.
 */
export class UnsupportedByServerError extends PuhuriError {
  override readonly name = "UnsupportedByServerError";
  readonly code = "unsupported-by-server";
  /** The operation that the server lacks. */
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
  /** The report lacks a component that must be in it, or `perUser` names one without a total. */
  | "missing-component"
  /** A total, or a user's part, would fall. Use `onDecrease` to send it anyway, or to leave it as it is. */
  | "decrease"
  /** The total would fall below what is stored in plan periods that ended this month. No report can correct those. */
  | "below-closed"
  /** The amounts are not of the current month. If they were sent now, they would count for the current month. */
  | "month-changed"
  /** A month is beginning somewhere in Europe, and the SDK does not know the server's time zone. Set `billingTimeZone`. */
  | "month-unclear"
  /** An amount is negative, too large, or has more decimals than the server keeps: two on current servers, none on a 2021 server. See `rounding`. */
  | "bad-amount"
  /** The server takes usage only of allocations that are OK, Updating or Terminating, and have a plan. */
  | "not-reportable"
  /** The users' parts add up to more than the total. Parts stored for users you do not name count too. */
  | "above-total"
  /** The report is above the offering's limit for this component. Components before it may be stored. */
  | "over-limit"
  /** The report is above the limit of this user for this component: see `usages.listUserLimits`. */
  | "over-user-limit"
  /** The month has daily amounts. Its total is their sum, so it takes no total. See `usages.setDaily`. */
  | "daily-amounts";

/**
 * A usage report would be wrong, or was refused.
 *
 * Look at `reason`, and at `component` for the component. If `maybeApplied` is true, as after `over-limit`, parts of the
 * report may be stored: read them back.
 */
export class UsageReportError extends PuhuriError {
  override readonly name = "UsageReportError";
  readonly code = "usage-report";
  /** Why. */
  readonly reason: UsageReportProblem;
  /** The type of the component that is to blame, if there is one. */
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
 * A list kept changing while it was read, or its pages show fewer rows than the server counts.
 *
 * The rows you have are good, but some may be missing. Read the list again, with larger pages, or at a quieter time. If
 * the message says that rows have equal values in the order you asked for, ask for another order with `o`, or filter.
 */
export class ListChangedError extends PuhuriError {
  override readonly name = "ListChangedError";
  readonly code = "list-changed";
  /** The list's operation, such as `provider_resources_list`. */
  readonly operation: string;
  /** How many rows were delivered. */
  readonly delivered: number;

  /** @param counted - The server's count, if it stayed the same. */
  constructor(operation: string, delivered: number, counted?: number) {
    super(
      counted === undefined
        ? `The list of ${operation} kept changing: rows came and went faster than it could be read, and some may be missing from the ${delivered} delivered. Read it again, or ask for larger pages.`
        : `The server counts ${counted} rows in the list of ${operation}, but its pages show only ${delivered} different ones. Where rows have equal values in the order you asked for, a row may be on two pages and another on none. Ask for another order (o), or filter so that fewer rows than pageSize are left.`,
    );
    this.operation = operation;
    this.delivered = delivered;
  }
}
