import { Option } from "commander";
import { UsageError } from "../exit-codes.ts";

/** How rows are printed: as a table for people, unless a form for programs is asked for. */
export interface RowOptions {
  readonly json?: boolean;
  readonly csv?: boolean;
  readonly fields?: string;
  readonly all?: boolean;
}

/** The columns of what a command shows. */
export interface Columns<Name extends string> {
  /** Those that it shows unless others are named. */
  readonly usual: readonly Name[];
  /** Those of all servers, in the order of the API. */
  readonly known: readonly Name[];
}

/** Names several columns in one word. */
export class FieldsOption extends Option {
  readonly columns: readonly string[];

  constructor(columns: readonly string[]) {
    super("--fields <names>", "which columns, separated by commas");
    this.columns = columns;
  }
}

/**
 * The columns to show: those that `--fields` names, all with `--all`, or else the usual ones.
 *
 * @throws {UsageError} `--fields` names one that is not known; nothing was sent.
 */
export function columnsOf<Name extends string>(
  { fields, all = false }: RowOptions,
  { usual, known }: Columns<Name>,
): readonly Name[] {
  if (all) return known;
  if (fields === undefined) return usual;
  return fields.split(",").map((text) => {
    const field = known.find((name) => name === text.trim());
    if (field !== undefined) return field;
    throw new UsageError(`There is no column "${text.trim()}". You can name these:\n${inLines(known)}`);
  });
}

/** Breaks names into lines that fit in a terminal. */
function inLines(names: readonly string[]): string {
  return names
    .join(", ")
    .replace(/(.{1,96})(?: |$)/g, "  $1\n")
    .trimEnd();
}

/** What to ask the server for: the columns to show, or whole rows. */
export function asked<Name extends string>(
  { all = false }: RowOptions,
  columns: readonly Name[],
): { readonly fields?: readonly Name[] } {
  return all ? {} : { fields: columns };
}
