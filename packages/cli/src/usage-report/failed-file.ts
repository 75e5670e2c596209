import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { stringify } from "csv-stringify/sync";
import { UsageError } from "../exit-codes.ts";
import { whyNot } from "../files.ts";
import { toDecimal } from "../usage-files/exact.ts";
import { OWN_COLUMNS } from "../usage-files/tables.ts";
import type { AllocationUsage } from "../usage-files/totals.ts";
import type { World } from "../world.ts";

/**
 * Writes what was not reported as a CSV that the same command reads. Amounts are not rounded yet. The month is in it, so
 * that they cannot be reported in the next one.
 *
 * @throws {UsageError} The file cannot be written.
 */
export function writeFailed(
  { folder }: World,
  file: string,
  usages: readonly AllocationUsage[],
  month: string,
): void {
  try {
    writeFileSync(
      resolve(folder, file),
      stringify(
        usages.flatMap((usage) => rowsOf(usage, month)),
        { header: true, columns: [...OWN_COLUMNS] },
      ),
    );
  } catch (error) {
    throw new UsageError(`--failed ${file} cannot be written (${whyNot(error)}).`);
  }
}

function rowsOf({ allocation, components }: AllocationUsage, month: string): Record<string, string>[] {
  const of = { [allocation.by]: allocation.id, month };
  return [...components].flatMap(([component, { total, users }]) => [
    { ...of, component, amount: toDecimal(total) },
    ...[...users].map(([user, part]) => ({ ...of, user, component, amount: toDecimal(part) })),
  ]);
}
