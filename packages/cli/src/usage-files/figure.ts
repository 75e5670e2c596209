import { UsageError } from "../exit-codes.ts";
import type { Exact } from "./exact.ts";

/** How a file names an allocation. */
export interface NamedAllocation {
  readonly by: "resource" | "backend_id";
  readonly id: string;
}

/** What one line of a file says that an allocation has used. */
export interface Figure {
  readonly line: number;
  readonly allocation: NamedAllocation;
  /** Whose part of the total it is: blank for nobody's, undefined for the total itself. */
  readonly user: string | undefined;
  /** By what is counted: a component's column, or what Slurm counts, in seconds. */
  readonly counts: ReadonlyMap<string, Exact>;
}

/** A line of a file, with its number from 1. */
export interface Line {
  readonly number: number;
  readonly text: string;
}

/** A line cannot be used, and so the file cannot: without the line a total would be too low. */
export function unusable({ number }: Pick<Line, "number">, what: string): UsageError {
  return new UsageError(`Line ${number}: ${what} Nothing was sent.`);
}
