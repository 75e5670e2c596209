import type { OpenList, PageRequest, PageSource } from "../../src/list/pass.ts";

export interface StillListOptions {
  readonly rows: number;
  /** Rows a page holds at most, whatever is asked for. */
  readonly limit?: number;
  /** Whether the server tells the count; else it names the next page only. */
  readonly tells?: boolean;
  /** Whether there is a `Link` header that names other pages. */
  readonly link?: boolean;
  /** What `fetchCount` answers; the rows by default. */
  readonly count?: () => number | undefined;
  readonly signal?: AbortSignal;
  /** Runs before a page is answered, which waits for it and fails with it. */
  readonly before?: (request: PageRequest, signal: AbortSignal) => unknown;
}

/** The rows from 0 on, which nobody changes. */
export class StillList implements PageSource<number> {
  readonly signal: AbortSignal | undefined;
  readonly requests: PageRequest[] = [];
  begun = 0;
  counted = 0;
  inFlight = 0;
  mostInFlight = 0;
  readonly #options: StillListOptions;

  constructor(options: StillListOptions) {
    this.#options = options;
    this.signal = options.signal;
  }

  get pagesAsked(): number[] {
    return this.requests.map(({ page }) => page);
  }

  async open(left: AbortSignal): Promise<OpenList<number>> {
    this.begun++;
    const signal = this.signal === undefined ? left : AbortSignal.any([this.signal, left]);
    const { rows: total, limit = 300, tells = true, link = true, count, before } = this.#options;
    return {
      operation: "things_list",
      fetchCount: async () => {
        this.counted++;
        return count === undefined ? total : count();
      },
      fetchPage: async (request) => {
        this.requests.push(request);
        this.mostInFlight = Math.max(this.mostInFlight, ++this.inFlight);
        try {
          await before?.(request, signal);
        } finally {
          this.inFlight--;
        }
        const { page } = request;
        const size = Math.min(request.pageSize, limit);
        const last = Math.max(1, Math.ceil(total / size));
        if (page > last) return undefined;
        const rows = numbers((page - 1) * size, Math.min(total, page * size));
        return {
          rows,
          ids: rows.map((row) => `row-${row}`),
          furthest: !link ? 1 : tells ? last : Math.min(page + 1, last),
          count: tells ? total : undefined,
        };
      },
    };
  }
}

/** From `start` up to, not including, `end`. */
export function numbers(start: number, end: number): number[] {
  return Array.from({ length: end - start }, (_, index) => start + index);
}
