import { type Command, Option } from "commander";
import { UsageError } from "../exit-codes.ts";

/** How rows are printed: as a table for people, unless a form for programs is asked for. */
export interface RowOptions {
  readonly json?: boolean;
  readonly csv?: boolean;
  readonly fields?: string;
  readonly all?: boolean;
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
 * Adds the options that every command with rows has.
 *
 * @param known - The columns that the shell completes.
 */
export function withRowOptions(command: Command, known: readonly string[]): Command {
  return command
    .addOption(new FieldsOption(known))
    .addOption(new Option("--all", "all columns").conflicts("fields"))
    .option("--json", "one JSON object per line")
    .addOption(new Option("--csv", "CSV with a header").conflicts("json"));
}

/**
 * The columns to show: those that `--fields` names, all with `--all`, or else the usual ones.
 *
 * @param known - The columns of all servers, in the order of the API.
 * @throws {UsageError} `--fields` names one that is not known; nothing was sent.
 */
export function columnsOf<Name extends string>(
  { fields, all = false }: RowOptions,
  usual: readonly Name[],
  known: readonly Name[],
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
