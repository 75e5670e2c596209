import type { Dialect } from "@puhuri/sdk";
import { injectFaults } from "@puhuri/testing";
import { differences, type EndState } from "./end-state.ts";
import { type DayOptions, playDay } from "./play-day.ts";
import { printTitle, printVerdict } from "./print.ts";
import { printDayStep, printDifferences, printEnd, printTroubles } from "./print-day.ts";
import { troubles } from "./troubles.ts";

const SERVERS = { "2021": "a server of 2021", current: "a server of today" } as const;

/**
 * Plays a provider's day on a fake of that generation, once in calm weather and once in bad, and prints both.
 *
 * @param rules - What goes wrong on the bad day.
 * @returns Whether nothing failed for good, and both ended in the same state.
 */
export async function playDays(dialect: Dialect, rules = troubles): Promise<boolean> {
  printTitle(`A provider's day, on ${SERVERS[dialect]}`);
  const calm = await printedDay({ dialect }, true);
  printEnd(calm.end);

  printTitle(`The same day on ${SERVERS[dialect]}, while the connection drops and the server throttles`);
  const trouble = injectFaults(rules);
  const bad = await printedDay({ dialect, trouble }, false);
  printTroubles(trouble.counts());

  const differing = differences(calm.end, bad.end);
  printDifferences(differing, calm.end, bad.end);
  const isGood = !calm.hasFailed && !bad.hasFailed && differing.length === 0;
  const verdict = isGood ? "in the same state: nothing lost, nothing doubled" : "differently, or failed";
  printVerdict(isGood, `On ${SERVERS[dialect]}, the good day and the bad one end ${verdict}`);
  return isGood;
}

async function printedDay(
  options: DayOptions,
  withCode: boolean,
): Promise<{ end: EndState; hasFailed: boolean }> {
  const day = playDay(options);
  let hasFailed = false;
  for (;;) {
    const { value, done } = await day.next();
    if (done) return { end: value, hasFailed };
    printDayStep(value, { withCode });
    hasFailed ||= value.error !== undefined && !value.isRunAgain;
  }
}
