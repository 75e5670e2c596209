import { Logger, LogLevel } from "typedoc";

/** Keeps what typedoc finds wrong. */
export class SiteLogger extends Logger {
  readonly problems: string[] = [];

  override log(message: string, level: LogLevel): void {
    if (level < LogLevel.Warn || IS_FINE.test(message)) return;
    this.problems.push(message);
  }
}

/**
 * A column that both generations have is described twice in the spec, and either description will do. The faults stand in
 * a table in the comment of `faults`.
 */
const IS_FINE = /has multiple declarations with a comment|testing\.faults\.__type/;
