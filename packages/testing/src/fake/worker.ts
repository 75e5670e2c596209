/** A worker that acts later, by the fake's clock. */
export interface LateWorker {
  /**
   * How long a task waits until the worker reads its rows, in milliseconds.
   * @default 0
   */
  lagMs?: number;
  /** How many GET or HEAD requests a task waits for, instead of a time. */
  afterReads?: number;
  /**
   * How long the worker takes from reading a row until it writes it back, whole: what requests have written into it
   * in between is lost. In milliseconds.
   * @default 0
   */
  takesMs?: number;
}

/**
 * When the work is done that a server does after its answer: at once, when the test calls `process()`, or late. A late
 * worker acts when a request comes or the test looks at the state.
 */
export type BackgroundMode = "at-once" | "when-told" | LateWorker;

/** Controls the worker. */
export interface WorkerControl {
  /** Tasks that are not done yet. */
  readonly waiting: number;
  /** Stops the worker, as SIGSTOP would: until `start()` nothing is read and nothing written. */
  stop(): void;
  /** Lets it continue; tasks that are due are done at once. */
  start(): void;
  /** Loses all waiting tasks, and returns how many there were. */
  lose(): number;
}

/** Reads rows, and returns what writes them. */
type Task = () => () => void;

interface Waiting {
  readonly read: Task;
  /** When the worker reads the rows or, after that, writes them. Infinity while it waits for reads or `process()`. */
  dueAt: number;
  readsLeft: number;
  /** Once the rows were read. */
  write?: () => void;
}

/** The server's worker (Celery): approving an order answers first and completes it later. */
export class Worker implements WorkerControl {
  readonly #mode: BackgroundMode;
  readonly #late: LateWorker;
  readonly #now: () => Date;
  #tasks: Waiting[] = [];
  #isStopped = false;

  constructor(mode: BackgroundMode, now: () => Date) {
    this.#mode = mode;
    this.#late =
      typeof mode === "object" ? mode : { lagMs: mode === "at-once" ? 0 : Number.POSITIVE_INFINITY };
    this.#now = now;
  }

  get waiting(): number {
    return this.#tasks.length;
  }

  later(read: Task): void {
    const { afterReads, lagMs = afterReads === undefined ? 0 : Number.POSITIVE_INFINITY } = this.#late;
    const readsLeft = afterReads ?? Number.POSITIVE_INFINITY;
    this.#tasks.push({ read, dueAt: this.#now().getTime() + lagMs, readsLeft });
    if (this.#mode === "at-once") this.catchUp();
  }

  /** Counts reads for the tasks that wait for them. Called before the request is answered. */
  noticeRequest(method: string): void {
    if (method === "GET" || method === "HEAD") {
      for (const task of this.#tasks) {
        task.readsLeft -= 1;
        // Once the rows were read, only time counts.
        if (task.readsLeft < 0 && task.write === undefined)
          task.dueAt = Math.min(task.dueAt, this.#now().getTime());
      }
    }
  }

  /** Does what is due by now, in the order in which it falls due. */
  catchUp(): void {
    const now = this.#now().getTime();
    while (!this.#isStopped) {
      const [next] = this.#tasks.filter(({ dueAt }) => dueAt <= now).sort((a, b) => a.dueAt - b.dueAt);
      if (next === undefined) return;
      this.#step(next);
    }
  }

  /** Does all that waits, due or not, and whether or not the worker is stopped. */
  runAll(): void {
    for (const task of [...this.#tasks]) {
      if (task.write === undefined) this.#step(task);
      this.#step(task);
    }
  }

  /** Reads the rows of a task, or writes them. */
  #step(task: Waiting): void {
    if (task.write === undefined) {
      task.write = task.read();
      task.dueAt += this.#late.takesMs ?? 0;
      return;
    }
    this.#tasks = this.#tasks.filter((other) => other !== task);
    task.write();
  }

  stop(): void {
    this.#isStopped = true;
  }

  start(): void {
    this.#isStopped = false;
    this.catchUp();
  }

  lose(): number {
    const lost = this.#tasks.length;
    this.#tasks = [];
    return lost;
  }

  /** As at first: nothing waits, and it runs. */
  reset(): void {
    this.lose();
    this.#isStopped = false;
  }
}
