/** When work the server does after it has answered is done: at once, after some reads, or when the test says so. */
export type BackgroundMode = "at-once" | "when-told" | { afterReads: number };

/** The server's worker (Celery): approving an order answers first and completes it later. */
export class Worker {
  readonly #mode: BackgroundMode;
  #tasks: { run: () => void; readsLeft: number }[] = [];

  constructor(mode: BackgroundMode) {
    this.#mode = mode;
  }

  /** Work still waiting. */
  get waiting(): number {
    return this.#tasks.length;
  }

  later(run: () => void): void {
    if (this.#mode === "at-once") {
      run();
      return;
    }
    this.#tasks.push({ run, readsLeft: this.#mode === "when-told" ? Infinity : this.#mode.afterReads });
  }

  /** Somebody asks: work that waits for reads comes nearer. Called before the request is answered. */
  noticeRequest(method: string): void {
    if (method !== "GET" && method !== "HEAD") return;
    for (const task of this.#tasks) {
      task.readsLeft -= 1;
    }
    this.#take((task) => task.readsLeft < 0);
  }

  /** Does all that waits. */
  runAll(): void {
    this.#take(() => true);
  }

  clear(): void {
    this.#tasks = [];
  }

  #take(isDue: (task: { readsLeft: number }) => boolean): void {
    const due = this.#tasks.filter(isDue);
    this.#tasks = this.#tasks.filter((task) => !due.includes(task));
    for (const task of due) {
      task.run();
    }
  }
}
