/** A worker that acts later, by the fake's clock, and can lose what it was given. Functions are asked for every task. */
export interface LateWorker {
  /**
   * How long a task waits until the worker reads its rows, in milliseconds.
   * @default 0
   */
  lagMs?: number | (() => number);
  /**
   * How long the worker takes from reading a row until it writes it back, whole: what requests have written into
   * it meanwhile is lost. In milliseconds.
   * @default 0
   */
  takesMs?: number | (() => number);
  /**
   * Who writes last when a request has changed the row meanwhile: with `request` it is the worker's change to the
   * row that is lost, such as the link to what it has made.
   * @default "worker"
   */
  writesLast?: "worker" | "request" | (() => "worker" | "request");
  /**
   * Whether a task is lost, never to be done.
   * @default none is
   */
  loses?: () => boolean;
}

/**
 * When work the server does after it has answered is done: at once, when the test says so, after some reads, or by
 * the clock. Time passes for the worker when a request comes, and when the state is looked at.
 */
export type BackgroundMode = "at-once" | "when-told" | { afterReads: number } | LateWorker;

/** Whether that is a mode; what is misspelt in one would leave the worker at once. */
export function isBackground(mode: unknown): boolean {
  if (typeof mode !== "object" || mode === null) return mode === "at-once" || mode === "when-told";
  const keys = Object.keys(mode);
  const known = keys.includes("afterReads") ? ["afterReads"] : ["lagMs", "takesMs", "writesLast", "loses"];
  return keys.every((key) => known.includes(key));
}

/** The worker that a test holds in its hands. */
export interface WorkerControl {
  /** Tasks that are not done yet. */
  readonly waiting: number;
  /** Stops the worker, as SIGSTOP would: until `start()` nothing is read and nothing written. */
  stop(): void;
  /** Lets it go on; what is due is done at once. */
  start(): void;
  /** Loses all that waits, and says how many tasks that were. */
  lose(): number;
}

/** Reads rows; what it gives writes them, and is told whether a request may have the last word. */
export type Task = () => (writesLast: "worker" | "request") => void;

interface Waiting {
  readonly read: Task;
  /** When the worker begins; never, while it waits for reads or to be told. */
  startsAt: number;
  readsLeft: number;
  readonly takesMs: number;
  readonly writesLast: "worker" | "request";
  /** Once the rows were read. */
  write?: ReturnType<Task>;
}

/** The server's worker (Celery): approving an order answers first and completes it later. */
export class Worker implements WorkerControl {
  readonly #mode: BackgroundMode;
  readonly #now: () => Date;
  #tasks: Waiting[] = [];
  #isStopped = false;

  constructor(mode: BackgroundMode, now: () => Date) {
    this.#mode = mode;
    this.#now = now;
  }

  get waiting(): number {
    return this.#tasks.length;
  }

  later(read: Task): void {
    const mode = this.#mode;
    const late: LateWorker = typeof mode === "object" && !("afterReads" in mode) ? mode : {};
    if (late.loses?.() === true) return;
    const waitsForMore = mode === "when-told" || (typeof mode === "object" && "afterReads" in mode);
    this.#tasks.push({
      read,
      startsAt: waitsForMore ? Number.POSITIVE_INFINITY : this.#now().getTime() + asked(late.lagMs ?? 0),
      readsLeft:
        typeof mode === "object" && "afterReads" in mode ? mode.afterReads : Number.POSITIVE_INFINITY,
      takesMs: asked(late.takesMs ?? 0),
      writesLast: asked(late.writesLast ?? "worker"),
    });
    if (mode === "at-once") this.catchUp();
  }

  /** Somebody asks: work that waits for reads comes nearer. Called before the request is answered. */
  noticeRequest(method: string): void {
    if (method === "GET" || method === "HEAD") {
      for (const task of this.#tasks) {
        task.readsLeft -= 1;
        if (task.readsLeft < 0) task.startsAt = Math.min(task.startsAt, this.#now().getTime());
      }
    }
  }

  /** Does what is due by now, in the order in which it falls due. */
  catchUp(): void {
    const now = this.#now().getTime();
    while (!this.#isStopped) {
      const [next] = this.#tasks.filter((task) => dueAt(task) <= now).sort((a, b) => dueAt(a) - dueAt(b));
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
      return;
    }
    this.#tasks = this.#tasks.filter((other) => other !== task);
    task.write(task.writesLast);
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
    this.#tasks = [];
    this.#isStopped = false;
  }
}

function dueAt({ startsAt, write, takesMs }: Waiting): number {
  return write === undefined ? startsAt : startsAt + takesMs;
}

function asked<Value extends number | string>(value: Value | (() => Value)): Value {
  return typeof value === "function" ? value() : value;
}
