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
  readonly from: string;
  readonly to: string;
  /** The choices the caller has, where the SDK must not choose by itself. */
  readonly choices: readonly string[] | undefined;

  constructor(
    message: string,
    facts: { from: string; to: string; choices?: readonly string[]; cause?: unknown },
  ) {
    super(message, "cause" in facts ? { cause: facts.cause } : undefined);
    this.from = facts.from;
    this.to = facts.to;
    this.choices = facts.choices;
  }

  override get name(): string {
    return "InvalidTransitionError";
  }
}

/** This server, or its generation, gives a provider no way to do this. */
export class UnsupportedByServerError extends PuhuriError {
  readonly code = "unsupported-by-server";
  readonly operation: string | undefined;
  /** What is possible instead. */
  readonly instead: string | undefined;

  constructor(message: string, facts: { operation?: string; instead?: string; cause?: unknown } = {}) {
    super(
      facts.instead === undefined ? message : `${message} Instead: ${facts.instead}`,
      "cause" in facts ? { cause: facts.cause } : undefined,
    );
    this.operation = facts.operation;
    this.instead = facts.instead;
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

/** A usage report that would be wrong, or was refused. */
export class UsageReportError extends PuhuriError {
  readonly code = "usage-report";
  readonly reason: UsageReportProblem;
  /** The component's type, where one is to blame. */
  readonly component: string | undefined;
  /** Parts of the report may have been stored all the same; mostly nothing was even sent. */
  override readonly maybeApplied: boolean;

  constructor(
    reason: UsageReportProblem,
    message: string,
    facts: { component?: string; maybeApplied?: boolean; cause?: unknown } = {},
  ) {
    super(message, "cause" in facts ? { cause: facts.cause } : undefined);
    this.reason = reason;
    this.component = facts.component;
    this.maybeApplied = facts.maybeApplied ?? false;
  }

  override get name(): string {
    return "UsageReportError";
  }
}
