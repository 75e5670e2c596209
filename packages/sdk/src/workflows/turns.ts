import { throwIfAborted } from "../http/abort.ts";

/** Runs tasks of the same key one after the other, and those of different keys side by side. */
export class Turns {
  readonly #last = new Map<string, Promise<unknown>>();

  /**
   * Runs a task when those of its key that came before have ended, however they ended.
   *
   * @throws The signal's `reason`, when it is aborted before the task's turn has come.
   */
  run<T>(key: string, signal: AbortSignal | undefined, task: () => Promise<T>): Promise<T> {
    const before = this.#last.get(key);
    const turn =
      before === undefined
        ? task()
        : before.then(() => {
            throwIfAborted(signal);
            return task();
          });
    // How it ends is its own caller's business.
    const ended = turn.then(
      () => {},
      () => {},
    );
    this.#last.set(key, ended);
    void ended.then(() => {
      if (this.#last.get(key) === ended) this.#last.delete(key);
    });
    return before === undefined ? turn : unlessAborted(turn, signal);
  }
}

/** The same promise, but whoever aborts need not wait for the others' turns. */
function unlessAborted<T>(turn: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return turn;
  return new Promise<T>((resolve, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    signal.addEventListener("abort", stop, { once: true });
    turn.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
  });
}
