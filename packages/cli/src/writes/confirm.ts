import { UsageError } from "../exit-codes.ts";
import type { World } from "../world.ts";

/**
 * Asks before what cannot be undone; anything but yes is no.
 *
 * @throws {UsageError} Nobody is there to answer: scripts say `--yes`.
 */
export async function confirm(world: World, question: string, { yes = false }): Promise<boolean> {
  if (yes) return true;
  if (world.stdin.isTTY !== true) throw new UsageError(`${question} Nobody can answer here: say --yes.`);
  world.stderr.write(`${question} [y/N] `);
  const answer = await Promise.race([lineFrom(world.stdin), interruption(world.interrupted)]);
  return /^y(es)?$/i.test(answer.trim());
}

async function lineFrom(stdin: World["stdin"]): Promise<string> {
  const decoder = new TextDecoder();
  let line = "";
  for await (const chunk of stdin) {
    line += typeof chunk === "string" ? chunk : decoder.decode(chunk, { stream: true });
    if (line.includes("\n")) break;
  }
  return line.split("\n", 1)[0] ?? "";
}

function interruption(signal: AbortSignal): Promise<string> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve("");
    signal.addEventListener("abort", () => resolve(""), { once: true });
  });
}
