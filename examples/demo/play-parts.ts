import { printTitle, style } from "./print.ts";

/** A part of the demo. */
export interface Part {
  readonly title: string;
  /** Plays and prints it, and returns whether all went well. */
  play(): Promise<boolean>;
}

/** Says what will be shown, shows it, and ends with how each part went. Returns whether all of them went well. */
export async function playParts(parts: readonly Part[]): Promise<boolean> {
  console.log(
    "Shown here, with the code, the requests it sends and what comes of them; a summary stands at the end:\n",
  );
  for (const [index, { title }] of parts.entries()) console.log(`  ${index + 1}. ${title}`);

  const lines: string[] = [];
  let isGood = true;
  for (const { title, play } of parts) {
    const isGoodPart = await play();
    isGood &&= isGoodPart;
    lines.push(isGoodPart ? style("green", `✔ ${title}`) : style("red", `✘ ${title}`));
  }

  printTitle("Summary");
  for (const line of lines) console.log(`  ${line}`);
  return isGood;
}
