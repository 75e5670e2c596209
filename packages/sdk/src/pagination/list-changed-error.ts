import { PuhuriError } from "../errors.ts";

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
