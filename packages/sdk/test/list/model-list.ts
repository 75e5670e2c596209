import { setImmediate as macrotask } from "node:timers/promises";
import type { OpenList, PageAnswer, PageRequest, PageSource } from "../../src/list/pass.ts";

/** A row: its id, and what the server orders by. */
export interface ModelRow {
  readonly id: string;
  readonly created: number;
}

/** What a server tells of a page beside its rows. */
export interface Telling {
  readonly count: boolean;
  /** Which pages `Link` names. */
  readonly link: "all" | "next" | "none";
}

export const EVERYTHING: Telling = { count: true, link: "all" };

export interface ModelOptions {
  /** Rows the list begins with. */
  readonly rows: number;
  /** Rows a page holds at most, whatever is asked for. */
  readonly limit: number;
  readonly tells?: Telling;
  /** Decides everything that is left to chance, in order; zeros when it is used up: first come, first served. */
  readonly chance?: readonly number[];
  /** What happens to the list between any two requests. */
  readonly change?: (list: ModelList, chance: () => number) => void;
  /** What goes wrong with a request, if anything. */
  readonly fails?: (chance: () => number) => Error | undefined;
  readonly signal?: AbortSignal;
  /** So many rows each are equal to the server's order, which puts them in another one for every page it is asked for. */
  readonly ties?: number;
}

/** A request as the model saw it. */
export interface Seen extends PageRequest {
  readonly answer: PageAnswer<ModelRow> | undefined;
  /** How often the list had changed when it was answered. */
  readonly version: number;
}

/**
 * A list on a server that changes between any two requests, and answers those on their way in any order.
 *
 * A request takes two steps, the reading of the rows and the arrival of the answer. Every step is one turn of `run`.
 */
export class ModelList implements PageSource<ModelRow> {
  readonly signal: AbortSignal | undefined;
  readonly requests: Seen[] = [];
  rows: ModelRow[];
  /** Rows that were there all the while. */
  readonly always: Set<string>;
  #created = 0;
  #version = 0;
  #used = 0;
  #steps: (() => void)[] = [];
  readonly #gone: ModelRow[] = [];
  readonly #options: ModelOptions;

  constructor(options: ModelOptions) {
    this.#options = options;
    this.signal = options.signal;
    this.rows = Array.from({ length: options.rows }, () => this.#newRow(this.#created++));
    this.always = new Set(this.rows.map(({ id }) => id));
  }

  async open(): Promise<OpenList<ModelRow>> {
    return {
      operation: "things_list",
      fetchPage: (request) => this.#step(() => this.#answer(request)),
      fetchCount: () => this.#step(() => (this.#tells.count ? this.rows.length : undefined)),
    };
  }

  /** Lets the server and the network work until the reader is through. */
  async run<R>(reader: Promise<R>): Promise<R> {
    let through = false;
    const done = (): void => {
      through = true;
    };
    reader.then(done, done);
    for (;;) {
      await macrotask();
      if (through) return reader;
      const [step] = this.#steps.splice(this.chance() % Math.max(1, this.#steps.length), 1);
      if (step === undefined) throw new Error("The reader waits for nothing.");
      step();
    }
  }

  chance(): number {
    return this.#options.chance?.[this.#used++] ?? 0;
  }

  /** Whether the list changed between two answers that told the same count: nothing shows that. */
  get hidMoves(): boolean {
    const versions = new Map(this.requests.map(({ answer, version }) => [answer?.count, version]));
    return this.requests.some(({ answer, version }) => versions.get(answer?.count) !== version);
  }

  leave(position: number): void {
    const [row] = this.rows.splice(position % Math.max(1, this.rows.length), 1);
    if (row === undefined) return;
    this.#version++;
    this.always.delete(row.id);
    this.#gone.push(row);
  }

  leaveById(id: string): void {
    const position = this.rows.findIndex((row) => row.id === id);
    if (position >= 0) this.leave(position);
  }

  append(): void {
    this.#version++;
    this.rows.push(this.#newRow(this.#created++));
  }

  /** In the middle, as a row does that changes into the state asked for. */
  enter(position: number): void {
    this.#version++;
    const at = position % (this.rows.length + 1);
    const before = this.rows[at - 1]?.created ?? -1;
    const after = this.rows[at]?.created ?? this.#created++;
    this.rows.splice(at, 0, this.#newRow((before + after) / 2));
  }

  /** A row that left comes back to its place in the order. */
  comeBack(): void {
    const row = this.#gone.pop();
    if (row === undefined) return;
    this.#version++;
    const at = this.rows.findIndex(({ created }) => created > row.created);
    this.rows.splice(at < 0 ? this.rows.length : at, 0, row);
  }

  get #tells(): Telling {
    return this.#options.tells ?? EVERYTHING;
  }

  #ids = 0;
  #newRow(created: number): ModelRow {
    return { id: `row-${this.#ids++}`, created };
  }

  /** One step until the server reads, one until its answer is here. */
  #step<R>(read: () => R): Promise<R> {
    return new Promise((resolve, reject) => {
      this.#steps.push(() => {
        this.#options.change?.(this, () => this.chance());
        const error = this.#options.fails?.(() => this.chance());
        if (error !== undefined) {
          this.#steps.push(() => reject(error));
          return;
        }
        const answer = read();
        this.#steps.push(() => resolve(answer));
      });
    });
  }

  #answer(request: PageRequest): PageAnswer<ModelRow> | undefined {
    const { page } = request;
    const size = Math.min(request.pageSize, this.#options.limit);
    const last = Math.max(1, Math.ceil(this.rows.length / size));
    const rows = this.#ordered(page * size).slice((page - 1) * size, page * size);
    const { count, link } = this.#tells;
    const answer = {
      rows,
      ids: rows.map(({ id }) => id),
      furthest: link === "none" ? undefined : link === "all" ? last : Math.min(page + 1, last),
      count: count ? this.rows.length : undefined,
    };
    const seen = page > last ? undefined : answer;
    this.requests.push({ ...request, answer: seen, version: this.#version });
    return seen;
  }

  /** As PostgreSQL does: it sorts anew for each page, only as far as that reaches, and equal rows come out as they may. */
  #ordered(reach: number): readonly ModelRow[] {
    const { ties = 1 } = this.#options;
    if (ties === 1) return this.rows;
    const place = ({ created }: ModelRow) => Math.imul((created + 1) * 40_503 + reach, 2_654_435_761) >>> 0;
    return this.rows.toSorted(
      (a, b) => Math.floor(a.created / ties) - Math.floor(b.created / ties) || place(a) - place(b),
    );
  }
}
