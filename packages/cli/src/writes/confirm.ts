import { InterruptedError, UsageError } from "../exit-codes.ts";
import type { World } from "../world.ts";

/** The answer was no. */
export class DeclinedError extends Error {
  override readonly name = "DeclinedError";
}

/**
 * Asks before something that cannot be undone, unless `yes` is set; anything but yes means no.
 *
 * @throws {UsageError} Nobody is there to answer: scripts say `--yes`.
 * @throws {DeclinedError | InterruptedError} Nothing is to be done.
 */
export async function confirm(world: World, question: string, { yes = false }): Promise<void> {
  if (yes) return;
  if (world.stdin.isTTY !== true) throw new UsageError(`${question} Nobody can answer here: add --yes.`);
  world.stderr.write(`${question} [y/N] `);
  const answer = await Promise.race([lineFrom(world.stdin), interruption(world.interrupted)]);
  if (world.interrupted.aborted) throw new InterruptedError("Interrupted: nothing was done.");
  if (!/^y(es)?$/i.test(answer.trim())) throw new DeclinedError("Nothing was done.");
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
