import type { Dialect } from "@puhuri/sdk";
import { injectFaults } from "@puhuri/testing";
import { differences, type EndState } from "./end-state.ts";
import { type DayOptions, type DayOutcome, playDay } from "./play-day.ts";
import { type Detail, printVerdict } from "./print.ts";
import {
  printBadStep,
  printDayStep,
  printDifferences,
  printEnd,
  printHeading,
  printTroubles,
} from "./print-day.ts";
import { troubles } from "./troubles.ts";

const SERVERS = { "2021": "a 2021 server", current: "a current server" } as const;

/**
 * Plays a provider's day on a fake of that generation, once with everything working and once with faults, and prints both.
 *
 * @param rules - What goes wrong on the bad day.
 * @returns Whether nothing failed for good, and both ended in the same state.
 */
export async function playDays(dialect: Dialect, detail: Detail, rules = troubles): Promise<boolean> {
  const calm = await printedDay({ dialect }, (outcome) => printDayStep(outcome, detail));
  if (detail === "all") printEnd(calm.end);

  printHeading("The same day, while the connection drops and the server throttles");
  const trouble = injectFaults(rules);
  const bad = await printedDay({ dialect, trouble }, (outcome) => printBadStep(outcome, detail));
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
  print: (outcome: DayOutcome) => void,
): Promise<{ end: EndState; hasFailed: boolean }> {
  const day = playDay(options);
  let hasFailed = false;
  for (;;) {
    const { value, done } = await day.next();
    if (done) return { end: value, hasFailed };
    print(value);
    hasFailed ||= value.error !== undefined && !value.isRunAgain;
  }
}
