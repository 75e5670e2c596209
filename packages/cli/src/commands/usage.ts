import { Option } from "commander";
import type { UsageFormat } from "../usage-files/read-usage.ts";
import { COLUMNS } from "../usage-report/changes.ts";
import type { ReportOptions } from "../usage-report/options.ts";
import type { World } from "../world.ts";
import { type PuhuriCommand, texts, timeZone, uuid } from "./command.ts";

const FORMATS = ["csv", "tsv", "jsonl", "sreport", "sacct"] as const satisfies UsageFormat[];

export function addUsage(program: PuhuriCommand, world: World): void {
  program
    .command("usage")
    .description("report what allocations have used")
    .command("report")
    .description("report the month's totals so far, from a file or from a pipe")
    .argument("[file]", "CSV, TSV, JSON lines, or the output of sreport or sacct; - reads from a pipe", "-")
    .option("--offering <uuid>", "the offering whose allocations the file names by backend id", uuid)
    .addOption(
      new Option(
        "--format <format>",
        "the format of the file (default: recognized by its first line)",
      ).choices(FORMATS),
    )
    .option("--component <rule>", 'such as "cpu = cpu:minutes / 60000"; may be repeated', texts)
    .option("--map <file>", "a file with such rules, one per line")
    .option(
      "--month <month>",
      "the month that the file is about, as 2026-11; refused if it is not the current one",
    )
    .option(
      "--time-zone <zone>",
      "the zone of the times that sreport or sacct printed (default: this machine's)",
      timeZone,
    )
    .option(
      "--measured-at <time>",
      "when the usage was measured, as 2026-11-23T12:00:00Z (default: when the file was written)",
    )
    .addOption(
      new Option("--rounding <way>", "what to do with decimals that the server does not keep")
        .choices(["error", "down", "half-even"])
        .default("error"),
    )
    .option("--allow-decrease", "also report totals that fall below what is stored")
    .addOption(
      new Option("--missing-users <way>", "what to do with the stored parts of users who are not in the file")
        .choices(["keep", "zero"])
        .default("keep"),
    )
    .option("--no-users", "report totals only, not users' parts")
    .option("--dry-run", "show what would change, and write nothing")
    .option("--failed <file>", "write what failed, or was not sent, to this CSV, which can be reported later")
    .rowOptions(COLUMNS)
    .examples(
      "puhuri usage report usage.csv --offering cf4eb9c29fc74af4ade667fcb53633d5 --dry-run",
      "puhuri usage report sreport.txt --offering cf4eb9c29fc74af4ade667fcb53633d5 --map components.txt --rounding down",
    )
    .action(async (file: string, options: ReportOptions) => {
      // Loaded only here, since no other command needs what reads files.
      const { reportFile } = await import("../usage-report/report.ts");
      await reportFile(world, file, options);
    });
}
