/** Waits until a task's turn has come, or rejects when its caller will not wait any longer. */
export type Wait = (before: Promise<unknown>) => Promise<unknown>;

/** Runs tasks of the same key one after the other, and those of different keys side by side. */
export class KeyedQueue {
  readonly #last = new Map<string, Promise<unknown>>();

  /**
   * Runs a task when those of its key that came before have ended, however they ended.
   *
   * @throws What `wait` rejects with: the task is then not run, and its caller need not wait for the others' turns.
   */
  run<T>(key: string, wait: Wait, task: () => Promise<T>): Promise<T> {
    const before = this.#last.get(key);
    const turn = before === undefined ? task() : wait(before).then(task);
    // How it ends is its own caller's business. Whoever gave up waiting still has those before it.
    const ended = Promise.allSettled([before, turn]).then(() => {});
    this.#last.set(key, ended);
    void ended.then(() => {
      if (this.#last.get(key) === ended) this.#last.delete(key);
    });
    return turn;
  }
}
