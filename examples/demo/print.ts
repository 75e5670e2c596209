import { inspect, styleText } from "node:util";
import type { Exchange } from "./recorded-fetch.ts";
import type { StepOutcome } from "./walk-guide.ts";

// styleText leaves colours out where they are not wanted: NO_COLOR, a pipe, a dumb terminal.
type Style = Parameters<typeof styleText>[0];
export const style = (format: Style, text: string) => styleText(format, text, { stream: process.stdout });

/** How much is shown: only each step and how it ended, or also every request and result. */
export type Detail = "short" | "all";

export function printTitle(title: string): void {
  console.log(`\n${style(["bold", "underline"], title)}`);
}

export function printStep(
  { step, exchanges, result, error, asPrinted }: StepOutcome,
  number: number,
  detail: Detail,
): void {
  if (detail === "short" && asPrinted) {
    printInShort(step.heading, step.code, exchanges.length);
    return;
  }
  console.log(`\n${style("bold", `${number}. ${step.heading}`)}`);
  console.log(style("cyan", indent(step.code)));
  for (const exchange of exchanges) printExchange(exchange);
  if (error !== undefined) console.log(indent(style("red", String(error))));
  else console.log(indent(`${style("dim", "result")} ${show(result)}`));
  console.log(asPrinted ? indent(style("green", "✔ as the guide prints it")) : differs(step.printed));
}

export function printExchange({ method, url, requestBody, status, answer }: Exchange): void {
  console.log(indent(`${style("yellow", `→ ${method} ${url}`)}`));
  if (requestBody !== undefined) console.log(indent(`  ${style("dim", JSON.stringify(requestBody))}`));
  const rows = Array.isArray(answer) ? ` ${answer.length} row${answer.length === 1 ? "" : "s"}` : "";
  console.log(indent(style("dim", `← ${status ?? "no answer"}${rows}`)));
}

/** What was done, the code that did it, and how many requests it took: two lines. */
export function printInShort(heading: string, code: string, requests: number): void {
  const count = style("dim", `(${requests === 1 ? "1 request" : `${requests} requests`})`);
  console.log(`   ${style("green", "✔")} ${heading} ${count}`);
  console.log(`     ${style("cyan", inOneLine(code))}`);
}

const WIDTH = 110;

function inOneLine(code: string): string {
  const line = code
    .replace(/^await /, "")
    .replace(/\s+/g, " ")
    .replace(/([([]) /g, "$1")
    .replace(/,? ([)\]])/g, "$1");
  return line.length <= WIDTH ? line : `${line.slice(0, WIDTH - 2)} …`;
}

export function printTotal(passed: number, all: number, what: string): void {
  printVerdict(passed === all, `${passed} of ${all} ${what}`);
}

export function printVerdict(isGood: boolean, text: string): void {
  console.log(`\n${style(["bold", isGood ? "green" : "red"], text)}`);
}

function differs(printed: unknown): string {
  return indent(`${style("red", "✘ the guide prints")} ${show(printed)}`);
}

function show(value: unknown): string {
  return inspect(value, { depth: 4, colors: false, breakLength: 110, maxArrayLength: 5 }).replaceAll(
    "\n",
    "\n  ",
  );
}

export function indent(text: string): string {
  return text.replace(/^/gm, "   ");
}
