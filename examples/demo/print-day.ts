import { inspect } from "node:util";
import type { EndState } from "./end-state.ts";
import type { DayExchange, DayOutcome } from "./play-day.ts";
import { type Detail, indent, printInShort, style } from "./print.ts";

export function printHeading(heading: string): void {
  console.log(`\n   ${style("bold", heading)}`);
}

/** A step of the calm day. */
export function printDayStep(outcome: DayOutcome, detail: Detail): void {
  const { step, exchanges, error } = outcome;
  if (detail === "short" && error === undefined) {
    printInShort(step.title, step.code, exchanges.length);
    return;
  }
  printHeading(step.title);
  console.log(style("cyan", indent(step.code)));
  printRequests(outcome);
}

/** The same step on the bad day: which faults struck, and that it ended well. */
export function printBadStep(outcome: DayOutcome, detail: Detail): void {
  const { step, exchanges, error } = outcome;
  if (detail === "all" || error !== undefined) {
    printHeading(step.title);
    printRequests(outcome);
    return;
  }
  const met = exchanges.flatMap(({ fault }) => (fault === undefined ? [] : [fault.fault.replace("-", " ")]));
  const said = met.length === 0 ? "" : ` ${style("yellow", `(met: ${met.join(", ")})`)}`;
  console.log(`   ${style("green", "✔")} ${step.title}${said}`);
}

function printRequests({ exchanges, result, error, isRunAgain }: DayOutcome): void {
  for (const exchange of exchanges) console.log(indent(lineOf(exchange)));
  if (error === undefined) {
    console.log(indent(`${style("dim", "result")} ${show(result)}`));
    return;
  }
  console.log(indent(style("red", error instanceof Error ? error.message : String(error))));
  if (isRunAgain) console.log(indent(style("yellow", "So the job is run again:")));
}

/** What each fault means, by its name. */
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
  printHeading("Stored in the end");
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
