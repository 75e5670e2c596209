import { EXIT, exitCodeOf, InterruptedError, isHopeless } from "../exit-codes.ts";
import { messageOf } from "../output/message.ts";
import { progressOn } from "../output/terminal.ts";
import type { World } from "../world.ts";

/** Some items failed, and each failure was printed. */
export class ItemsFailedError extends Error {
  override readonly name = "ItemsFailedError";
}

/**
 * Calls `act` for one name after the other, and prints what it returns. Goes on after a failure.
 *
 * @throws {ItemsFailedError} Some failed. If there is only one name, its own error is thrown.
 * @throws {InterruptedError} Ctrl-C: the one in flight was finished, no other begun.
 * @throws The error that would make all others fail as well: no connection, no valid token.
 */
export async function eachOf(
  world: World,
  names: readonly string[],
  act: (name: string) => Promise<string>,
): Promise<void> {
  const { stdout, stderr, interrupted } = world;
  const progress = progressOn(world);
  const done = { well: 0, failed: 0 };
  const soFar = (): string => `${done.well} of ${names.length} done, ${done.failed} failed`;
  for (const name of names) {
    if (interrupted.aborted) throw new InterruptedError(`Interrupted: ${soFar()}.`);
    progress.show(`${name}… (${soFar()})`);
    try {
      const said = await act(name);
      progress.end();
      stdout.write(`${said}\n`);
      done.well += 1;
    } catch (error) {
      progress.end();
      if (names.length === 1 || isHopeless(error) || exitCodeOf(error) === EXIT.interrupted) {
        if (names.length > 1) stderr.write(`${soFar()}.\n`);
        throw error;
      }
      stderr.write(`puhuri: ${name}: ${messageOf(error)}\n`);
      done.failed += 1;
    }
  }
  if (done.failed > 0) throw new ItemsFailedError(`${soFar()}.`);
}
