import { parseComponentRule } from "../../src/usage-files/component-map.ts";
import { toDecimal } from "../../src/usage-files/exact.ts";
import { monthNamed } from "../../src/usage-files/month.ts";
import { type ReadingUsage, readUsage, type UsageFormat } from "../../src/usage-files/read-usage.ts";

interface How {
  readonly format?: UsageFormat;
  readonly components?: readonly string[];
  readonly month?: string;
  readonly timeZone?: string;
}

/** Reads a text, and says what comes of it: totals and parts as decimals, by allocation and component. */
export async function read(text: string, how: How = {}): Promise<Record<string, unknown>> {
  const { format, components = [], month = "2026-11", timeZone = "UTC" } = how;
  const reading: ReadingUsage = {
    format,
    rules: components.map(parseComponentRule),
    month: monthNamed(month, "UTC"),
    timeZone,
  };
  const { allocations } = await readUsage(
    (async function* () {
      yield text;
    })(),
    reading,
  );
  return Object.fromEntries(
    allocations.map(({ allocation, components }) => [
      allocation.id,
      Object.fromEntries(
        [...components].map(([type, { total, users }]) => [
          type,
          users.size === 0
            ? toDecimal(total)
            : [
                toDecimal(total),
                Object.fromEntries([...users].map(([user, part]) => [user, toDecimal(part)])),
              ],
        ]),
      ),
    ]),
  );
}
