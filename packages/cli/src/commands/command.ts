import { Command, InvalidArgumentError, Option } from "commander";
import { type Columns, FieldsOption } from "../output/columns.ts";
import { UUID } from "../server/allocation-name.ts";
import { isTimeZone } from "../time-zone.ts";

/** How help describes the argument that names an allocation. */
export const ALLOCATION = "its uuid, or its backend id if only one allocation has it";

/** A command, with what several commands have. */
export class PuhuriCommand extends Command {
  override createCommand(name?: string): PuhuriCommand {
    return new PuhuriCommand(name);
  }

  /** Command lines at the end of the help. A test runs each of them. */
  examples(...lines: readonly string[]): this {
    return this.addHelpText("after", ["", "Examples:", ...lines.map((line) => `  ${line}`)].join("\n"));
  }

  /** The options of a command that prints rows. */
  rowOptions({ known }: Columns<string>): this {
    return this.addOption(new FieldsOption(known))
      .addOption(new Option("--all", "all columns").conflicts("fields"))
      .option("--json", "one JSON object per line")
      .addOption(new Option("--csv", "CSV with a header").conflicts("json"));
  }

  /** The option of a command that writes. */
  dryRunOption(): this {
    return this.option("--dry-run", "say what would be done, and write nothing");
  }
}

/** Reads an option or an argument that is a uuid. */
export function uuid(text: string): string {
  if (UUID.test(text)) return text;
  throw new InvalidArgumentError("It must be a uuid: 32 hex digits, with or without dashes.");
}

/** Reads an argument that takes several uuids. */
export function uuids(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, uuid(text)];
}

/** Reads an option that is a time zone. */
export function timeZone(text: string): string {
  if (isTimeZone(text)) return text;
  throw new InvalidArgumentError("It must be a time zone such as Europe/Helsinki.");
}

/** Reads an option that may be repeated. */
export function texts(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, text];
}
