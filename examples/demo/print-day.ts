import { inspect } from "node:util";
import type { EndState } from "./end-state.ts";
import type { DayExchange, DayOutcome } from "./play-day.ts";
import { indent, style } from "./print.ts";

export function printDayStep(outcome: DayOutcome, { withCode }: { readonly withCode: boolean }): void {
  const { step, exchanges, result, error, isRunAgain } = outcome;
  console.log(`\n   ${style("bold", step.title)}`);
  if (withCode) console.log(style("cyan", indent(step.code)));
  for (const exchange of exchanges) console.log(indent(lineOf(exchange)));
  if (error === undefined) {
    console.log(indent(`${style("dim", "result")} ${show(result)}`));
    return;
  }
  console.log(indent(style("red", error instanceof Error ? error.message : String(error))));
  if (isRunAgain) console.log(indent(style("yellow", "So the job is run again:")));
}

/** What a trouble means, by its name. */
const TROUBLES: Readonly<Record<string, string>> = {
  "429": "429, turned away: too many requests",
  "502": "502, the proxy has lost the server",
  "request-lost": "✂ connection lost before the server got it",
  "answer-lost": "✂ connection lost after the server had done it",
};

function lineOf({ method, url, status, fault }: DayExchange): string {
  const [path = ""] = url.split("?");
  const request = `→ ${method} ${path.replace(/([0-9a-f]{4})[0-9a-f]{28}/g, "$1…")}`;
  if (fault !== undefined) return style("yellow", `${request} ← ${TROUBLES[fault.fault] ?? fault.fault}`);
  return style("dim", `${request} ← ${status ?? "no answer"}`);
}

export function printTroubles(counts: Readonly<Record<string, number>>): void {
  const met = Object.entries(counts).map(([name, count]) => `${count} × ${name.replaceAll("-", " ")}`);
  console.log(`\n   ${style("yellow", `Troubles met: ${met.join(", ")}`)}`);
}

export function printEnd(end: EndState): void {
  const [allocation] = end.allocations;
  console.log(`\n   ${style("bold", "Stored in the end")}`);
  console.log(indent(show({ allocation, usages: end.usages, accounts: end.accounts })));
}

export function printDifferences(
  differing: readonly (keyof EndState)[],
  calm: EndState,
  bad: EndState,
): void {
  for (const part of differing) {
    console.log(indent(style("red", `✘ ${part} differ`)));
    console.log(indent(`calm ${show(calm[part])}\nbad  ${show(bad[part])}`));
  }
}

function show(value: unknown): string {
  return inspect(value, { depth: 5, colors: false, breakLength: 110, compact: 4 });
}
