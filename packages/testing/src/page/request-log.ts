import type { Intercept } from "../fake/http/exchange.ts";
import type { FaultSwitches } from "../faults/switches.ts";

/** A request, and what became of it. */
export interface SeenRequest {
  /** Counted from 1. */
  readonly number: number;
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly operationId: string | undefined;
  /** Undefined where the connection was lost. */
  readonly status: number | undefined;
  /** What has struck it. */
  readonly faults: readonly string[];
}

/** A request in one line, with what became of it. */
export function requestLine({ method, path, status, operationId, faults }: SeenRequest): string {
  const struck = faults.length === 0 ? "" : ` (${faults.join(", ")})`;
  return `${method} ${path} → ${status ?? "no answer"} ${operationId ?? "no operation"}${struck}`;
}

/** How many the page shows. */
const KEPT = 50;

/** Stands around faults and fake, and remembers the newest requests. */
export class RequestLog {
  readonly #faults: FaultSwitches;
  readonly #tell: (seen: SeenRequest) => void;
  readonly #recent: SeenRequest[] = [];
  #count = 0;

  /** @param tell is called with every request, once it is over. */
  constructor(faults: FaultSwitches, tell: (seen: SeenRequest) => void) {
    this.#faults = faults;
    this.#tell = tell;
  }

  /** Newest first. */
  get recent(): readonly SeenRequest[] {
    return this.#recent;
  }

  readonly intercept: Intercept = async (exchange, next) => {
    const { request, operationId } = exchange;
    let status: number | undefined;
    try {
      const response = await this.#faults.intercept(exchange, next);
      status = response.status;
      return response;
    } finally {
      const { pathname, search } = new URL(request.url);
      const seen: SeenRequest = {
        number: ++this.#count,
        method: request.method,
        path: pathname + search,
        operationId,
        status,
        faults: this.#faults.struckBy(request),
      };
      this.#recent.unshift(seen);
      if (this.#recent.length > KEPT) this.#recent.pop();
      this.#tell(seen);
    }
  };
}
