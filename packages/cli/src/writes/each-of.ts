import { EXIT, exitCodeOf, InterruptedError, isHopeless } from "../exit-codes.ts";
import { messageOf } from "../output/message.ts";
import { progressOn } from "../output/progress.ts";
import type { World } from "../world.ts";

/** Some items failed: each was told of when it did. */
export class ItemsFailedError extends Error {
  override readonly name = "ItemsFailedError";
}

/**
 * Does the same for one thing after the other, and goes on after a failure. Prints what `act` says of each.
 *
 * @throws {ItemsFailedError} Some failed. The only one there was throws its own error.
 * @throws {InterruptedError} Ctrl-C: the one in flight is finished, the others are not begun.
 * @throws Whatever would make all others fail as well: no connection, no valid token.
 */
export async function eachOf(
  world: World,
  names: readonly string[],
  act: (name: string) => Promise<string>,
): Promise<void> {
  const { stdout, stderr, interrupted } = world;
  const progress = progressOn(world);
  const done = { well: 0, failed: 0 };
  const told = (): string => `${done.well} of ${names.length} done, ${done.failed} failed`;
  for (const name of names) {
    if (interrupted.aborted) throw new InterruptedError(`Interrupted: ${told()}.`);
    progress.show(`${name}… (${told()})`);
    try {
      const said = await act(name);
      progress.end();
      stdout.write(`${said}\n`);
      done.well += 1;
    } catch (error) {
      progress.end();
      if (names.length === 1 || isHopeless(error) || exitCodeOf(error) === EXIT.interrupted) {
        if (names.length > 1) stderr.write(`${told()}.\n`);
        throw error;
      }
      stderr.write(`puhuri: ${name}: ${messageOf(error)}\n`);
      done.failed += 1;
    }
  }
  if (done.failed > 0) throw new ItemsFailedError(`${told()}.`);
}
