import { type Detail, printTitle, style } from "./print.ts";

/** A part of the demo. */
export interface Part {
  readonly title: string;
  /** Plays and prints it, and returns whether all went well. */
  play(detail: Detail): Promise<boolean>;
}

/** What to do after the demo: a server of one's own, and `puhuri` beside it. */
const NEXT = [
  ["npx -y pnpm@12 demo --verbose", "the same with every request, answer and result"],
  ["npx -y pnpm@12 fake", "a server of your own; it prints its address and tokens"],
  ["npx -y pnpm@12 puhuri --help", "the tasks at a terminal, on that server or on a real one"],
] as const;

/** Plays the parts, and ends with how each went and what to try next. Returns whether all of them went well. */
export async function playParts(parts: readonly Part[], detail: Detail): Promise<boolean> {
  const lines: string[] = [];
  let isGood = true;
  for (const [index, { title, play }] of parts.entries()) {
    printTitle(`${index + 1}. ${title}`);
    const isGoodPart = await play(detail);
    isGood &&= isGoodPart;
    lines.push(isGoodPart ? style("green", `✔ ${title}`) : style("red", `✘ ${title}`));
  }

  printTitle("Summary");
  for (const line of lines) console.log(`  ${line}`);
  printTitle("Try next");
  for (const [command, what] of NEXT) console.log(`  ${command.padEnd(30)} ${style("dim", what)}`);
  return isGood;
}
