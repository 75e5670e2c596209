import type { ExitCode } from "../exit-codes.ts";

/** One line of what the doctor says. */
export interface Finding {
  /** What was looked at, such as `clock`. */
  readonly what: string;
  readonly isWell: boolean;
  readonly says: string;
  /** What to do, if it is not well. */
  readonly advice?: string;
  /** The exit code it stands for, if it is not well. */
  readonly code?: ExitCode;
}

export function well(what: string, says: string): Finding {
  return { what, isWell: true, says };
}

export function ill(what: string, says: string, advice: string, code: ExitCode = 1): Finding {
  return { what, isWell: false, says, advice, code };
}
